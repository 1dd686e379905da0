/** How a body is written: `md` is CommonMark with GFM and what Hugo adds to it, `mdx` adds components. */
export type Format = 'md' | 'mdx';

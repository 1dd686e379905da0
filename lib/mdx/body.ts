// What a body is written in, and what can be wrong with it.

/** How a body is written: `md` is CommonMark with GFM and what Hugo adds to it, `mdx` adds components. */
export type Format = 'md' | 'mdx';

/** A breach of the rules, at its place in the body (1-based). */
export interface Breach {
  readonly line: number;
  readonly column: number;
  readonly code: string;
  readonly message: string;
  readonly fix: string;
}

/** What is wrong at a place of a body, 1-based. */
export interface BodyFault extends Breach {
  readonly severity: 'error' | 'warning';
}

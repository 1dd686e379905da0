// Packages that Node loads as they are. The bundler would need a third of its time to bundle them for every route.

/** What the route that renders social cards needs on a server, too. */
export const serverPackages = ['sharp', 'zod', '@resvg/resvg-js'];

/** What pages are made with at build time. No server needs these, so the bundler does not even read them (untraced.mjs). */
export const buildPackages = [
  ...[
    '@date-fns/tz',
    'esbuild',
    'feedsmith',
    'github-slugger',
    'gray-matter',
    'ical.js',
    'pagefind',
    'satteri',
    'saxes',
  ],
  ...['shiki', 'shiki/engine/javascript', 'timezones-ical-library', 'yaml'],
  ...['hast-util-from-html', 'hast-util-to-html', 'hast-util-to-jsx-runtime', 'hast-util-to-string'],
  ...['mdast-util-to-markdown', 'mdast-util-to-string', 'next-mdx-remote/rsc', 'next-mdx-remote/serialize'],
  ...['rehype-raw', 'rehype-sanitize', 'remark-rehype', 'unified', 'unist-util-visit'],
];

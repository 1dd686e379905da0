// Packages that Node loads as they are. The bundler would need a third of its time to bundle them for every route.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** What the route that renders social cards needs on a server, too. */
export const serverPackages = ['sharp', 'zod', '@resvg/resvg-js'];

/** What pages are made with at build time. No server needs these, so the bundler does not even read them (`untraced`). */
export const buildPackages = [
  ...['css-what', 'esbuild', 'feedsmith', 'github-slugger', 'gray-matter', 'ical.js', 'pagefind', 'postcss'],
  ...['satteri', 'saxes', 'shiki', 'shiki/engine/javascript', 'yaml'],
  ...['hast-util-from-html', 'hast-util-to-html', 'hast-util-to-jsx-runtime', 'hast-util-to-string'],
  ...['mdast-util-to-markdown', 'mdast-util-to-string', 'next-mdx-remote/rsc', 'next-mdx-remote/serialize'],
  ...['rehype-raw', 'rehype-sanitize', 'remark-rehype', 'unified', 'unist-util-visit'],
];

const root = join(import.meta.dirname, '../..');
const folder = join(root, 'node_modules', '.cache', 'news', 'untraced');

/**
 * Hides packages that only rendering needs from the framework's bundler, which would read a thousand files to find out what
 * a server needs of them: writes a file for each that has Node load it.
 *
 * @param {readonly string[]} packages their names, also with a path inside: `next-mdx-remote/serialize`.
 * @returns {Record<string, string> | undefined} the files that the bundler uses instead, by name, relative to the project's
 *   root. Undefined where nothing can be written, as on a server of a built site.
 */
export function untraced(packages) {
  try {
    mkdirSync(folder, { recursive: true });
    return Object.fromEntries(
      packages.map((name) => {
        const file = join(folder, `${name.replaceAll('/', '__')}.cjs`);
        writeFileSync(file, source(name));
        return [name, `./${relative(root, file).replaceAll('\\', '/')}`];
      }),
    );
  } catch {
    return undefined;
  }
}

/** The bundler cannot follow a module that the process loads. @param {string} name */
function source(name) {
  return `const { createRequire } = process.getBuiltinModule('node:module');
module.exports = createRequire(process.cwd() + '/node_modules/.cache/untraced.cjs')('${name}');
`;
}

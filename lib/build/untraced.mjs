// Hides packages that only rendering needs from the framework's bundler, which would read a thousand files to find out what a
// server needs of them.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const root = join(import.meta.dirname, '../..');
const folder = join(root, 'node_modules', '.cache', 'news', 'untraced');

/**
 * Writes a file for each package that has Node load it.
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

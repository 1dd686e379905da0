// The routes of a community's own kinds. The framework reads routes from files, so each own kind gets a few short ones, in a
// folder that Git ignores: a page for its list, and its feeds.
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { feedFormats } from '@/lib/output/feeds/feed';

/** What the routes of a kind are made from. */
interface RoutedKind {
  readonly folder: string;
  readonly feed: object | undefined;
}

/** The folder of these routes below `app`. A name in parentheses is not part of addresses. */
const group = '(own)';

const note =
  '// Written by lib/build/own-routes.ts for a kind of lib/kinds/own.ts. Do not edit: each build overwrites it.';

/** The files of some kinds' routes: their text, by their path below `app`. */
export function planOwnRoutes(kinds: readonly RoutedKind[]): Map<string, string> {
  return new Map(
    kinds.flatMap(({ folder, feed }): [string, string][] => [
      [`${group}/${folder}/page.tsx`, pageSource(folder)],
      ...Object.entries(feed ? feedFormats : {}).map(([format, { name }]): [string, string] => [
        `${group}/${folder}/${name}/route.ts`,
        feedSource(folder, format),
      ]),
    ]),
  );
}

/**
 * Writes the routes of some kinds, and removes those of removed kinds. A file with the right text is not written again.
 *
 * @param app the folder of routes.
 * @throws {Error} where the site itself has a route with the address of a kind.
 */
export async function writeOwnRoutes(kinds: readonly RoutedKind[], app = 'app'): Promise<void> {
  const siteRoutes = await readdir(app);
  const taken = kinds.find(({ folder }) => siteRoutes.includes(folder));
  if (taken) {
    const fix = 'give the kind another folder in lib/kinds/own.ts';
    throw new Error(`The site itself uses /${taken.folder}/, from ${app}/${taken.folder} (fix: ${fix}).`);
  }
  const routes = planOwnRoutes(kinds);
  const folder = join(app, group);
  const files = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const paths = new Map([...routes].map(([route, text]) => [join(app, route), text]));
  for (const file of files) {
    const path = join(file.parentPath, file.name);
    if (file.isFile() && !paths.has(path)) await rm(path);
  }
  if (paths.size === 0) await rm(folder, { recursive: true, force: true });
  for (const [path, text] of paths) {
    if ((await readFile(path, 'utf8').catch(() => undefined)) === text) continue;
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  }
}

function pageSource(folder: string): string {
  return `${note}
${importOf('kindPage', 'app/views/kind-page')}

const { generateMetadata, Page } = kindPage('${folder}');

export { generateMetadata };
export default Page;
`;
}

function feedSource(folder: string, format: string): string {
  return `${note}
${importOf('serveFeed', 'app/serve-feed')}
${importOf('kindFeed', 'app/views/feeds')}

export const dynamic = 'force-static';

export async function GET() {
  return serveFeed(await kindFeed('${folder}'), '${format}');
}
`;
}

/** In pieces, so that no tool takes the line for an import of this module. */
function importOf(name: string, path: string): string {
  return `import { ${name} } from ${`'@/${path}'`};`;
}

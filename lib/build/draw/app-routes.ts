// The routes of app/ that are made for many addresses, as a source of one bundle: the pages and answers that lib/build/draw makes.
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';

/** A file of `app/` that pages or answers are made from. */
export interface AppRoute {
  /** As the framework names it: `/blog/[year]/[month]/[slug]`. */
  readonly pattern: string;
  /** A page, or an answer, of which the framework makes the first; or a file, of which it knows nothing. */
  readonly kind: 'page' | 'route' | 'file';
  /** From the project's root, with slashes. */
  readonly file: string;
}

/** The route that knows every address; files are kept as if they were its. */
export const anyAddress = '/[...alias]';

/** Files around a route that the framework would draw around it, or in its place. */
const unknownToUs = /^(?:template|loading|error|default)\.tsx$/;

/**
 * The routes that are made for a list of addresses, in the order of their patterns.
 *
 * @param drawsFiles whether all files are to be made without the framework, those with an address of their own too.
 * @param app the folder of routes.
 * @throws {Error} where one has a layout of its own, or anything else around it that only the framework knows.
 */
export async function findRoutes(drawsFiles: boolean, app = 'app'): Promise<AppRoute[]> {
  const files = (await readdir(app, { recursive: true })).map((file) => file.split(sep).join('/')).sort();
  const special = files.filter((file) => unknownToUs.test(nameOf(file)) || /.\/layout\.tsx$/.test(file)).map(dirname);
  const routes: AppRoute[] = [];
  for (const file of files) {
    const kind = kindOf(nameOf(file), drawsFiles);
    const folder = dirname(file);
    if (!kind) continue;
    const isListed = folder.includes('[') && (await readFile(join(app, file), 'utf8')).includes('generateStaticParams');
    if (isListed || (kind === 'file' && !folder.includes('['))) {
      if (/[(@]/.test(folder) || special.some((each) => each === '.' || `${folder}/`.startsWith(`${each}/`))) {
        throw new Error(`only it knows what stands around ${app}/${file}`);
      }
      routes.push({ pattern: `/${folder}`, kind, file: `${app}/${file}` });
    }
  }
  return routes;
}

function kindOf(name: string, drawsFiles: boolean): AppRoute['kind'] | undefined {
  if (name === 'page.tsx') return 'page';
  if (name === 'route.file.ts' && drawsFiles) return 'file';
  return name === 'route.ts' || name === 'route.file.ts' ? 'route' : undefined;
}

function nameOf(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1);
}

/** The source of a process that draws these routes: it hands them, and the layout around them, to `draw-worker.ts`. */
export function workerSource(routes: readonly AppRoute[]): string {
  return [
    ...routes.map(({ file }, index) => `import * as route${index} from ${JSON.stringify(`./${file}`)};`),
    "import * as layout from './app/layout.tsx';",
    "import { runDrawWorker } from './lib/build/draw/draw-worker.ts';",
    `runDrawWorker(layout, [${routes.map((route, index) => `{ ...${JSON.stringify(route)}, module: route${index} }`)}]);`,
    '',
  ].join('\n');
}

// The routes of app/ that are made for many addresses, as a source of one bundle: the pages and answers that lib/build/draw makes.
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';

/** A file of `app/` that pages or answers are made from. */
export interface AppRoute {
  /** As the framework names it: `/blog/[year]/[month]/[slug]`. */
  readonly pattern: string;
  readonly kind: 'page' | 'route';
  /** From the project's root, with slashes. */
  readonly file: string;
}

/** Files beside a route that the framework would draw around or in place of it: such routes are left to it. */
const unknownToUs = /^(?:template|loading|error|default)\.tsx$/;

/**
 * The routes with parameters and a list of what they are made for, in the order of their patterns. Those with a layout of their
 * own, or anything else around them that only the framework knows, are not among them.
 *
 * @param app the folder of routes.
 */
export async function findRoutes(app = 'app'): Promise<AppRoute[]> {
  const files = (await readdir(app, { recursive: true })).map((file) => file.split(sep).join('/')).sort();
  const special = files.filter((file) => unknownToUs.test(nameOf(file)) || /.\/layout\.tsx$/.test(file)).map(dirname);
  const routes: AppRoute[] = [];
  for (const file of files) {
    const kind = /(?:^|\/)(?:page\.tsx|route\.ts)$/.test(file) && (file.endsWith('page.tsx') ? 'page' : 'route');
    const folder = dirname(file);
    if (!kind || !folder.includes('[') || /[(@]/.test(folder)) continue;
    if (special.some((each) => each === '.' || `${folder}/`.startsWith(`${each}/`))) continue;
    if (!(await readFile(join(app, file), 'utf8')).includes('generateStaticParams')) continue;
    routes.push({ pattern: `/${folder}`, kind, file: `${app}/${file}` });
  }
  return routes;
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

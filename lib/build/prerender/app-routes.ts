// Finds the routes of app/ that we prerender, and makes them into the source of one bundle.

import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, join, sep } from 'node:path';
import { hasSection } from '@/lib/base/sections';

/** A file of `app/` that renders pages or files. */
export interface AppRoute {
  /** As the framework names it: `/blog/[year]/[month]/[slug]`. */
  readonly pattern: string;
  /** A page or a route handler, of which the framework renders the first; or a file, which the framework does not know. */
  readonly kind: 'page' | 'route' | 'file';
  /** From the project's root, with slashes. */
  readonly file: string;
}

/** The route that matches every address; files are stored as if they were its own. */
export const anyAddress = '/[...alias]';

/** Files that the framework would render around a route, or in its place. */
const frameworkFile = /^(?:template|loading|error|default)\.tsx$/;

/**
 * The routes that are rendered for a list of addresses, in the order of their paths.
 *
 * @param withFiles whether the files (`route.file.ts`) are rendered without the framework, those with a fixed address included.
 * @param app the folder of routes.
 * @param withFixed whether pages with a fixed address are listed, too.
 * @throws {Error} where a route has a layout of its own, or anything else around it that only the framework can render.
 */
export async function findRoutes(withFiles: boolean, app: string, withFixed = false): Promise<AppRoute[]> {
  const files = (await readdir(app, { recursive: true })).map((file) => file.split(sep).join('/')).sort();
  const special = files.filter((file) => frameworkFile.test(basename(file)) || /.\/layout\.tsx$/.test(file));
  const folders = special.map(dirname);
  const routes: AppRoute[] = [];
  for (const file of files) {
    const kind = kindOf(basename(file), withFiles);
    const folder = dirname(file);
    if (!kind) continue;
    const isListed = folder.includes('[') && (await readFile(join(app, file), 'utf8')).includes('generateStaticParams');
    if (isListed || ((kind === 'file' || withFixed) && !folder.includes('['))) {
      if (/[(@]/.test(folder) || folders.some((each) => each === '.' || `${folder}/`.startsWith(`${each}/`))) {
        throw new Error(`only the framework can render the layouts around ${app}/${file}`);
      }
      routes.push({ pattern: folder === '.' ? '' : `/${folder}`, kind, file: `${app}/${file}` });
    }
  }
  return routes;
}

/** @param name `page.tsx`; of a section that a site need not have, `page.events.tsx`. */
function kindOf(name: string, withFiles: boolean): AppRoute['kind'] | undefined {
  const [, type, section, ending] =
    /^(page|route)\.(?:(?!file\.|built\.|dev\.|preview\.)([a-z]+)\.)?(.+)$/.exec(name) ?? [];
  if (section !== undefined && !hasSection(section)) return undefined;
  if (type === 'page') return ending === 'tsx' ? 'page' : undefined;
  if (ending === 'file.ts' && withFiles) return 'file';
  return type && ending && ['ts', 'file.ts', 'built.ts'].includes(ending) ? 'route' : undefined;
}

/** The source of a process that renders these routes: it passes them, and the layout around them, to `prerender-worker.ts`. */
export function workerSource(routes: readonly AppRoute[]): string {
  return [
    ...routes.map(({ file }, index) => `import * as route${index} from ${JSON.stringify(`./${file}`)};`),
    "import * as layout from './app/layout.tsx';",
    "import { doTasks } from './lib/base/worker-process.ts';",
    "import { PrerenderWorker } from './lib/build/prerender/prerender-worker.ts';",
    `doTasks(new PrerenderWorker(layout, [${routes.map((route, index) => `{ ...${JSON.stringify(route)}, module: route${index} }`)}]));`,
    '',
  ].join('\n');
}

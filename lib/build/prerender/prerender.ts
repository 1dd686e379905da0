// Prerenders most pages and files without the framework, in processes of our own: docs/prerendering.md. Only lib/build/build.ts
// calls it, and builds without it where it cannot run.
import { writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { bundleOf } from '@/lib/base/bundle.mjs';
import { compare } from '@/lib/base/compare';
import { basePath } from '@/lib/base/urls';
import { WorkerProcess } from '@/lib/base/worker-process';
import { type AppRoute, findRoutes, workerSource } from '@/lib/build/prerender/app-routes';
import { manifestPath, readManifest } from '@/lib/build/prerender/framework-output';
import { MainContent } from '@/lib/build/prerender/main-content';
import type { Chunk, PrerenderWorker } from '@/lib/build/prerender/prerender-worker';
import type { Names, RetargetStyles } from '@/lib/build/trim-styles';
import type { BodyJob } from '@/lib/check/body-job';
import { buildLimit, type DoBodyJob } from '@/lib/check/body-work';

/** Processes that have loaded the code of all pages. */
export type Prerenderer = NonNullable<Awaited<ReturnType<typeof startPrerenderer>>>;

/** Pages and files that are rendered, equal to the framework's, and not written yet. */
export interface PrerenderedSite {
  readonly count: number;
  /** The class and property names of all these pages, for their style sheets. */
  readonly used: readonly Names[];
  /** Writes everything next to the framework's pages. @param retarget puts the addresses of style sheets into a page. */
  write(distDir: string, retarget: RetargetStyles): Promise<void>;
}

type Worker = WorkerProcess<PrerenderWorker>;

/** The number of addresses in one task. */
const chunkSize = 12;

/**
 * Starts the processes, one for each core.
 *
 * @param env variables for them, beside those of this process: the content, the clock.
 * @param app the folder of routes.
 * @returns undefined where the framework is to render everything: NEWS_PRERENDER=framework, or a route that we cannot render,
 *   which is reported.
 */
export async function startPrerenderer(env: Readonly<Record<string, string>>, app = 'app') {
  if (process.env.NEWS_PRERENDER === 'framework') return undefined;
  // Below a sub-path the framework's router loses that sub-path on the way to addresses that it does not know.
  const files = basePath ? '' : '1';
  try {
    const routes = await findRoutes(files === '1', app);
    const bundle = await bundleOf('lib/build/prerender/prerender-worker.ts', workerSource(routes));
    if (!bundle) throw new Error('the pages cannot be bundled');
    const startWorker = () => new WorkerProcess<PrerenderWorker>(bundle, { ...env, NEWS_PRERENDER_FILES: files });
    const workers = Array.from({ length: Math.min(availableParallelism(), 8) }, startWorker);
    const inspectIn = async (index: number, job: BodyJob) => {
      const worker = workers[index] as Worker;
      try {
        return await worker.runWithin(buildLimit, 'inspect', job);
      } catch (error) {
        worker.close();
        workers[index] = startWorker();
        throw error;
      }
    };
    const inspectors = workers.map(
      (_, index): DoBodyJob =>
        (job) =>
          inspectIn(index, job),
    );
    return {
      /** Variables that make the framework leave to us what we prerender. */
      env: { NEWS_PRERENDER_FILES: files, NEWS_FIRST_ONLY: '1' },
      /** One for each process: inspects and compiles bodies for the check. */
      inspectors,
      /** Prerenders everything from the content of NEWS_SNAPSHOT. */
      start: () => startPrerendering(workers, routes),
      /** Ends all processes. */
      close() {
        for (const worker of workers) worker.close();
      },
    };
  } catch (error) {
    console.error(`The framework renders all pages, which takes longer: ${(error as Error).message}`);
    return undefined;
  }
}

function startPrerendering(workers: readonly Worker[], routes: readonly AppRoute[]) {
  const contents = new MainContent();
  const rendered = renderAll(workers, routes, contents);
  rendered.then(
    () => contents.fail(new Error('the page was not prerendered')),
    (error: Error) => contents.fail(error),
  );
  return {
    /** The `<main>` of a page once it is rendered, to be called once for each page. */
    mainOf: (path: string) => contents.take(path),
    /**
     * Waits for all pages and compares the first of each route with the framework's.
     *
     * @returns what may be written, or why nothing may: what differs, or what could not be rendered. Never rejects.
     */
    async compare(distDir: string): Promise<PrerenderedSite | { readonly differences: readonly string[] }> {
      try {
        const site = await rendered;
        const results = await Promise.all(workers.map((worker) => worker.run('compare', distDir)));
        const differences = results.flatMap((result) => result.differences);
        if (differences.length > 0) return { differences };
        const sheets = new Map(results.flatMap((result) => [...result.sheets]));
        const write: PrerenderedSite['write'] = async (dist, retarget) => {
          const links = new Map(
            [...sheets].map(([route, each]) => [route, retarget(each, samplePage(routes[route]?.pattern))]),
          );
          const written = await Promise.all(workers.map((worker) => worker.run('write', dist, links)));
          await addToManifest(dist, written.flat());
        };
        return { ...site, write };
      } catch (error) {
        return { differences: [(error as Error).message] };
      }
    },
  };
}

async function renderAll(workers: readonly Worker[], routes: readonly AppRoute[], contents: MainContent) {
  const counts = await (workers[0] as Worker).run('count');
  const open = toChunks(routes, counts);
  const used: Names[] = [];
  await Promise.all(
    workers.map(async (worker) => {
      for (let chunk = open.shift(); chunk; chunk = open.shift()) {
        const rendered = await worker.run('render', chunk);
        for (const [path, main] of rendered.mainContent) contents.put(path, main);
        used.push(rendered.used);
      }
    }),
  );
  return { count: counts.reduce((sum, count) => sum + count, 0), used };
}

/**
 * Pages first, because the search index waits for them, and routes with few pages before those with many: the index takes the
 * newest of all kinds first. Files in the opposite order, so that no process is idle at the end.
 */
function toChunks(routes: readonly AppRoute[], counts: readonly number[]): Chunk[] {
  const order = counts.map((count, route) => ({ count, route, isPage: routes[route]?.kind === 'page' }));
  order.sort((a, b) => Number(b.isPage) - Number(a.isPage) || (a.isPage ? a.count - b.count : b.count - a.count));
  return order.flatMap(({ count, route }) =>
    Array.from({ length: Math.ceil(count / chunkSize) }, (_, index) => ({
      route,
      from: index * chunkSize,
      to: Math.min(count, (index + 1) * chunkSize),
    })),
  );
}

async function addToManifest(distDir: string, entries: (readonly [path: string, entry: object])[]): Promise<void> {
  const sorted = entries.sort(([a], [b]) => compare(a, b));
  const manifest = await readManifest(distDir);
  const routes = { ...manifest.routes, ...Object.fromEntries(sorted) };
  await writeFile(manifestPath(distDir), JSON.stringify({ ...manifest, routes }));
}

/** The path of a page of a route, by which its style sheet is chosen. */
function samplePage(pattern = ''): string {
  return `app${pattern.replace('[year]', '2000').replace('[month]', '01')}.html`;
}

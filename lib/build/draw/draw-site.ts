// Draws what the framework would make page by page, in processes of our own, while it bundles and makes the first of each.
import { writeFile } from 'node:fs/promises';
import type { AppRoute } from '@/lib/build/draw/app-routes';
import type { Order, Reports, Stretch } from '@/lib/build/draw/draw-worker';
import { manifestPath, readManifest } from '@/lib/build/draw/framework-output';
import { Mains } from '@/lib/build/draw/mains';
import type { Processes, Worker } from '@/lib/build/draw/processes';
import type { MainOf } from '@/lib/build/search-index';
import type { Names, RetargetStyles } from '@/lib/build/trim-styles';

/** The pages and answers of a site while they are drawn. */
export interface Drawing {
  /** Once all of them are. @throws {Error} where one cannot be drawn; it names the file and the address. */
  readonly done: Promise<DrawnSite>;
  /** For the search, of each page once it is drawn. May be asked once for each. */
  readonly mainOf: MainOf;
}

/** Pages and answers, drawn and not written yet. */
export interface DrawnSite {
  readonly count: number;
  /** What all these pages name, for their style sheets. */
  readonly used: readonly Names[];
  /**
   * Holds the first page and the first answer of each route against what the framework made of it.
   *
   * @returns what is not the same: with that, nothing may be written.
   */
  compare(distDir: string): Promise<readonly string[]>;
  /** Writes all of them among what the framework made. @param retarget puts the addresses of style sheets into a page. */
  write(distDir: string, retarget: RetargetStyles): Promise<void>;
}

/** How many addresses a process is given at a time. */
const batch = 12;

/** Draws every page and every answer that is made for many addresses. */
export function startDrawing(processes: Processes): Drawing {
  const mains = new Mains();
  const done = draw(processes, mains);
  done.then(
    () => mains.fail(new Error('nothing was drawn of it')),
    (error: Error) => mains.fail(error),
  );
  return { done, mainOf: (path) => mains.take(path) };
}

async function draw({ workers, routes }: Processes, mains: Mains): Promise<DrawnSite> {
  const counts = await (workers[0] as Worker).ask<'count'>({ do: 'count' });
  const open = plan(routes, counts);
  const used: Names[] = [];
  await Promise.all(
    workers.map(async (worker) => {
      for (let stretch = open.shift(); stretch; stretch = open.shift()) {
        const drawn = await worker.ask<'draw'>({ do: 'draw', stretch });
        for (const [path, main] of drawn.mains) mains.put(path, main);
        used.push(drawn.used);
      }
    }),
  );
  const sheets = new Map<number, string>();
  return {
    count: counts.reduce((sum, count) => sum + count, 0),
    used,
    async compare(distDir) {
      const reports = await Promise.all(workers.map((worker) => worker.ask<'compare'>({ do: 'compare', distDir })));
      for (const report of reports) for (const [route, links] of report.sheets) sheets.set(route, links);
      return reports.flatMap(({ differences }) => differences);
    },
    async write(distDir, retarget) {
      const links = new Map(
        [...sheets].map(([route, each]) => [route, retarget(each, fileOf(routes[route]?.pattern))]),
      );
      const order: Order = { do: 'write', distDir, sheets: links };
      const written = await Promise.all(workers.map((worker) => worker.ask<'write'>(order)));
      await addEntries(distDir, written.flat());
    },
  };
}

/**
 * Pages first, since the search waits for them, and of these the fewest first: it takes the newest of all kinds first, and would
 * wait for the kinds that are drawn last. Of files the most first, so that no process is idle at the end.
 */
function plan(routes: readonly AppRoute[], counts: readonly number[]): Stretch[] {
  const order = counts.map((count, route) => ({ count, route, isPage: routes[route]?.kind === 'page' }));
  order.sort((a, b) => Number(b.isPage) - Number(a.isPage) || (a.isPage ? a.count - b.count : b.count - a.count));
  return order.flatMap(({ count, route }) =>
    Array.from({ length: Math.ceil(count / batch) }, (_, index) => ({
      route,
      from: index * batch,
      to: Math.min(count, (index + 1) * batch),
    })),
  );
}

/** A page of a route, as the choice of a sheet knows it. */
function fileOf(pattern = ''): string {
  return `app${pattern.replace('[year]', '2000').replace('[month]', '01')}.html`;
}

async function addEntries(distDir: string, written: Reports['write']): Promise<void> {
  const manifest = await readManifest(distDir);
  const ordered = [...written].sort(([a], [b]) => (a < b ? -1 : 1));
  const routes = { ...manifest.routes, ...Object.fromEntries(ordered) };
  await writeFile(manifestPath(distDir), JSON.stringify({ ...manifest, routes }));
}

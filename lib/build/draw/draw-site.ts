// Draws what the framework would make page by page, in processes of our own, while it bundles and makes the first of each.
import { type ChildProcess, fork } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { bundleOf } from '@/lib/build/bundle.mjs';
import { findRoutes, workerSource } from '@/lib/build/draw/app-routes';
import type { Order, Reports, Stretch } from '@/lib/build/draw/draw-worker';
import { manifestPath, readManifest } from '@/lib/build/draw/framework-output';
import type { Names, RetargetStyles } from '@/lib/build/trim-styles';

/** Pages drawn, and not written yet. */
export interface DrawnSite {
  /** How many pages and answers. */
  readonly count: number;
  /** The `<main>` of each page, by its address without a final slash. */
  readonly texts: ReadonlyMap<string, string>;
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
  /** Ends the processes. */
  close(): void;
}

/** How many addresses a process is given at a time. */
const batch = 12;

/**
 * Draws every page and every answer that is made for many addresses.
 *
 * @param env variables for the processes, beside those of this one: which content, which instant.
 * @throws {Error} where one cannot be drawn; it names the file and the address.
 */
export async function drawSite(env: Readonly<Record<string, string>>): Promise<DrawnSite> {
  const routes = await findRoutes();
  const bundle = await bundleOf('lib/build/draw/draw-worker.ts', workerSource(routes));
  if (!bundle) throw new Error('the pages cannot be bundled');
  const workers = Array.from({ length: Math.min(availableParallelism(), 8) }, () => new Worker(bundle, env));
  const close = () => {
    for (const worker of workers) worker.close();
  };
  try {
    const [first] = workers as [Worker];
    const counts = await first.ask<'count'>({ do: 'count' });
    const open = counts.flatMap((count, route) => stretches(route, count));
    const texts = new Map<string, string>();
    const used: Names[] = [];
    await Promise.all(
      workers.map(async (worker) => {
        for (let stretch = open.shift(); stretch; stretch = open.shift()) {
          const drawn = await worker.ask<'draw'>({ do: 'draw', stretch });
          for (const [path, main] of drawn.texts) texts.set(path, main);
          used.push(drawn.used);
        }
      }),
    );
    const sheets = new Map<number, string>();
    return {
      count: counts.reduce((sum, count) => sum + count, 0),
      texts,
      used,
      async compare(distDir) {
        const reports = await Promise.all(workers.map((worker) => worker.ask<'compare'>({ do: 'compare', distDir })));
        for (const report of reports) for (const [route, links] of report.sheets) sheets.set(route, links);
        return reports.flatMap(({ differences }) => differences);
      },
      async write(distDir, retarget) {
        const links = new Map([...sheets].map(([route, each]) => [route, retarget(each, fileOf(routes[route]?.pattern))]));
        const order: Order = { do: 'write', distDir, sheets: links };
        const written = await Promise.all(workers.map((worker) => worker.ask<'write'>(order)));
        await addEntries(distDir, written.flat());
      },
      close,
    };
  } catch (error) {
    close();
    throw error;
  }
}

function stretches(route: number, count: number): Stretch[] {
  return Array.from({ length: Math.ceil(count / batch) }, (_, index) => ({
    route,
    from: index * batch,
    to: Math.min(count, (index + 1) * batch),
  }));
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

/** A process, which is asked one thing at a time. */
class Worker {
  readonly #child: ChildProcess;

  constructor(bundle: string, env: Readonly<Record<string, string>>) {
    this.#child = fork(bundle, {
      execArgv: ['--max-semi-space-size=64'],
      env: { ...process.env, ...env, NODE_ENV: 'production' },
      serialization: 'advanced',
    });
    this.#child.setMaxListeners(0);
  }

  /** @throws {Error} what went wrong there, or that the process has ended. */
  ask<Kind extends keyof Reports>(order: Order & { do: Kind }): Promise<Reports[Kind]> {
    return new Promise((resolve, reject) => {
      const finish = (settle: () => void) => {
        this.#child.off('message', hear).off('exit', end).off('error', reject);
        settle();
      };
      const hear = (answer: { done: Reports[Kind] } | { failed: string }) =>
        finish(() => ('done' in answer ? resolve(answer.done) : reject(new Error(answer.failed))));
      const end = (code: number | null) => finish(() => reject(new Error(`a process that draws pages ended with ${code}`)));
      this.#child.once('message', hear).once('exit', end).once('error', reject);
      this.#child.send(order);
    });
  }

  close(): void {
    if (this.#child.connected) this.#child.disconnect();
  }
}

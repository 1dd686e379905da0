// The processes of a build that know how pages are made: they inspect and compile bodies while the content is checked, and then
// draw. One for each core, started once: what they have to load takes longer than fifty posts.
import { type ChildProcess, fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { bundleOf } from '@/lib/base/bundle.mjs';
import { type AppRoute, findRoutes, workerSource } from '@/lib/build/draw/app-routes';
import type { Order, Reports } from '@/lib/build/draw/draw-worker';

/** The processes, and the routes that they know. */
export interface Processes {
  readonly workers: readonly Worker[];
  readonly routes: readonly AppRoute[];
}

/**
 * Starts them.
 *
 * @param env variables for them, beside those of this process: which content, which instant, whether all files.
 * @throws {Error} where what they are made of cannot be bundled.
 */
export async function startProcesses(env: Readonly<Record<string, string>>): Promise<Processes> {
  const routes = await findRoutes(env.NEWS_FILES_DRAWN === '1');
  const bundle = await bundleOf('lib/build/draw/draw-worker.ts', workerSource(routes));
  if (!bundle) throw new Error('the pages cannot be bundled');
  return {
    routes,
    workers: Array.from({ length: Math.min(availableParallelism(), 8) }, () => new Worker(bundle, env)),
  };
}

/** A process, which is asked one thing at a time. */
export class Worker {
  readonly #child: ChildProcess;

  constructor(bundle: string, env: Readonly<Record<string, string>>) {
    this.#child = fork(bundle, {
      // What a body or a page leaves behind dies young: room for it saves a fifth of the time.
      execArgv: ['--max-semi-space-size=64'],
      env: { ...process.env, ...env, NODE_ENV: 'production' },
      serialization: 'advanced',
    });
  }

  /** @throws {Error} what went wrong there, or that the process has ended. */
  ask<Kind extends keyof Reports>(order: Order & { do: Kind }): Promise<Reports[Kind]> {
    return new Promise((resolve, reject) => {
      const finish = (settle: () => void) => {
        this.#child.off('message', hear).off('exit', end).off('error', fail);
        settle();
      };
      const hear = (answer: { done: Reports[Kind] } | { failed: string }) =>
        finish(() => ('done' in answer ? resolve(answer.done) : reject(new Error(answer.failed))));
      const end = (code: number | null) =>
        finish(() => reject(new Error(`a process that makes pages ended with ${code ?? 'a signal'}`)));
      const fail = (error: Error) => finish(() => reject(error));
      this.#child.once('message', hear).once('exit', end).once('error', fail);
      // Where it has ended, nothing is sent, and nobody would answer.
      this.#child.send(order, (error) => error && fail(error));
    });
  }

  /** Ends it, whatever it does. */
  close(): void {
    this.#child.kill();
  }
}

// A process that runs lib/build/prerender/prerender-worker.ts, one task at a time.
import { type ChildProcess, fork } from 'node:child_process';
import type { Results, Task } from '@/lib/build/prerender/prerender-worker';

export class WorkerProcess {
  readonly #child: ChildProcess;

  /** @param bundle the absolute path of the worker's code. @param env variables beside those of this process. */
  constructor(bundle: string, env: Readonly<Record<string, string>>) {
    this.#child = fork(bundle, {
      // What a body or a page leaves behind is collected soon: it needs room in the young generation.
      execArgv: ['--max-semi-space-size=64'],
      env: { ...process.env, ...env, NODE_ENV: 'production' },
      serialization: 'advanced',
    });
  }

  /** @throws {Error} the one that the task threw, or that the process has ended. */
  run<Kind extends keyof Results>(task: Task & { do: Kind }): Promise<Results[Kind]> {
    return new Promise((resolve, reject) => {
      const finish = (settle: () => void) => {
        this.#child.off('message', onMessage).off('exit', onExit).off('error', fail);
        settle();
      };
      const onMessage = (message: { done: Results[Kind] } | { failed: string }) =>
        finish(() => ('done' in message ? resolve(message.done) : reject(new Error(message.failed))));
      const onExit = (code: number | null) =>
        finish(() => reject(new Error(`a prerendering process ended with ${code ?? 'a signal'}`)));
      const fail = (error: Error) => finish(() => reject(error));
      this.#child.once('message', onMessage).once('exit', onExit).once('error', fail);
      // A process that has ended already sends no event.
      this.#child.send(task, (error) => error && fail(error));
    });
  }

  /** Ends the process. */
  close(): void {
    this.#child.kill();
  }
}

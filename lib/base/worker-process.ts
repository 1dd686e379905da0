// A process of our own that does tasks, one at a time: the parent's side, and the process's own.
import { type ChildProcess, fork } from 'node:child_process';

/** The methods of an object, by name. What they take and return is sent between the processes, so it is plain data. */
type Tasks<Worker> = {
  [Name in keyof Worker]: Worker[Name] extends (...args: infer Args) => infer R ? [Args, Awaited<R>] : never;
};

export class WorkerProcess<Worker> {
  readonly #child: ChildProcess;

  /** @param script the absolute path of code that calls `doTasks`. @param env variables beside those of this process. */
  constructor(script: string, env: Readonly<Record<string, string>> = {}) {
    this.#child = fork(script, {
      // What a body or a page leaves behind is collected soon: it needs room in the young generation.
      execArgv: ['--max-semi-space-size=64', ...(script.endsWith('.ts') ? ['--import', 'tsx'] : [])],
      env: { ...process.env, ...env, NODE_ENV: 'production' },
      serialization: 'advanced',
    });
  }

  /** Has the process call a method. @throws {Error} the one that the method threw, or that the process has ended. */
  run<Name extends keyof Worker>(name: Name, ...args: Tasks<Worker>[Name][0]): Promise<Tasks<Worker>[Name][1]> {
    return new Promise((resolve, reject) => {
      const finish = (settle: () => void) => {
        this.#child.off('message', onMessage).off('exit', onExit).off('error', fail);
        settle();
      };
      const onMessage = (message: { done: Tasks<Worker>[Name][1] } | { failed: string }) =>
        finish(() => ('done' in message ? resolve(message.done) : reject(new Error(message.failed))));
      const onExit = (code: number | null) =>
        finish(() => reject(new Error(`a worker process ended with ${code ?? 'a signal'}`)));
      const fail = (error: Error) => finish(() => reject(error));
      this.#child.once('message', onMessage).once('exit', onExit).once('error', fail);
      // A process that has ended already sends no event.
      this.#child.send([name, args], (error) => error && fail(error));
    });
  }

  /** Ends the process. */
  close(): void {
    this.#child.kill();
  }
}

/** Does the parent's tasks with the methods of an object, until the parent ends. */
export function doTasks<Worker extends object>(worker: Worker): void {
  process.on('message', async ([name, args]: [keyof Worker, readonly unknown[]]) => {
    try {
      process.send?.({
        done: await (worker[name] as (...args: readonly unknown[]) => unknown).apply(worker, args as unknown[]),
      });
    } catch (error) {
      process.send?.({ failed: (error as Error).message });
    }
  });
}

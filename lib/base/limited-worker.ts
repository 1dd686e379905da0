// Runs work that may never end in a process that can be killed.
import { type TaskLimit, WorkerProcess } from '@/lib/base/worker-process';

/** A process that does tasks one after another. It starts with the first task, and again after a task that took too long. */
export class LimitedWorker<Worker> {
  readonly #findScript: () => Promise<string>;
  readonly #limit: TaskLimit;
  readonly #idle: number;
  readonly #env: Readonly<Record<string, string>>;
  #worker: WorkerProcess<Worker> | undefined;
  #last: Promise<unknown> = Promise.resolve();
  #timer: NodeJS.Timeout | undefined;

  /**
   * @param findScript the absolute path of code that calls `doTasks`.
   * @param limit of each task.
   * @param options `idle`: how long a process without work is kept, in milliseconds; `env`: variables in addition to those of this
   *   process.
   */
  constructor(
    findScript: () => Promise<string>,
    limit: TaskLimit,
    { idle = 20_000, env = {} }: { idle?: number; env?: Readonly<Record<string, string>> } = {},
  ) {
    this.#findScript = findScript;
    this.#limit = limit;
    this.#idle = idle;
    this.#env = env;
  }

  /** As {@link WorkerProcess.run}; the time until it is a task's turn does not count. */
  run: WorkerProcess<Worker>['run'] = (name, ...args) => {
    const result = this.#last.then(async () => {
      clearTimeout(this.#timer);
      this.#worker ??= new WorkerProcess<Worker>(await this.#findScript(), this.#env, this.#limit);
      this.#worker.unref();
      try {
        return await this.#worker.run(name, ...args);
      } catch (error) {
        // Whether it has ended or only failed: the next task begins in a sound one.
        this.close();
        throw error;
      } finally {
        this.#timer = setTimeout(() => this.close(), this.#idle).unref();
      }
    });
    this.#last = result.catch(() => undefined);
    return result;
  };

  /** Ends the process, if there is one. */
  close(): void {
    this.#worker?.close();
    this.#worker = undefined;
  }
}

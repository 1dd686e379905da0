// A worker process that does one task at a time: the parent's side and the worker's side.
import { type ChildProcess, fork } from 'node:child_process';
import { Worker as Thread } from 'node:worker_threads';

/** The methods of an object, by name. What they take and return is sent between the processes, so it is plain data. */
type Tasks<Worker> = {
  [Name in keyof Worker]: Worker[Name] extends (...args: infer Args) => infer R ? [Args, Awaited<R>] : never;
};

/** How long one task may take, in seconds. A process that takes longer is ended. */
export interface TaskLimit {
  /** Of processor time, which is the same on a busy machine. A thread of the process counts it. */
  readonly processor: number;
  /** By the clock, for a process that is too busy to count. */
  readonly clock: number;
}

/** A task took longer than its {@link TaskLimit}. Its process has ended. */
export class TaskLimitError extends Error {
  override readonly name = 'TaskLimitError';
}

type Answer<Done> = { done: Done } | { failed: string };

export class WorkerProcess<Worker> {
  readonly #child: ChildProcess;
  readonly #limit: TaskLimit | undefined;

  /**
   * @param script the absolute path of code that calls `doTasks`.
   * @param env variables in addition to those of this process.
   * @param limit of each task.
   */
  constructor(script: string, env: Readonly<Record<string, string>> = {}, limit?: TaskLimit) {
    this.#limit = limit;
    this.#child = fork(/* turbopackIgnore: true */ script, {
      // What a body or a page leaves behind is collected soon: it needs room in the young generation.
      execArgv: ['--max-semi-space-size=64', ...(script.endsWith('.ts') ? ['--import', 'tsx'] : [])],
      env: { ...process.env, ...env, NODE_ENV: 'production' },
      serialization: 'advanced',
    });
    // Between two tasks nobody waits for it; the next task fails, and says so. Without a listener, Node would end this process.
    this.#child.on('error', () => undefined);
  }

  /**
   * Has the process call a method.
   *
   * @throws {Error} the one that the method threw, or that the process has ended.
   * @throws {TaskLimitError} if it takes longer than it may.
   */
  run<Name extends keyof Worker>(name: Name, ...args: Tasks<Worker>[Name][0]): Promise<Tasks<Worker>[Name][1]> {
    return this.runWithin(this.#limit, name, ...args);
  }

  /** As {@link run}, with a limit of its own. */
  runWithin<Name extends keyof Worker>(
    limit: TaskLimit | undefined,
    name: Name,
    ...args: Tasks<Worker>[Name][0]
  ): Promise<Tasks<Worker>[Name][1]> {
    return new Promise((resolve, reject) => {
      const finish = (settle: () => void) => {
        clearTimeout(timer);
        this.#child.off('message', onMessage).off('exit', onExit).off('error', fail);
        settle();
      };
      const exceed = (seconds: number) => fail(new TaskLimitError(`it takes more than ${seconds} seconds`));
      const onMessage = (answer: Answer<Tasks<Worker>[Name][1]>) =>
        finish(() => ('done' in answer ? resolve(answer.done) : reject(new Error(answer.failed))));
      const onExit = (code: number | null, signal: string | null) => {
        if (limit && signal === excess) exceed(limit.processor);
        else fail(new Error(`a worker process ended with ${code ?? signal}`));
      };
      const fail = (error: Error) => finish(() => reject(error));
      const onClock = ({ clock }: TaskLimit) => {
        this.#child.kill('SIGKILL');
        exceed(clock);
      };
      const timer = limit && setTimeout(onClock, limit.clock * 1000, limit);
      this.#child.once('message', onMessage).once('exit', onExit).once('error', fail);
      // A process that has ended already sends no event.
      this.#child.send([name, args, limit?.processor], (error) => error && fail(error));
    });
  }

  /** Lets this process end while the other has nothing to do: that one ends, too. */
  unref(): void {
    this.#child.unref();
    this.#child.channel?.unref();
  }

  /** Ends the process. */
  close(): void {
    this.#child.kill();
  }
}

/** The signal by which a process ends itself when a task has taken too much processor time. */
const excess = 'SIGKILL';

/**
 * Counts the processor time of this process, and ends it. In a thread: the process itself may be in one call of a parser for
 * hours, and what a library computes in threads of its own cannot be stopped either. Each message begins or ends a task.
 */
const watcher = `
  let timer;
  require('node:worker_threads').parentPort.on('message', (seconds) => {
    clearInterval(timer);
    if (seconds === undefined) return;
    const begun = process.cpuUsage();
    timer = setInterval(() => {
      const { user, system } = process.cpuUsage(begun);
      if ((user + system) / 1e6 >= seconds) process.kill(process.pid, '${excess}');
    }, 100);
  });
`;

/** Does the parent's tasks with the methods of an object, until the parent ends. */
export function doTasks<Worker extends object>(worker: Worker): void {
  let thread: Thread | undefined;
  const watch = (seconds: number | undefined) => {
    if (seconds !== undefined) thread ??= new Thread(watcher, { eval: true, execArgv: [] });
    thread?.unref();
    thread?.postMessage(seconds);
  };
  process.on('message', async ([name, args, seconds]: [keyof Worker, readonly unknown[], number | undefined]) => {
    watch(seconds);
    try {
      answer({
        done: await (worker[name] as (...args: readonly unknown[]) => unknown).apply(worker, args as unknown[]),
      });
    } catch (error) {
      answer({ failed: (error as Error).message });
    } finally {
      watch(undefined);
    }
  });
}

/** Sends a result to the parent. Where that has ended, nobody needs it; without a callback, Node would throw. */
function answer(result: Answer<unknown>): void {
  process.send?.(result, () => undefined);
}

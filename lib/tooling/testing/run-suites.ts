// Runs programs in parallel, shows the output of each as a whole, and ends all of their processes.
import { type ChildProcess, spawn } from 'node:child_process';
import { signalGroup } from '@/lib/build/run';

/** A program that a suite consists of. */
export interface Program {
  /** What Node is started with. */
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>> | undefined;
  /** Whether its output is shown immediately instead of being collected. */
  readonly isShown?: boolean | undefined;
}

/** How a program ended. */
export interface Ended {
  /** Its exit code; 1 where a signal ended it. */
  readonly code: number;
  /** What it printed, unless that was shown already. */
  readonly output: string;
}

const running = new Set<ChildProcess>();
let isEnding = false;

/** Runs a program in a process group of its own, and ends whatever is left of the group afterwards. */
export function runProgram({ args, env, isShown = false }: Program): Promise<Ended> {
  // A signal has ended the programs before this one.
  if (isEnding) return Promise.resolve({ code: 1, output: '' });
  const { NODE_ENV: _, ...inherited } = process.env;
  const child = spawn(process.execPath, args, {
    stdio: isShown ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
    env: { ...(inherited as NodeJS.ProcessEnv), NEXT_TELEMETRY_DISABLED: '1', ...env },
    detached: process.platform !== 'win32',
  });
  running.add(child);
  const chunks: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => chunks.push(chunk));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', () => signalGroup(child, 'SIGKILL'));
    child.once('close', (code) => {
      running.delete(child);
      resolve({ code: code ?? 1, output: Buffer.concat(chunks).toString() });
    });
  });
}

/**
 * Has signals that end this process end everything that `runProgram` has started: at once with the same signal, which lets
 * browsers and servers close; what is left after ten seconds is killed.
 *
 * @param cleanUp is called last.
 */
export function endWithSignals(cleanUp: () => void): void {
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(name, async () => {
      isEnding = true;
      const ends = [...running].map((child) => new Promise((resolve) => child.once('close', resolve)));
      for (const child of running) signalGroup(child, name);
      const timer = setTimeout(() => {
        for (const child of running) signalGroup(child, 'SIGKILL');
      }, 10_000);
      await Promise.all(ends);
      clearTimeout(timer);
      cleanUp();
      process.exit(130);
    });
  }
}

/** What `runTogether` must know of a task. */
export interface Task {
  readonly title: string;
  /** Titles of the tasks that must have ended before it starts. */
  readonly after?: readonly string[] | undefined;
}

/**
 * Runs tasks side by side, so many at a time. Whenever one ends, the first task of the list that need not wait for another starts.
 *
 * @returns each task with its result, in the order in which they end.
 */
export async function* runTogether<T extends Task, Result>(
  tasks: readonly T[],
  limit: number,
  run: (task: T) => Promise<Result>,
): AsyncGenerator<readonly [T, Result]> {
  const waiting = [...tasks];
  const running = new Map<T, Promise<readonly [T, Result]>>();
  const isUnfinished = (title: string) => [...waiting, ...running.keys()].some((task) => task.title === title);
  while (waiting.length > 0 || running.size > 0) {
    while (running.size < limit) {
      const at = waiting.findIndex(({ after = [] }) => !after.some(isUnfinished));
      const [task] = at < 0 ? [] : waiting.splice(at, 1);
      if (!task) break;
      running.set(
        task,
        run(task).then((result) => [task, result] as const),
      );
    }
    if (running.size === 0)
      throw new Error(`These wait for each other: ${waiting.map(({ title }) => title).join(', ')}`);
    const [task, result] = await Promise.race(running.values());
    running.delete(task);
    yield [task, result];
  }
}

// Runs a command: from its arguments to an exit code, with signals and errors.
import { resolve } from 'node:path';
import { exit, type Program, type Terminal, UsageError } from '@/lib/base/cli/command';
import { wordsBeforeDashes } from '@/lib/base/cli/options';
import { ContentError, formatDiagnostic, sortDiagnostics } from '@/lib/base/diagnostic';

/** Milliseconds in which a second signal is the first once more: the terminal sends one, and npm passes it on. */
const sameSignal = 500;

/**
 * Runs a program with the words after `npm run NAME --`.
 *
 * @returns the exit code.
 */
export async function runProgram(
  { name, usage, run }: Program,
  args: readonly string[],
  terminal: Terminal,
): Promise<number> {
  if (asksForHelp(args)) {
    terminal.out(usage.trim());
    return exit.done;
  }
  return toExitCode(() => run(args, terminal), terminal, `npm run ${name} -- --help`);
}

/** Whether `--help` or `-h` is among the options. */
export function asksForHelp(args: readonly string[]): boolean {
  return wordsBeforeDashes(args).some((word) => word === '--help' || word === '-h');
}

/**
 * Runs a part of a command, and reports what it throws: of any error the message, of {@link ContentError} each problem.
 *
 * @param help what to type to see how it is called.
 * @returns the exit code.
 */
export async function toExitCode(run: () => Promise<number>, terminal: Terminal, help: string): Promise<number> {
  try {
    const code = await run();
    return terminal.signal.aborted ? sayStopped(terminal) : code;
  } catch (error) {
    if (terminal.signal.aborted) return sayStopped(terminal);
    if (error instanceof UsageError) {
      terminal.err(error.message);
      terminal.err(`For help, run: ${help}`);
      return exit.usage;
    }
    if (error instanceof ContentError) {
      for (const problem of sortDiagnostics(error.problems)) terminal.err(formatDiagnostic(problem));
      return exit.failed;
    }
    terminal.err(error instanceof Error ? error.message : String(error));
    if (terminal.env.NEWS_DEBUG && error instanceof Error) terminal.err(error.stack ?? '');
    return exit.failed;
  }
}

function sayStopped(terminal: Terminal): number {
  terminal.err('Stopped. No file was left incomplete.');
  return exit.stopped;
}

/**
 * Runs something in this process, with its arguments and its terminal, and sets the exit code.
 *
 * @param root the root of the repository, by default the folder that this process is in; it then is in the root. Absolute.
 * @param stopsItself it ends by itself when `terminal.signal` is aborted, and removes what it began. Without,
 *   Ctrl-C ends the process at once.
 */
export async function runMain(run: Program['run'], { root = process.cwd(), stopsItself = false } = {}): Promise<void> {
  const stop = new AbortController();
  let stoppedAt = 0;
  const onSignal = () => {
    // A second Ctrl-C: do not wait for the work to end.
    if (stop.signal.aborted && performance.now() - stoppedAt > sameSignal) process.exit(exit.stopped);
    if (!stop.signal.aborted) stoppedAt = performance.now();
    stop.abort();
  };
  if (stopsItself) for (const name of ['SIGINT', 'SIGTERM'] as const) process.on(name, onSignal);
  for (const stream of [process.stdout, process.stderr]) {
    // The reader of the output may have seen enough (`| head`).
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
      process.exit();
    });
  }
  const terminal = openTerminal(root, process.cwd(), stop.signal);
  // The content's paths are shown from the root.
  process.chdir(root);
  process.exitCode = await run(process.argv.slice(2), terminal);
}

/** What of a process a terminal is made of. */
interface TerminalProcess {
  readonly env: Terminal['env'];
  readonly stdin: { readonly isTTY?: boolean };
  readonly stdout: { readonly isTTY?: boolean; write(text: string): unknown };
  readonly stderr: { write(text: string): unknown };
}

/**
 * Makes the terminal of a process.
 *
 * @param root the root of the repository. Absolute.
 * @param cwd where the person is, unless npm says it in `INIT_CWD`: npm starts scripts in the root.
 * @param signal aborted when the person wants to stop.
 */
export function openTerminal(
  root: string,
  cwd: string,
  signal: AbortSignal,
  { env, stdin, stdout, stderr }: TerminalProcess = process,
): Terminal {
  return {
    out: (text) => void stdout.write(`${text}\n`),
    err: (text) => void stderr.write(`${text}\n`),
    color: Boolean(stdout.isTTY) && !env.NO_COLOR && env.TERM !== 'dumb',
    interactive: Boolean(stdin.isTTY && stdout.isTTY) && !env.CI,
    cwd: resolve(env.INIT_CWD || cwd),
    root,
    env,
    signal,
  };
}

// The terminal that a process has.
import { resolve } from 'node:path';
import type { Terminal } from '@/lib/base/cli/command';

/** What of a process a terminal is made of. */
export interface TerminalProcess {
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

// A terminal for tests of commands: it keeps what is printed, and nobody sits before it.
import { resolve } from 'node:path';
import type { Terminal } from '@/lib/base/cli/command';

export interface TestTerminal extends Terminal {
  /** All of stdout, a line each. */
  readonly outLines: string[];
  /** All of stderr, a line each. */
  readonly errLines: string[];
}

/** @param given what is to differ from a terminal without a person in the root, by default that of the repository. */
export function testTerminal(given: Partial<Terminal> = {}): TestTerminal {
  const outLines: string[] = [];
  const errLines: string[] = [];
  return {
    out: (text) => void outLines.push(...text.split('\n')),
    err: (text) => void errLines.push(...text.split('\n')),
    color: false,
    interactive: false,
    cwd: given.root ?? resolve('.'),
    root: resolve('.'),
    env: {},
    signal: new AbortController().signal,
    ...given,
    outLines,
    errLines,
  };
}

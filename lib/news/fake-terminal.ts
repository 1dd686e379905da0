// A terminal for tests: it remembers what was printed.
import type { Terminal } from '@/lib/news/command';

/** A terminal whose lines can be read back. */
export interface FakeTerminal extends Terminal {
  /** What went to stdout, a text each call. */
  readonly printed: readonly string[];
  /** What went to stderr, a text each call. */
  readonly told: readonly string[];
}

/** A terminal of a repository at `root`, with nobody at it unless `more` says otherwise. */
export function fakeTerminal(root: string, more: Partial<Terminal> = {}): FakeTerminal {
  const printed: string[] = [];
  const told: string[] = [];
  return {
    out: (text) => void printed.push(text),
    err: (text) => void told.push(text),
    color: false,
    interactive: false,
    cwd: root,
    root,
    env: {},
    signal: new AbortController().signal,
    ...more,
    printed,
    told,
  };
}

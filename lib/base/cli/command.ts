// The interface of a command: its context, its result and its errors.

/** Where a command reads and writes. Commands touch neither `process` nor `console`, so that tests can run them. */
export interface Terminal {
  /** Prints a line for the reader or the next program (stdout). */
  out(text: string): void;
  /** Prints a line about the work: progress, warnings, errors (stderr). */
  err(text: string): void;
  /** Whether to colour: a terminal, and no `NO_COLOR` (https://no-color.org). */
  readonly color: boolean;
  /** Whether a person can answer questions: stdin and stdout are terminals, and this is not CI. */
  readonly interactive: boolean;
  /** The folder in which the command was typed (npm's `INIT_CWD`): relative paths in arguments start here. Absolute. */
  readonly cwd: string;
  /** The root of the repository. Absolute. */
  readonly root: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Aborted on Ctrl-C: whatever is under way stops, and leaves whole files only. */
  readonly signal: AbortSignal;
}

/** How a command ended. */
export const exit = {
  done: 0,
  /** It found errors, or could not do all that it was asked to. */
  failed: 1,
  /** The command line was not valid. */
  usage: 2,
  /** Ctrl-C stopped it: 128 and the number of the signal, as shells count. */
  stopped: 130,
} as const;

/** What can be run by its name: `npm run check`. */
export interface Program {
  /** As it is typed: `check`. */
  readonly name: string;
  /** All of its `--help`: synopsis, options, examples, exit codes. */
  readonly usage: string;
  /** @returns the exit code; a wrong call throws a {@link UsageError}. */
  run(args: readonly string[], terminal: Terminal): Promise<number>;
}

/** One of several commands that share a first word: `npm run news -- draft`. */
export interface Command extends Program {
  /** One line for `news help`. */
  readonly summary: string;
  /** Where the first word chooses among things with options of their own: the usage of each, `news help new event`. */
  readonly usages?: Readonly<Record<string, string>>;
}

/** The command line is not valid. The message says what to type instead. */
export class UsageError extends Error {}

// What a bench is to `npm run bench`: an option that chooses it, its help, and something to run.

/** One thing that can be measured. */
export interface Bench {
  /** The option that chooses it, `--posts`. */
  readonly flag: string;
  /** Its part of `--help`: the usage line, then a line an option. */
  readonly usage: string;
  /**
   * Measures, prints figures to stdout and progress to stderr.
   *
   * @param args the whole command line after `npm run bench --`.
   * @param signal aborted when the person wants to stop; what was started must then end, and what was written be removed.
   * @returns the exit code.
   * @throws {UsageError} where the command line is not what `usage` says.
   */
  run(args: readonly string[], signal: AbortSignal): Promise<number>;
}

/** A command line that is wrong: its message is one line, said without a stack. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** What was asked for cannot be measured: its message is for people, said without a stack. */
export class BenchError extends Error {
  override readonly name = 'BenchError';
}

/**
 * Reads a count from the command line.
 *
 * @param name the option, `--posts`, for the message.
 * @param text what was given for it.
 * @param most the largest that makes sense.
 * @returns an integer from 1 to `most`.
 * @throws {UsageError} where it is anything else.
 */
export function parseCount(name: string, text: string | undefined, most: number): number {
  const count = Number(text);
  if (text !== undefined && /^\d+$/.test(text) && count >= 1 && count <= most) return count;
  throw new UsageError(`${name} takes a whole number from 1 to ${most}, not "${text ?? ''}"`);
}

/**
 * Reads options that take no value.
 *
 * @param names those that there are, without their hyphens.
 * @returns which were given.
 * @throws {UsageError} where anything else was.
 */
export function readFlags<N extends string>(args: readonly string[], names: readonly N[]): Partial<Record<N, boolean>> {
  const given: Partial<Record<N, boolean>> = {};
  for (const arg of args) {
    const name = names.find((each) => arg === `--${each}`);
    if (name === undefined) throw new UsageError(`"${arg}" means nothing here`);
    given[name] = true;
  }
  return given;
}

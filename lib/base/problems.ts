// A problem in the content: where it is, what it is, and what to write instead.

/** What is wrong at one place of one file. */
export interface Problem {
  /** The file's path as the author knows it, relative to the folder the command runs in. */
  readonly file: string;
  /** 1-based line of the file. */
  readonly line: number;
  /** 1-based column, counted in characters. */
  readonly column: number;
  readonly severity: 'error' | 'warning';
  /** A stable name, `<kind>/<what>`, to search for. */
  readonly code: string;
  readonly message: string;
  /** What to do, in the imperative. */
  readonly fix: string;
}

/** A place in a file, 1-based. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** `path:line:col: severity code: message (fix: …)`, on one line whatever the message holds. */
export function formatProblem(problem: Problem): string {
  const { file, line, column, severity, code, message, fix } = problem;
  return oneLine(`${file}:${line}:${column}: ${severity} ${code}: ${message} (fix: ${fix})`);
}

/** By file, then place, then code: the order in which they are always shown. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  return [...problems].sort(
    (a, b) =>
      compare(a.file, b.file) ||
      a.line - b.line ||
      a.column - b.column ||
      compare(a.code, b.code) ||
      compare(a.message, b.message),
  );
}

/** Those that stop a build. */
export function errorsOf(problems: readonly Problem[]): Problem[] {
  return problems.filter((problem) => problem.severity === 'error');
}

/** Content that cannot be shown, with every reason at once. */
export class ContentError extends Error {
  override readonly name = 'ContentError';
  constructor(readonly problems: readonly Problem[]) {
    super(`The content has problems:\n${sortProblems(problems).map(formatProblem).join('\n')}`);
  }
}

/** Compares by code unit, so that an order is the same on every machine. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

// Control characters would let a hostile file name or value write to the terminal.
function oneLine(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ');
}

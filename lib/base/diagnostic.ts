// A diagnostic: what is wrong at one place of the content, and what to write instead. One type and one printer for all.
import { compare } from '@/lib/base/compare';
import { countedInFigures } from '@/lib/base/english';
import { groupBy } from '@/lib/base/group-by';

/** A place in a text, 1-based. Columns count characters. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** What is wrong, where, and what to do about it. */
export interface Diagnostic extends Place {
  /** The file's path as the author knows it, relative to the folder the command runs in; empty within a text. */
  readonly file: string;
  readonly severity: 'error' | 'warning';
  /** A stable name, `<kind>/<what>`, to search for. */
  readonly code: string;
  readonly message: string;
  /** What to do, in the imperative. */
  readonly fix: string;
}

/** The place of a diagnostic, if known; by default the beginning of the text. */
export type Where = Partial<Pick<Diagnostic, 'file' | 'line' | 'column'>>;

function maker(severity: Diagnostic['severity']) {
  return (code: string, message: string, fix: string, { file = '', line = 1, column = 1 }: Where = {}): Diagnostic => {
    return { file, line, column, severity, code, message, fix };
  };
}

/** Makes a diagnostic that stops a build. */
export const error = maker('error');

/** Makes a diagnostic that stops nothing but `check --strict`: something looks unintended. */
export const warning = maker('warning');

/** Whether something read is a diagnostic in place of what was wanted. */
export function isDiagnostic(result: unknown): result is Diagnostic {
  return typeof result === 'object' && result !== null && 'severity' in result && 'fix' in result;
}

/** The place of a character of a text. @param index in UTF-16 code units. */
export function placeAt(text: string, index: number): Place {
  const lines = text.slice(0, index).split(/\r\n|\r|\n/);
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
}

/**
 * A diagnostic of a text within a file.
 *
 * @param firstLine - the line of the file at which the text begins, 1-based.
 */
export function inFile(diagnostic: Diagnostic, file: string, firstLine = 1): Diagnostic {
  return { ...diagnostic, file, line: diagnostic.line + firstLine - 1 };
}

/** `path:line:col: severity code: message (fix: …)`, on one line whatever the message contains. */
export function formatDiagnostic({ file, line, column, severity, code, message, fix }: Diagnostic): string {
  return oneLine(`${file}:${line}:${column}: ${severity} ${code}: ${message} (fix: ${fix})`);
}

/** A workflow command of GitHub, which annotates the line of a pull request. */
export function formatAnnotation({ file, line, column, severity, code, message, fix }: Diagnostic): string {
  const escaped = (text: string) => text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
  const property = (text: string) => escaped(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
  const place = `file=${property(file)},line=${line},col=${column},title=${property(code)}`;
  return `::${severity} ${place}::${escaped(`${message} (fix: ${fix})`)}`;
}

/** More warnings of one code than this are one line. */
const mostOfOneCode = 10;

/**
 * Lines for people: each error, and each warning unless there are many of its code, which are then counted on one line:
 * `warning post/unknown-key: 411 in 215 posts, first at …`. The last line says how to see all.
 *
 * @param options with `verbose`, every warning has its line.
 */
export function formatDiagnostics(diagnostics: readonly Diagnostic[], { verbose = false } = {}): string[] {
  const warnings = groupBy(
    diagnostics.filter(({ severity }) => severity === 'warning'),
    ({ code }) => code,
  );
  const isGrouped = ({ severity, code }: Diagnostic) =>
    !verbose && severity === 'warning' && (warnings.get(code)?.length ?? 0) > mostOfOneCode;
  const groups = [...warnings.values()].filter(([first]) => first && isGrouped(first));
  return [
    ...diagnostics.filter((diagnostic) => !isGrouped(diagnostic)).map(formatDiagnostic),
    ...groups.map(formatGroup),
    ...(groups.length > 0 ? ['To see every warning, run npm run check -- --verbose.'] : []),
  ];
}

function formatGroup(group: readonly Diagnostic[]): string {
  const files = new Set(group.map(({ file }) => file));
  const noun = [...files].every((file) => /\.(?:mdx?|markdown)$/.test(file)) ? 'post' : 'file';
  const [first] = group as [Diagnostic];
  const { file, line, column, code, message, fix } = first;
  const count = `${group.length} in ${countedInFigures(files.size, noun)}`;
  return oneLine(`warning ${code}: ${count}, first at ${file}:${line}:${column}: ${message} (fix: ${fix})`);
}

/** By file, then place, then code: the order in which they are always shown. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return [...diagnostics].sort(
    (a, b) =>
      compare(a.file, b.file) ||
      a.line - b.line ||
      a.column - b.column ||
      compare(a.code, b.code) ||
      compare(a.message, b.message),
  );
}

/** Those that stop a build. */
export function errorsOf(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return diagnostics.filter(({ severity }) => severity === 'error');
}

/** Content that cannot be shown, with every reason at once. */
export class ContentError extends Error {
  override readonly name = 'ContentError';
  constructor(readonly problems: readonly Diagnostic[]) {
    super(`The content has problems:\n${sortDiagnostics(problems).map(formatDiagnostic).join('\n')}`);
  }
}

// Control characters would let a hostile file name or value write to the terminal, and overrides turn the message round.
function oneLine(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  const line = text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ');
  return line.replace(
    /[\u202a-\u202e\u2066-\u2069]/g,
    (character) => `⟨U+${character.charCodeAt(0).toString(16).toUpperCase()}⟩`,
  );
}

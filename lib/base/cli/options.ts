// Parses the arguments of a command: its options by name, and the remaining words.
import { parseArgs } from 'node:util';
import { UsageError } from '@/lib/base/cli/command';
import { nearest } from '@/lib/base/nearest';

/** What an option takes: nothing, or a value, or several (the option is then given once for each). With an example. */
export type Option = { readonly takes: 'nothing' } | { readonly takes: 'value' | 'values'; readonly example: string };

/** The options of a command, by their names without hyphens. */
export type Options = Readonly<Record<string, Option>>;

/** What was given, by the option's name without hyphens. */
export type OptionValues<Known extends Options = Options> = {
  readonly [Name in keyof Known]?: ValueOf[Known[Name]['takes']];
};

interface ValueOf {
  readonly nothing: true;
  readonly value: string;
  readonly values: readonly string[];
}

/**
 * Reads the words after a command's name.
 *
 * @throws {UsageError} for an option that the command does not have (with the nearest that it has), one without its
 *   value, and one given twice.
 */
export function parseOptions<const Known extends Options>(
  command: string,
  args: readonly string[],
  known: Known,
): { values: OptionValues<Known>; words: readonly string[] } {
  const options = Object.fromEntries(
    Object.entries(known).map(([name, { takes }]) => [name, { type: takes === 'nothing' ? 'boolean' : 'string' }]),
  ) as Record<string, { type: 'boolean' | 'string' }>;
  const { tokens } = parseArgs({ args: [...args], options, allowPositionals: true, strict: false, tokens: true });
  const values: Record<string, string | true | string[]> = {};
  const words: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') words.push(token.value);
    if (token.kind !== 'option') continue;
    const { name, rawName, value } = token;
    const option = Object.hasOwn(known, name) ? known[name] : undefined;
    if (!option) throw new UsageError(unknownOption(command, rawName, Object.keys(known)));
    if (Object.hasOwn(values, name) && option.takes !== 'values') {
      throw new UsageError(`${rawName} is given twice; keep one of the two.`);
    }
    if (option.takes === 'nothing') {
      if (value !== undefined) throw new UsageError(`${rawName} does not take a value; remove the value.`);
      values[name] = true;
    } else {
      // Without an equals sign, a word that looks like an option is one: the value was forgotten.
      if (value === undefined || value === '' || (!token.inlineValue && /^--?\w/.test(value))) {
        throw new UsageError(`${rawName} needs a value, such as ${rawName} ${quoted(option.example)}`);
      }
      const earlier = values[name];
      values[name] = option.takes === 'value' ? value : [...(Array.isArray(earlier) ? earlier : []), value];
    }
  }
  return { values: values as OptionValues<Known>, words };
}

/**
 * Reads the words after the name of a command that takes nothing but options.
 *
 * @throws {UsageError} as {@link parseOptions} does, and for any other word.
 */
export function parseOptionsAlone<const Known extends Options>(
  command: string,
  args: readonly string[],
  known: Known,
): OptionValues<Known> {
  const { values, words } = parseOptions(command, args, known);
  refuseWords(words);
  return values;
}

/** @throws {UsageError} for a word that belongs to no option. */
export function refuseWords(words: readonly string[]): void {
  if (words.length > 0) throw new UsageError(`Unexpected argument “${words[0]}”.`);
}

/** The words among which options are: those before `--`. */
export function wordsBeforeDashes(args: readonly string[]): readonly string[] {
  const end = args.indexOf('--');
  return end < 0 ? args : args.slice(0, end);
}

/**
 * Parses a count.
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
  throw new UsageError(`${name} takes a whole number from 1 to ${most}, not “${text ?? ''}”.`);
}

/** A value as one types it in a shell, which would read some signs within double quotes. */
export function quoted(value: string): string {
  if (/["$`\\!]/.test(value)) return `'${value.replaceAll("'", "'\\''")}'`;
  return /^[\w./:@=+-]+$/.test(value) ? value : `"${value}"`;
}

/** What to type instead of an unknown word: the nearest known name, or one of all of them. */
export function suggest(given: string, names: readonly string[]): string {
  const near = nearest(given, names);
  return near ? `Did you mean “${near}”?` : `Use ${names.join(', ')}.`;
}

/** The message for an option that a command does not have. @param names without hyphens. */
export function unknownOption(command: string, given: string, names: readonly string[]): string {
  const near = nearest(given.replace(/^-+/, ''), [...names, 'help']);
  return `“${command}” has no option ${given}.${near ? ` Did you mean --${near}?` : ''}`;
}

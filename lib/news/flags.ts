// The words after a subcommand's name: its options by their names, and what remains.
import { parseArgs } from 'node:util';
import { nearest } from '@/lib/base/nearest';
import { UsageError } from '@/lib/news/command';

/** What an option takes: nothing, or a value, or several (the option is then given once for each). With an example. */
export type Flag =
  | { readonly takes: 'nothing' }
  | { readonly takes: 'value'; readonly example: string }
  | { readonly takes: 'values'; readonly example: string };

/** What was given, by the option's name without hyphens. */
export type FlagValues<Flags extends Readonly<Record<string, Flag>> = Readonly<Record<string, Flag>>> = {
  readonly [Name in keyof Flags]?: ValueOf[Flags[Name]['takes']];
};

interface ValueOf {
  readonly nothing: true;
  readonly value: string;
  readonly values: readonly string[];
}

/**
 * Reads the words after a subcommand's name.
 *
 * @throws {UsageError} for an option that the command does not have (with the nearest that it has), one without its
 *   value, and one given twice.
 */
export function parseFlags<const Flags extends Readonly<Record<string, Flag>>>(
  command: string,
  args: readonly string[],
  flags: Flags,
): { values: FlagValues<Flags>; words: readonly string[] } {
  const options = Object.fromEntries(
    Object.entries(flags).map(([name, { takes }]) => [name, { type: takes === 'nothing' ? 'boolean' : 'string' }]),
  ) as Record<string, { type: 'boolean' | 'string' }>;
  const { tokens } = parseArgs({ args: [...args], options, allowPositionals: true, strict: false, tokens: true });
  const values: Record<string, string | true | string[]> = {};
  const words: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') words.push(token.value);
    if (token.kind !== 'option') continue;
    const { name, rawName, value } = token;
    const flag = Object.hasOwn(flags, name) ? flags[name] : undefined;
    if (!flag) throw new UsageError(unknownFlag(command, rawName, Object.keys(flags)));
    if (Object.hasOwn(values, name) && flag.takes !== 'values') {
      throw new UsageError(`${rawName} is given twice; keep one of the two.`);
    }
    if (flag.takes === 'nothing') {
      if (value !== undefined) throw new UsageError(`${rawName} takes no value; write it alone.`);
      values[name] = true;
    } else {
      // Without an equals sign, a word that looks like an option is one: the value was forgotten.
      if (value === undefined || value === '' || (!token.inlineValue && /^--?\w/.test(value))) {
        throw new UsageError(`${rawName} needs a value, such as ${rawName} ${quoted(flag.example)}`);
      }
      const earlier = values[name];
      values[name] = flag.takes === 'value' ? value : [...(Array.isArray(earlier) ? earlier : []), value];
    }
  }
  return { values: values as FlagValues<Flags>, words };
}

/** A value as one types it in a shell. */
export function quoted(value: string): string {
  return /^[\w./:@=+-]+$/.test(value) ? value : `"${value}"`;
}

function unknownFlag(command: string, given: string, names: readonly string[]): string {
  const near = nearest(given.replace(/^-+/, ''), [...names, 'help']);
  return `“${command}” has no option ${given}.${near ? ` Did you mean --${near}?` : ''}`;
}

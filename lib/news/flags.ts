// The words after a subcommand's name: its options by their names, and what remains.
import { parseArgs } from 'node:util';
import { nearest } from '@/lib/content/validate';
import { UsageError } from '@/lib/news/command';

/** What an option takes: nothing, or a value of which this is an example. */
export type Flag = { readonly takes: 'nothing' } | { readonly takes: 'value'; readonly example: string };

type Values<Flags extends Readonly<Record<string, Flag>>> = {
  readonly [Name in keyof Flags]?: Flags[Name] extends { takes: 'nothing' } ? true : string;
};

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
): { values: Values<Flags>; words: readonly string[] } {
  const options = Object.fromEntries(
    Object.entries(flags).map(([name, { takes }]) => [name, { type: takes === 'nothing' ? 'boolean' : 'string' }]),
  ) as Record<string, { type: 'boolean' | 'string' }>;
  const { tokens } = parseArgs({ args: [...args], options, allowPositionals: true, strict: false, tokens: true });
  const values: Record<string, string | true> = {};
  const words: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') words.push(token.value);
    if (token.kind !== 'option') continue;
    const { name, rawName, value } = token;
    const flag = Object.hasOwn(flags, name) ? flags[name] : undefined;
    if (!flag) throw new UsageError(unknownFlag(command, rawName, Object.keys(flags)));
    if (Object.hasOwn(values, name)) throw new UsageError(`${rawName} stands twice; keep one of the two.`);
    if (flag.takes === 'nothing') {
      if (value !== undefined) throw new UsageError(`${rawName} takes no value; write it alone.`);
      values[name] = true;
    } else {
      // Without an equals sign, a word that looks like an option is one: the value was forgotten.
      if (value === undefined || value === '' || (!token.inlineValue && value.startsWith('-'))) {
        throw new UsageError(`${rawName} needs a value, such as ${rawName} ${flag.example}`);
      }
      values[name] = value;
    }
  }
  return { values: values as Values<Flags>, words };
}

function unknownFlag(command: string, given: string, names: readonly string[]): string {
  const near = nearest(given.replace(/^-+/, ''), [...names, 'help']);
  return `“${command}” has no option ${given}.${near ? ` Did you mean --${near}?` : ''}`;
}

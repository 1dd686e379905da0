// What was typed after a command's name, to options; what is not known is answered with the nearest that is.
import { parseArgs } from 'node:util';
import { nearest } from '@/lib/content/validate';
import { UsageError } from '@/lib/news/command';

/** An option: with a text, with several (given once each), or a switch. */
export type FlagType = 'text' | 'texts' | 'switch';

/** What was given, by the option's name without hyphens. */
export interface Flags {
  text(name: string): string | undefined;
  texts(name: string): readonly string[];
  has(name: string): boolean;
  readonly words: readonly string[];
}

/**
 * Reads `--name value`, `--name=value`, `--switch` and words.
 *
 * @param known the options, by name.
 * @throws {UsageError} for an unknown option, one without its value, or one given twice that is to be given once.
 */
export function readFlags(args: readonly string[], known: Readonly<Record<string, FlagType>>): Flags {
  const names = Object.keys(known);
  const { tokens } = parseArgs({
    args: [...args],
    strict: false,
    tokens: true,
    options: {
      ...Object.fromEntries(names.map((name) => [name, { type: known[name] === 'switch' ? 'boolean' : 'string' }])),
      help: { type: 'boolean', short: 'h' },
    },
  });
  const values = new Map<string, string[]>();
  const words: string[] = [];
  for (const token of tokens ?? []) {
    if (token.kind === 'positional') words.push(token.value);
    if (token.kind !== 'option') continue;
    const type = token.name === 'help' ? 'switch' : Object.hasOwn(known, token.name) ? known[token.name] : undefined;
    if (!type) {
      const near = nearest(token.name, names);
      const hint = near ? `did you mean --${near}?` : `known are ${names.map((name) => `--${name}`).join(', ')}`;
      throw new UsageError(`there is no option ${token.rawName}: ${hint}`);
    }
    if (type === 'switch' && token.value !== undefined) throw new UsageError(`--${token.name} takes no value`);
    // `--title --kind` is a forgotten value, and hardly a title.
    const forgotten = token.value === undefined || (!token.inlineValue && /^--\w/.test(token.value));
    if (type !== 'switch' && forgotten) throw new UsageError(`--${token.name} needs a value: --${token.name} "…"`);
    const given = values.get(token.name) ?? [];
    if (type === 'text' && given.length > 0)
      throw new UsageError(`--${token.name} is given twice: keep one of the two`);
    values.set(token.name, [...given, token.value ?? '']);
  }
  return {
    text: (name) => values.get(name)?.[0],
    texts: (name) => values.get(name) ?? [],
    has: (name) => values.has(name),
    words,
  };
}

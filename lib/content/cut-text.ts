// Text that YAML reads as a comment: `title: Office hours #42 move` is the title "Office hours".
import type { z } from 'zod';
import { type Diagnostic, error, inFile, warning } from '@/lib/base/diagnostic';
import { validate, validateTolerantly } from '@/lib/content/validate';
import type { LocatedData } from '@/lib/content/yaml';
import type { Comment } from '@/lib/content/yaml-comments';

/**
 * Reads data by a schema, as `validate` does, and reports the text that YAML takes for comments.
 *
 * @param mayBeLeftOut reads it as `validateTolerantly` does.
 * @returns the typed entry with the problems that it has although it can be read, or all that is wrong.
 */
export function validateWritten<Schema extends z.ZodObject>(
  schema: Schema,
  located: LocatedData,
  kind: string,
  file: string,
  mayBeLeftOut?: (field: string) => boolean,
): { entry: z.output<Schema>; problems: readonly Diagnostic[] } | { problems: readonly Diagnostic[] } {
  const cut = findCutText(schema, located, file);
  const result: { entry?: z.output<Schema>; problems?: readonly Diagnostic[] } = mayBeLeftOut
    ? validateTolerantly(schema, located, kind, file, mayBeLeftOut)
    : validate(schema, located, kind, file);
  const { entry, problems = [] } = result;
  if (entry !== undefined) return { entry, problems: [...cut, ...problems] };
  // Of `title: #42 is on`, whose value is missing, the reason is reported alone.
  const isSame = (a: Diagnostic) => (b: Diagnostic) => a.line === b.line && a.column === b.column;
  return { problems: [...cut, ...problems.filter((problem) => !cut.some(isSame(problem)))] };
}

/**
 * A problem for each comment that may be the end of a text: those after values that would be valid with it too. A comment
 * after `kind: talk` or a date is not cut text.
 *
 * @param file the path to name in diagnostics. In Markdown, which may come from Hugo, the text was cut there too: a warning.
 */
export function findCutText(schema: z.ZodObject, { data, comments }: LocatedData, file: string): Diagnostic[] {
  if (comments.length === 0) return [];
  const spaced = accepted(schema, data, comments, ({ kept, text }) => `${kept} ${text}`.trim());
  const others = comments.filter((comment) => !spaced.has(comment));
  // The end of a URL has no space before it.
  const joined = others.length > 0 ? accepted(schema, data, others, ({ kept, text }) => kept + text) : new Set();
  const diagnose = /\.(?:md|markdown)$/i.test(file) ? warning : error;
  return comments
    .filter((comment) => spaced.has(comment) || joined.has(comment))
    .map((comment) => {
      const { kept, text, place } = comment;
      const message = `YAML reads "${shorten(text)}" as a comment and drops it`;
      const whole = spaced.has(comment) ? `${kept} ${text}`.trim() : kept + text;
      const quoted = whole.length > longest ? '' : `, ${JSON.stringify(whole)}`;
      const fix = `put the whole value in quotes${quoted}, or the comment on a line of its own`;
      return inFile(diagnose('yaml/comment', message, fix, place), file);
    });
}

/** The comments that a schema allows as part of their values. */
function accepted(
  schema: z.ZodObject,
  data: Record<string, unknown>,
  comments: readonly Comment[],
  toText: (comment: Comment) => string,
): Set<Comment> {
  const changed: object = structuredClone(data);
  for (const comment of comments) {
    const { path } = comment;
    const parent = path.slice(0, -1).reduce<object>((around, key) => Reflect.get(around, key), changed);
    Reflect.set(parent, path.at(-1) ?? '', toText(comment));
  }
  const issues = (schema.safeParse(changed).error?.issues ?? []).filter(({ code }) => code !== 'unrecognized_keys');
  const refused = new Set(issues.map(({ path }) => keyOf(path)));
  // A problem of what is around a value may be due to the value.
  const isRefused = ({ path }: Comment) => [...path, ''].some((_, length) => refused.has(keyOf(path.slice(0, length))));
  return new Set(comments.filter((comment) => !isRefused(comment)));
}

function keyOf(path: readonly PropertyKey[]): string {
  return path.map(String).join('\0');
}

/** Longer values are not repeated in messages. Characters. */
const longest = 80;

function shorten(text: string): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

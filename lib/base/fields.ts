// The kinds of value that fields have, each with the diagnostic for a wrong one.
import { z } from 'zod';
import { isOldPath, notInOldPaths } from '@/lib/base/address';
import { isDay, parseDayOrMonth, parseInstant } from '@/lib/base/dates';
import { type Diagnostic, error, isDiagnostic } from '@/lib/base/diagnostic';
import { isBlank, oneLine } from '@/lib/base/english';
import { idPattern } from '@/lib/base/entry-id';
import { explainHost } from '@/lib/base/hosts';
import { parseUrl } from '@/lib/base/parse-url';
import { isZone, knownZones, zoneForAbbreviation } from '@/lib/base/zones';

/** Reports a diagnostic from within a schema; `lib/content/validate.ts` adds its place. @param path of the field. */
export function report(context: z.core.$RefinementCtx, diagnostic: Diagnostic, path: PropertyKey[] = []): void {
  context.addIssue({ code: 'custom', message: diagnostic.message, params: diagnostic, path });
}

/** A text that is read into something else. @param read returns that, or what is wrong with the text. */
export function parsed<T>(read: (text: string) => T | Diagnostic) {
  return z.string().transform((value, context): T => {
    const result = read(value);
    if (!isDiagnostic(result)) return result;
    report(context, result);
    return z.NEVER;
  });
}

/** Says what a field is for, and shows one value of it, for the message when it is missing or wrong. */
export function field<T extends z.ZodType>(schema: T, description: string, example: unknown): T {
  return schema.meta({ description, examples: [example] }) as T;
}

/**
 * What a form asks for a value with, where the type alone does not say it: several lines of Markdown; one line of it; a URL; a day; a day or a month;
 * a day, with a time or without; a time zone; a rule of repetition; the id of a project; the name or the id of a person.
 */
export type Control =
  | 'markdown'
  | 'inline'
  | 'url'
  | 'day'
  | 'month'
  | 'moment'
  | 'zone'
  | 'repeats'
  | 'project'
  | 'person';

/** The controls of schemas, those that are made of them included. */
const controls = z.registry<{ readonly control: Control }>();

/** Says what forms ask for a value with. @param schema its own: not one that others use, too. */
export function asked<T extends z.core.$ZodType>(control: Control, schema: T): T {
  controls.add(schema, { control });
  return schema;
}

/** What forms ask for a value with; undefined where its type says it. */
export function controlOf(schema: z.core.$ZodType): Control | undefined {
  return controls.get(schema)?.control;
}

const lineOf = () =>
  z
    .string()
    .transform((value) => (isBlank(value) ? '' : oneLine(value)))
    .pipe(z.string().min(1, 'is empty'));

/** One line of text with something to see in it. Line breaks become spaces. */
export const text = lineOf();

/** The name or the id of a person. */
export const personName = asked('person', lineOf());

/** Markdown with something in it, on as many lines as it needs. */
export const markdown = asked(
  'markdown',
  z
    .string()
    .transform((value) => (isBlank(value) ? '' : value.trim()))
    .pipe(z.string().min(1, 'is empty')),
);

/** Markdown of one line, within which links and emphasis are shown. */
export const markdownLine = asked('inline', text.meta({}));

/** Every text of a value that its schema says is Markdown, with where it is in the value. */
export function markdownIn(
  schema: z.core.$ZodType,
  value: unknown,
  path: readonly PropertyKey[] = [],
): { path: readonly PropertyKey[]; markdown: string }[] {
  if (typeof value === 'string' && !(schema instanceof z.ZodOptional))
    return /^(?:markdown|inline)$/.test(controlOf(schema) ?? '') ? [{ path, markdown: value }] : [];
  if (schema instanceof z.ZodOptional) return markdownIn(schema.unwrap(), value, path);
  if (schema instanceof z.ZodArray && Array.isArray(value)) {
    return value.flatMap((item, index) => markdownIn(schema.element, item, [...path, index]));
  }
  if (!(schema instanceof z.ZodObject) || typeof value !== 'object' || value === null) return [];
  const values = new Map(Object.entries(value));
  return Object.entries(schema.shape).flatMap(([key, field]) => markdownIn(field, values.get(key), [...path, key]));
}

/** One or several, always read as a list. */
export const texts = z.union([text.transform((value) => [value]), z.array(text)]);

/** The name of another entry: its file name without the ending. */
const idOf = () =>
  z.string().regex(idPattern, 'is not an id: use lower-case letters, digits, dots, hyphens and underscores');
export const entryId = idOf();

/** The id of a project. */
export const projectId = asked('project', idOf());

/** Parses a written date to an instant. A date without a time is 00:00 UTC. */
export const instant = parsed(parseInstant);

/** The same, as text. */
export const instantText = asked(
  'day',
  parsed((value) => {
    const read = parseInstant(value.trim());
    return isDiagnostic(read) ? read : value.trim();
  }),
);

/** A day, or a month if no source gives the day. */
export const dayOrMonth = asked('month', parsed(parseDayOrMonth));

/** A day, as text. */
export const day = asked(
  'day',
  parsed((value) => (isDay(value) ? value : error('date/form', `"${value}" is not a day`, 'write it like 2022-03-03'))),
);

/** The tag of a language (BCP 47). */
export const languageTag = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'is not a BCP 47 language tag');

/** An IANA time zone. */
export const zone = asked(
  'zone',
  parsed((value) => {
    if (isZone(value)) return value;
    const wanted = value.trim().toLowerCase().replaceAll(' ', '_');
    const guess =
      zoneForAbbreviation(value) ??
      knownZones().find((name) => name.toLowerCase() === wanted) ??
      knownZones().find((name) => name.toLowerCase().endsWith(`/${wanted}`));
    const fix = guess ? `use ${guess}` : 'use an IANA name such as Europe/Berlin, or UTC';
    return error('event/zone', `"${value}" is not a time zone`, fix);
  }),
);

/** The address of a page elsewhere: `https:`, no user name or password, and a domain that is what it looks like. */
export const httpsUrl = asked(
  'url',
  parsed((text) => {
    const value = text.trim();
    const url = parseUrl(value);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    if (!url || /[\u0000-\u0020]/.test(value)) {
      return error('url/form', `"${value}" is not a URL`, 'write it in full, like https://example.org/page');
    }
    if (url.protocol === 'http:') {
      return error('url/http', `"${value}" is not encrypted`, `write https:${value.slice(5)}`);
    }
    if (url.protocol !== 'https:') {
      return error('url/scheme', `"${url.protocol}" URLs are not allowed`, 'use a URL that begins with https://');
    }
    if (url.username || url.password) {
      return error('url/credentials', 'the URL contains a user name or password', 'remove everything before the @');
    }
    if (/^[^?#]*\\/.test(value)) {
      return error('url/host', `"${value}" contains a backslash, which browsers read as a slash`, 'write / instead');
    }
    const sentence = /[。｡．]/.exec(value.replace(/^https:\/\/[^/?#]*/i, ''))?.[0];
    if (sentence) {
      const fix = `remove it and what follows, or write ${encodeURIComponent(sentence)} if the page's address has it`;
      return error('url/form', `"${value}" contains "${sentence}", which ends a sentence`, fix);
    }
    return explainHost(value, 'url') ?? value;
  }),
);

/** A site path with its final slash, whether or not it was written with one. */
export const aliasPath = parsed((value) => {
  const path = (value.endsWith('/') ? value : `${value}/`).normalize('NFC');
  if (isOldPath(path)) return path;
  const sign = notInOldPaths.exec(value)?.[0];
  const message = sign
    ? `"${value}" contains "${sign}", which is not allowed in an alias`
    : `"${value}" is not a path of this site`;
  return error('address/form', message, 'write a path of this site, such as /blog/2022/03/february-update/');
});

export const aliases = field(
  z.union([aliasPath.transform((value) => [value]), z.array(aliasPath)]).optional(),
  'Older addresses that redirect here.',
  ['/blog/2022-03-01-february-update/'],
);

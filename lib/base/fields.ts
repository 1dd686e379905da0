// The kinds of value that fields hold, each with the fault and the remedy it names.
import { domainToUnicode } from 'node:url';
import { z } from 'zod';
import { type DayOrMonth, parseDayOrMonth, parseInstant } from '@/lib/base/dates';
import { isZone, knownZones, zoneForAbbreviation } from '@/lib/base/zones';

/** Names a fault of a value and its remedy; read by `lib/content/validate.ts`. */
export interface FaultDetail {
  readonly code: string;
  readonly fix: string;
}

type Context = z.core.$RefinementCtx;

/** Reports a fault from within a schema. */
export function report(context: Context, message: string, params: FaultDetail, path: PropertyKey[] = []): void {
  context.addIssue({ code: 'custom', message, params, path });
}

/** Says what a field is for, and shows one value of it, for the message when it is missing or wrong. */
export function field<T extends z.ZodType>(schema: T, description: string, example: unknown): T {
  return schema.meta({ description, examples: [example] }) as T;
}

/** One line of text with something in it. Line breaks become spaces. */
export const text = z
  .string()
  .transform((value) => value.replace(/\s+/g, ' ').trim())
  .pipe(z.string().min(1, 'is empty'));

/** Markdown with something in it, on as many lines as it needs. */
export const markdown = z
  .string()
  .transform((value) => value.trim())
  .pipe(z.string().min(1, 'is empty'));

/** Schemas whose text is Markdown, those that are made of them included. */
const markdownSchemas = z.registry<{ isMarkdown: true }>();
markdownSchemas.add(markdown, { isMarkdown: true });

/** Whether a schema's text is Markdown. */
export function isMarkdown(schema: z.core.$ZodType): boolean {
  return markdownSchemas.get(schema) !== undefined;
}

/** Every text of a value that its schema says is Markdown, with where it is in the value. */
export function markdownIn(
  schema: z.core.$ZodType,
  value: unknown,
  path: readonly PropertyKey[] = [],
): { path: readonly PropertyKey[]; markdown: string }[] {
  if (typeof value === 'string' && !(schema instanceof z.ZodOptional))
    return isMarkdown(schema) ? [{ path, markdown: value }] : [];
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
export const entryId = z
  .string()
  .regex(/^[a-z0-9][a-z0-9._-]*$/, 'is no id: write small letters, digits, dots and hyphens');

const dateFaults = {
  form: 'is no ISO date',
  calendar: 'is no day or time of the calendar',
  zone: 'has a time without a zone',
} as const;

const dateRemedies = {
  form: 'write it like 2022-03-01 or 2022-03-01T14:30:00Z',
  calendar: 'write a day and time that exist',
  zone: 'add Z for UTC, or an offset such as +01:00',
} as const;

/** A date as it is written, to the instant it means. A date alone is 00:00 UTC. */
export const instant = z.string().transform((value, context): Date => {
  const result = parseInstant(value);
  if (result instanceof Date) return result;
  report(context, `"${value}" ${dateFaults[result]}`, { code: `date/${result}`, fix: dateRemedies[result] });
  return z.NEVER;
});

/** A day, or a month where no source gives the day. */
export const dayOrMonth = z.string().transform((value, context): DayOrMonth => {
  const result = parseDayOrMonth(value);
  if (typeof result === 'object') return result;
  const fix =
    result === 'form' ? 'write it like 2022-03-01, or 2022-03 where only the month is known' : dateRemedies.calendar;
  report(context, `"${value}" ${dateFaults[result]}`, { code: `date/${result}`, fix });
  return z.NEVER;
});

/** An IANA time zone. */
export const zone = z.string().transform((value, context): string => {
  if (isZone(value)) return value;
  const instead = zoneForAbbreviation(value) ?? knownZones().find((name) => name.toLowerCase() === value.toLowerCase());
  const guess =
    instead ??
    knownZones().find((name) => name.toLowerCase().endsWith(`/${value.trim().toLowerCase().replaceAll(' ', '_')}`));
  const fix = guess ? `use ${guess}` : 'use an IANA name such as Europe/Berlin, or UTC';
  report(context, `"${value}" is not a time zone`, { code: 'event/zone', fix });
  return z.NEVER;
});

/** The address of a page elsewhere: `https:`, no user name or password, and a domain that is what it looks like. */
export const httpsUrl = z.string().transform((value, context): string => {
  const fault = urlFault(value.trim());
  if (!fault) return value.trim();
  report(context, fault.message, { code: fault.code, fix: fault.fix });
  return z.NEVER;
});

function urlFault(value: string): ({ message: string } & FaultDetail) | undefined {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  if (!url || /[\u0000-\u0020]/.test(value)) {
    return {
      code: 'url/form',
      message: `"${value}" is no address`,
      fix: 'write it whole, like https://example.org/page',
    };
  }
  if (url.protocol === 'http:') {
    return { code: 'url/http', message: `"${value}" is not encrypted`, fix: `write https:${value.slice(5)}` };
  }
  if (url.protocol !== 'https:') {
    return {
      code: 'url/scheme',
      message: `"${url.protocol}" addresses are not allowed`,
      fix: 'use an address that begins with https://',
    };
  }
  if (url.username || url.password) {
    return {
      code: 'url/credentials',
      message: 'the address holds a user name or a password',
      fix: 'remove what stands before the @',
    };
  }
  if (isLookAlike(domainToUnicode(url.hostname))) {
    return {
      code: 'url/look-alike',
      message: `the domain "${domainToUnicode(url.hostname)}" mixes letters of several scripts`,
      fix: 'type the domain again, with Latin letters',
    };
  }
  return undefined;
}

/**
 * Whether a domain could be taken for another: a label that mixes Latin with another script, or one in a script whose
 * letters look Latin under a Latin top-level domain (after Unicode Technical Standard 39, section 5, and what browsers do).
 */
function isLookAlike(domain: string): boolean {
  const latinTop = /^[a-z0-9-]+$/i.test(domain.slice(domain.lastIndexOf('.') + 1));
  return domain.split('.').some((label) => {
    const hasLatin = /\p{Script=Latin}/u.test(label);
    const hasTwin =
      /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Cherokee}\p{Script=Coptic}]/u.test(label);
    const hasOther = /[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u.test(label);
    return (
      (hasLatin && hasTwin) ||
      (hasTwin && latinTop) ||
      (hasLatin && hasOther && !/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(label))
    );
  });
}

/** A site path with its final slash, whether or not it was written with one. */
const sitePath = z.string().transform((value, context): string => {
  const path = (value.endsWith('/') ? value : `${value}/`).normalize('NFC');
  if (/^(?:\/(?!\.{1,2}\/)[^\s\\?#%/]+)+\/$/.test(path)) return path;
  const fix = 'write a path of this site, such as /blog/2022/03/february-update/';
  report(context, `"${value}" is no path of this site`, { code: 'address/form', fix });
  return z.NEVER;
});

export const aliases = field(
  z.union([sitePath.transform((value) => [value]), z.array(sitePath)]).optional(),
  'Older addresses that lead here.',
  ['/blog/2022-03-01-february-update/'],
);

/** A day, as text. */
export const day = z.string().transform((value, context): string => {
  if (/^\d{4}-\d{2}-\d{2}$/.test(value) && parseInstant(value) instanceof Date) return value;
  report(context, `"${value}" is no day`, { code: 'date/form', fix: 'write it like 2022-03-03' });
  return z.NEVER;
});

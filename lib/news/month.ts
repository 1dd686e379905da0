// Months and days as they are typed.

import { UsageError } from '@/lib/base/cli/command';
import { parseInstant } from '@/lib/base/dates';
import { lastDayOf, plusDays, type Span } from '@/lib/base/month';

/** How far an edition looks ahead. Days. */
const lookAhead = 35;

/** Reads a month as it is typed. @throws {UsageError} where the text is none. */
export function parseMonth(text: string): string {
  if (/^\d{4}-(?:0[1-9]|1[0-2])$/.test(text)) return text;
  throw new UsageError(`“${text}” is no month. Write it like 2022-02.`);
}

/** Reads a day as it is typed. @throws {UsageError} where the text is none. */
export function parseDay(option: string, text: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text) && parseInstant(text) instanceof Date) return text;
  throw new UsageError(`${option} “${text}” is no day. Write it like 2022-02-01.`);
}

/** The span of a month, or of other days that its edition is to cover. @throws {UsageError} where they are in reverse. */
export function toSpan(period: string, given: { since?: string | undefined; until?: string | undefined } = {}): Span {
  const since = given.since ?? `${period}-01`;
  const until = given.until ?? lastDayOf(period);
  if (until < since) throw new UsageError(`The first day, ${since}, comes after the last, ${until}.`);
  return { period, since, until, ahead: plusDays(until, lookAhead) };
}

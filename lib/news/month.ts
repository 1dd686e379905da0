// Months and days as they are typed.
import { UsageError } from '@/lib/base/cli/command';
import { isDay } from '@/lib/base/dates';
import { lastDayOf, plusDays, type Span } from '@/lib/base/month';

/** How far an edition looks ahead. Days. */
const lookAhead = 35;

/** Reads a month. @param option the option that has it, if any. @throws {UsageError} for any other text. */
export function parseMonth(text: string, option = ''): string {
  if (/^\d{4}-(?:0[1-9]|1[0-2])$/.test(text)) return text;
  throw new UsageError(`${option && `${option} `}“${text}” is not a month. Write it like 2022-02.`);
}

/** Reads a day. @throws {UsageError} for any other text. */
export function parseDay(option: string, text: string): string {
  if (isDay(text)) return text;
  throw new UsageError(`${option} “${text}” is not a day. Write it like 2022-02-01.`);
}

/** The days that an edition covers: its month, or those given. @throws {UsageError} if the last comes before the first. */
export function toSpan(period: string, given: { since?: string | undefined; until?: string | undefined } = {}): Span {
  const since = given.since ?? `${period}-01`;
  const until = given.until ?? lastDayOf(period);
  if (until < since) throw new UsageError(`The first day, ${since}, is after the last, ${until}.`);
  return { period, since, until, ahead: plusDays(until, lookAhead) };
}

// The days that an edition covers. A day is its text, `2022-02-28`: days compare as texts do.
import { addDays } from 'date-fns/addDays';
import { parseISO } from 'date-fns/parseISO';
import { type DayOrMonth, parseInstant } from '@/lib/base/dates';
import { UsageError } from '@/lib/news/command';

/** The days that an edition covers, all of them included. */
export interface Span {
  /** The month that the edition is named for, `2022-02`. */
  readonly period: string;
  readonly since: string;
  readonly until: string;
  /** The last day of what comes next: five weeks after `until`. */
  readonly ahead: string;
}

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

/** Whether a day lies in a span. A month, of which no day is known, does where all of it does or the edition is its own. */
export function covers({ period, since, until }: Span, { text, precision }: DayOrMonth): boolean {
  if (precision === 'day') return since <= text && text <= until;
  return text === period || (since <= `${text}-01` && lastDayOf(text) <= until);
}

/** The month after one. */
export function monthAfter(period: string): string {
  return plusDays(lastDayOf(period), 1).slice(0, 7);
}

/** The last day of a month. */
export function lastDayOf(period: string): string {
  const [year = 0, month = 0] = period.split('-').map(Number);
  // The day before the first of the next month.
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

/** The day that comes some days after one. */
export function plusDays(day: string, count: number): string {
  // Noon keeps the calendar's arithmetic away from the hours at which clocks change.
  return addDays(parseISO(`${day}T12:00:00Z`), count)
    .toISOString()
    .slice(0, 10);
}

// The days that an edition covers. A day is its text, `2022-02-28`: days compare as texts do.
import { addDays } from 'date-fns/addDays';
import { parseISO } from 'date-fns/parseISO';
import type { DayOrMonth } from '@/lib/base/dates';

/** The days that an edition covers, all of them included. */
export interface Span {
  /** The month that the edition is named for, `2022-02`. */
  readonly period: string;
  readonly since: string;
  readonly until: string;
  /** The last day of what comes next: by default five weeks after `until`. */
  readonly ahead: string;
}

/** How far an edition looks ahead. Days. */
export const lookAhead = 35;

/**
 * The days of a post by which the times of what it names are chosen, so that they stay what they were when it was written.
 */
export interface EditionDays {
  /** The first that it looks back to. */
  readonly since: string;
  /** Its own. What begins before it is past. */
  readonly day: string;
  /** The last that it looks ahead to: as far as that of a month that ends on the day before. */
  readonly ahead: string;
}

/**
 * @param date of the post; its day is that of UTC, as readers see it.
 * @param period the month of an edition. @param ahead the last day that it looks ahead to, by default after five weeks.
 */
export function editionDays(
  date: Date,
  { period, ahead }: { period?: string | undefined; ahead?: string | undefined } = {},
): EditionDays {
  const day = date.toISOString().slice(0, 10);
  return {
    since: period ? `${period}-01` : plusDays(day, -lookAhead),
    day,
    ahead: ahead ?? plusDays(day, lookAhead - 1),
  };
}

/** Whether a day is in a span. A month, of which no day is known, is where all of it is or the edition is its own. */
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

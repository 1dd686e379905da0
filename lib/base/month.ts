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
  /** The last day of what comes next: five weeks after `until`. */
  readonly ahead: string;
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

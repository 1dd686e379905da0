// When an event takes place, in the forms that calendars write times in.
import { type Event, type Occurrence, occurrencesOf } from '@/lib/kinds/event/event';

/** The time that `start` and `end` of an event give, whether or not it repeats or leaves that day out. */
export function firstOccurrence(event: Event): Occurrence {
  const [first] = occurrencesOf({ ...event, repeats: undefined });
  if (!first) throw new Error(`the event "${event.id}" takes place at no time`);
  return first;
}

/** An instant in UTC, without fractions of a second: `2022-03-03T18:00:00Z`. */
export function toUtc(instant: Date): string {
  return `${instant.toISOString().slice(0, 19)}Z`;
}

/** The day of an instant in UTC, the form in which occurrences have days: `2022-03-03`. */
export function toDate(instant: Date): string {
  return instant.toISOString().slice(0, 10);
}

/** The day after the last of an event of days: where such an event ends in calendars (RFC 5545, section 3.6.1). */
export function toEndDate({ start, end = start }: Occurrence): string {
  return toDate(new Date(end.getTime() + 86_400_000));
}

/** A date or an instant without its separators, as iCalendar has them: `20220303T180000Z`. */
export function toBasic(time: string): string {
  return time.replace(/[-:]/g, '');
}

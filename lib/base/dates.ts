// Dates as people say them and as machines read them. Posts are dated in UTC.
// By its own path: the package as a whole is 300 modules, which every command would wait for.
import { isValid } from 'date-fns/isValid';
import { type Diagnostic, error } from '@/lib/base/diagnostic';
import { words } from '@/lib/base/words';

/** A day in UTC in the words of the site's language: `1 March 2022`. */
export function toDay(date: Date): string {
  return inWords(date, { day: 'numeric', month: 'long', year: 'numeric' });
}

/** A day in UTC with its weekday: `Tuesday, 1 March 2022`. */
export function toDayWithWeekday(date: Date): string {
  return words.dayWithWeekday(inWords(date, { weekday: 'long' }), toDay(date));
}

/** A month in UTC: `March 2022`. @param length `short` for narrow places: `Mar 2022`. */
export function toMonth(date: Date, length: 'long' | 'short' = 'long'): string {
  return inWords(date, { month: length, year: 'numeric' });
}

/** The name of a month. @param month 1 to 12. @param length `short` for narrow places: `Mar`. */
export function monthName(month: number, length: 'long' | 'short' = 'long'): string {
  return inWords(new Date(Date.UTC(2001, month - 1)), { month: length });
}

const formats = new Map<string, Intl.DateTimeFormat>();

function inWords(date: Date, options: Intl.DateTimeFormatOptions): string {
  const key = JSON.stringify(options);
  const format = formats.get(key) ?? new Intl.DateTimeFormat(words.locale, { timeZone: 'UTC', ...options });
  formats.set(key, format);
  return format.format(date);
}

/** The value of a `<time datetime>`: a day (`2022-03-01`) in UTC. */
export function toDateTime(date: Date): string {
  return date.toISOString().slice(0, 10);
}

/** Whole days in UTC from one instant to a later one. */
export function daysBetween(earlier: Date, later: Date): number {
  return (Date.parse(toDateTime(later)) - Date.parse(toDateTime(earlier))) / 86_400_000;
}

const form =
  /^(\d{4})-(\d{2})-(\d{2})(?:(?:T|t| +)(\d{1,2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(?: *(Z|z|[+-]\d{2}:?\d{2}))?)?$/;

function notInCalendar(text: string): Diagnostic {
  return error('date/calendar', `"${text}" is not a date or time that exists`, 'correct the day or the time');
}

/**
 * Reads a date as front matter has it: an ISO 8601 date, which means 00:00 UTC, or an instant with its offset
 * (RFC 3339, also with a space for the `T` and with one-digit hours, as Hugo posts have them).
 *
 * @returns the instant, or what is wrong: `date/form`, `date/calendar`, `date/zone` (a time without one).
 */
export function parseInstant(text: string): Date | Diagnostic {
  const match = form.exec(text.trim());
  if (!match) {
    return error('date/form', `"${text}" is not an ISO date`, 'write it like 2022-03-01 or 2022-03-01T14:30:00Z');
  }
  const [, year = '', month = '', day = '', hour = '0', minute = '00', second = '00', fraction = '', zone] = match;
  if (match[4] !== undefined && zone === undefined) {
    return error('date/zone', `"${text}" has a time without a zone`, 'add Z for UTC, or an offset such as +01:00');
  }
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
  if (!isValid(date) || date.getUTCDate() !== Number(day)) return notInCalendar(text);
  const offset = zone === undefined || /^z$/i.test(zone) ? 'Z' : `${zone.slice(0, 3)}:${zone.slice(-2)}`;
  const milliseconds = fraction.slice(0, 3).padEnd(3, '0');
  const instant = new Date(
    `${year}-${month}-${day}T${hour.padStart(2, '0')}:${minute}:${second}.${milliseconds}${offset}`,
  );
  return isValid(instant) && Number(hour) < 24 ? instant : notInCalendar(text);
}

/** Whether a text is a day of the calendar, `2022-03-01`. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && parseInstant(text) instanceof Date;
}

/** A day, or a month if no source gives the day: `2022-03-01` or `2022-03` (ISO 8601, reduced precision). */
export interface DayOrMonth {
  readonly text: string;
  /** 00:00 UTC of the day, or of the month's first. */
  readonly start: Date;
  readonly precision: 'day' | 'month';
}

/** Whether a value of a field is a day or a month. */
export function isDayOrMonth(value: unknown): value is DayOrMonth {
  return typeof value === 'object' && value !== null && 'text' in value && 'start' in value && 'precision' in value;
}

/** Reads a day or a month. @returns it, or what is wrong: `date/form` or `date/calendar`. */
export function parseDayOrMonth(text: string): DayOrMonth | Diagnostic {
  const match = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(text.trim());
  if (!match) {
    const fix = 'write it like 2022-03-01, or 2022-03 if only the month is known';
    return error('date/form', `"${text}" is not an ISO date`, fix);
  }
  const start = parseInstant(match[3] ? text.trim() : `${text.trim()}-01`);
  if (!(start instanceof Date)) return notInCalendar(text);
  return { text: text.trim(), start, precision: match[3] ? 'day' : 'month' };
}

/** A day or month as people say it: `1 March 2022`, `March 2022`. */
export function toDayOrMonth({ start, precision }: DayOrMonth): string {
  return precision === 'day' ? toDay(start) : toMonth(start);
}

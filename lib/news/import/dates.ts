// Dates as people write them in the front matter of other generators.
import { isZone, localTimeAt, nearestInstant } from '@/lib/base/zones';

/** A date that was read. */
export interface SourceDate {
  /** As our front matter has it: a day, or an instant with its offset. */
  readonly text: string;
  readonly instant: Date;
  /** The local day and time that were written, by which generators make addresses. */
  readonly local: LocalParts;
  /** Minutes east of UTC, where one was written. */
  readonly offset?: number;
}

export interface LocalParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const zoneOffsets: Readonly<Record<string, number>> = {
  ...{ Z: 0, UTC: 0, GMT: 0, EST: -300, EDT: -240, CST: -360, CDT: -300, MST: -420, MDT: -360, PST: -480, PDT: -420 },
  ...{ BST: 60, CET: 60, CEST: 120, EET: 120, EEST: 180, JST: 540 },
};

const dayForms: readonly RegExp[] = [
  /^(?<year>\d{4})[-/.](?<month>\d{1,2})[-/.](?<day>\d{1,2})/,
  /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})(?!\d)/,
  /^(?:[a-z]{3,9},?\s+)?(?<name>[a-z]{3,9})\.?\s+(?<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?<year>\d{4})/i,
  /^(?:[a-z]{3,9},?\s+)?(?<day>\d{1,2})(?:st|nd|rd|th)?[\s-]+(?<name>[a-z]{3,9})\.?,?[\s-]+(?<year>\d{4})/i,
  // Month first, as generators in JavaScript read it.
  /^(?<month>\d{1,2})\/(?<day>\d{1,2})\/(?<year>\d{4})/,
];

const timeForm =
  /^(?:(?:[T\s]|,)\s*(?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2})(?:[.,]\d+)?)?\s*(?<half>[ap]m)?)?\s*(?<zone>Z|[A-Z]{2,4}|(?:UTC|GMT)?[+-]\d{1,2}:?(?:\d{2})?)?(?:\s*\([^)]*\))?$/i;

/**
 * Reads a date.
 *
 * @param value as the front matter has it: a text, or milliseconds since 1970.
 * @param zone the IANA zone of a time that has none of its own.
 * @returns undefined for what is no date, or none that exists: `2022-02-29`, `14:4g5`.
 */
export function readDate(value: unknown, zone = 'UTC'): SourceDate | undefined {
  if (value instanceof Date) return readDate(value.toISOString());
  if (typeof value === 'number' && value > 1e11 && value < 1e14) return readDate(new Date(value));
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  const text = String(value).trim();
  for (const form of dayForms) {
    const found = form.exec(text);
    const groups = found?.groups;
    if (!found || !groups) continue;
    const month = groups.name ? months.indexOf(groups.name.slice(0, 3).toLowerCase()) + 1 : Number(groups.month);
    const [year, day] = [Number(groups.year), Number(groups.day)];
    const time = timeForm.exec(text.slice(found[0].length).trimEnd());
    if (!time?.groups || !isDayOfCalendar(year, month, day)) continue;
    return withTime({ year, month, day }, time.groups, zone);
  }
  return undefined;
}

function isDayOfCalendar(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return year >= 1970 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

function withTime(
  day: Pick<LocalParts, 'year' | 'month' | 'day'>,
  groups: Readonly<Record<string, string | undefined>>,
  zone: string,
): SourceDate | undefined {
  const { hour, minute = '0', second = '0', half, zone: written } = groups;
  if (hour === undefined) return toSourceDate({ ...day, hour: 0, minute: 0, second: 0 }, undefined, true);
  const hours = (Number(hour) % (half ? 12 : 24)) + (half?.toLowerCase() === 'pm' ? 12 : 0);
  const local = { ...day, hour: hours, minute: Number(minute), second: Number(second) };
  if (Number(hour) > 23 || local.minute > 59 || local.second > 60) return undefined;
  return toSourceDate(local, written ? toOffset(written) : offsetIn(local, zone), false, written !== undefined);
}

function toSourceDate(local: LocalParts, minutes: number | undefined, isDay: boolean, isWritten = false): SourceDate {
  const offset = minutes ?? 0;
  const { year, month, day, hour, minute, second } = local;
  const instant = new Date(Date.UTC(year, month - 1, day, hour, minute - offset, Math.min(second, 59)));
  const two = (number: number) => String(number).padStart(2, '0');
  const date = `${year}-${two(month)}-${two(day)}`;
  const sign = offset < 0 ? '-' : '+';
  const shown = offset === 0 ? 'Z' : `${sign}${two(Math.floor(Math.abs(offset) / 60))}:${two(Math.abs(offset) % 60)}`;
  const text = isDay ? date : `${date}T${two(hour)}:${two(minute)}:${two(Math.min(second, 59))}${shown}`;
  return { text, instant, local, ...(isWritten ? { offset } : {}) };
}

function toOffset(written: string): number {
  const known = zoneOffsets[written.toUpperCase()];
  if (known !== undefined) return known;
  const [, sign, hours = '0', minutes = '0'] = /([+-])(\d{1,2}):?(\d{2})?$/.exec(written) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

function offsetIn(local: LocalParts, zone: string): number {
  if (!isZone(zone)) return 0;
  return localTimeAt(nearestInstant({ ...local, offset: undefined }, zone), zone).offset ?? 0;
}

/** The local day and time of an instant in a zone, for generators that convert all dates to one. */
export function localIn({ instant, local, offset }: SourceDate, zone: string): LocalParts {
  if (offset === undefined || !isZone(zone)) return local;
  return localTimeAt(instant, zone);
}

/** A name that begins with a date, split: `2024-03-01-a-title`, `2024_3_1 title`. The date alone has no name. */
export function splitDatedName(name: string): { readonly date?: SourceDate; readonly name: string } {
  const [, day, rest = ''] = /^(\d{4}[-_.]\d{1,2}[-_.]\d{1,2})(?:[-_ .]+(.*))?$/.exec(name) ?? [];
  const date = day === undefined ? undefined : readDate(day.replace(/[_.]/g, '-'));
  return date ? { date, name: rest } : { name };
}

/** The date that the folders of a path spell: `2024/03/01/title`, `2024/03-01-title`. */
export function dateInPath(path: string): SourceDate | undefined {
  const found = /(?:^|\/)(\d{4})[/-](\d{1,2})[/-](\d{1,2})(?:[/_.-]|$)/.exec(path);
  return found ? readDate(found.slice(1).join('-')) : undefined;
}

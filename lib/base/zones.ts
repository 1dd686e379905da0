// Local times in IANA time zones, to instants and to words.
import { currentZoneNames, findZone, periodAt, zoneNames } from '@/lib/base/zone-data';

/** A local date-time, with the offset in minutes where it was written. */
export interface LocalTime {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly offset: number | undefined;
}

/** Zones by the abbreviations that people usually mean by them. */
const abbreviations = new Map(
  Object.entries({
    'Australia/Adelaide': 'ACST',
    'Australia/Sydney': 'AEDT AEST',
    'America/Anchorage': 'AKST',
    'America/Sao_Paulo': 'BRT',
    'Europe/London': 'BST GMT',
    'America/Chicago': 'CDT CST CT',
    'Europe/Berlin': 'CEST CET MET',
    'America/New_York': 'EDT EST EST5EDT ET',
    'Europe/Helsinki': 'EEST EET',
    'Asia/Hong_Kong': 'HKT',
    'Pacific/Honolulu': 'HST',
    'Asia/Kolkata': 'IST',
    'Asia/Tokyo': 'JST',
    'Asia/Seoul': 'KST',
    'America/Denver': 'MDT MST MST7MDT MT',
    'Europe/Moscow': 'MSK',
    'Pacific/Auckland': 'NZDT NZST',
    'America/Los_Angeles': 'PDT PST PST8PDT PT',
    'Asia/Singapore': 'SGT',
    'Africa/Lagos': 'WAT',
    'Europe/Lisbon': 'WET',
    UTC: 'Z',
  }).flatMap(([zone, names]) => names.split(' ').map((name) => [name, zone])),
);

/** Every zone, for suggestions. */
export function knownZones(): readonly string[] {
  return zoneNames().filter(isZone);
}

/** The zones to choose from, by their current names: some first, in their order, then all others by name. */
export function zonesToChoose(first: readonly string[]): readonly string[] {
  return [...new Set([...first, ...currentZoneNames()])];
}

/** The IANA zone that people usually mean by an abbreviation such as CEST. */
export function zoneForAbbreviation(text: string): string | undefined {
  return abbreviations.get(text.trim().toUpperCase());
}

/** Whether a text names an IANA zone: `Europe/Berlin` or `UTC`, and no abbreviation or offset. */
export function isZone(text: string): boolean {
  return text === 'UTC' || (text.includes('/') && findZone(text) !== undefined);
}

const localForm = /^(\d{4})-(\d{2})-(\d{2})[T ](\d{1,2}):(\d{2})(?::(\d{2}))?(Z|[+-]\d{2}:\d{2})?$/;

/** Reads `2022-03-03T10:00`, with seconds and an offset where they are written. Undefined for any other text. */
export function parseLocalTime(text: string): LocalTime | undefined {
  const match = localForm.exec(text);
  if (!match) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1, 7)
    .map((part) => Number(part ?? 0));
  const check = new Date(Date.UTC(year, month - 1, day, hour, minute, second));
  // The built-in arithmetic takes 30 February for 2 March, and 24:00 for 00:00.
  const exists = [check.getUTCMonth() + 1, check.getUTCDate(), check.getUTCHours(), check.getUTCMinutes()].join();
  if (exists !== [month, day, hour, minute].join() || second > 59 || year === 0) return undefined;
  return { year, month, day, hour, minute, second, offset: match[7] === undefined ? undefined : minutesOf(match[7]) };
}

/** Minutes of an offset: `Z`, `+05:30`. */
function minutesOf(offset: string): number {
  const [hours = 0, minutes = 0] = offset.slice(1).split(':').map(Number);
  return (offset.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
}

const minuteLong = 60_000;
const dayLong = 1_440 * minuteLong;

/** How far clocks of a zone are ahead of UTC at an instant, both in milliseconds. @throws {RangeError} for what is no zone. */
function offsetAt(zone: string, instant: number): number {
  const found = findZone(zone);
  if (!found) throw new RangeError(`"${zone}" is not a time zone`);
  return periodAt(found, instant).offset * minuteLong;
}

function asUtc({ year, month, day, hour, minute, second }: LocalTime): number {
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

/**
 * The instants that a local time means in a zone: one; none on the day a clock goes forward over it; two on the day it
 * goes back, unless the offset says which.
 */
export function instantsOf(local: LocalTime, zone: string): Date[] {
  const wall = asUtc(local);
  const offsets = new Set([offsetAt(zone, wall - dayLong), offsetAt(zone, wall + dayLong)]);
  return [...offsets]
    .filter((offset) => local.offset === undefined || offset === local.offset * minuteLong)
    .filter((offset) => offset === offsetAt(zone, wall - offset))
    .map((offset) => new Date(wall - offset))
    .sort((a, b) => a.getTime() - b.getTime());
}

/**
 * The instant of a local time that a rule of repetition leads to. A time that does not exist is read with the offset
 * before the gap, a doubled one as the first (RFC 5545, section 3.3.5).
 */
export function nearestInstant(local: LocalTime, zone: string): Date {
  const [first] = instantsOf(local, zone);
  if (first) return first;
  const wall = asUtc(local);
  return new Date(wall - offsetAt(zone, wall - dayLong));
}

/** The local time in a zone at an instant. */
export function localTimeAt(instant: Date, zone: string): LocalTime {
  const offset = offsetAt(zone, instant.getTime());
  const wall = new Date(instant.getTime() + offset);
  return {
    year: wall.getUTCFullYear(),
    month: wall.getUTCMonth() + 1,
    day: wall.getUTCDate(),
    hour: wall.getUTCHours(),
    minute: wall.getUTCMinutes(),
    second: wall.getUTCSeconds(),
    offset: offset / minuteLong,
  };
}

/** `2022-03-03T10:00:00-08:00`: an instant as clocks in a zone show it, with their offset (RFC 3339, section 5.6). */
export function toOffsetTime(instant: Date, zone: string): string {
  const offset = offsetAt(zone, instant.getTime());
  const [local, size] = [instant.getTime() + offset, Math.abs(offset)].map((time) => new Date(time).toISOString());
  return `${local?.slice(0, 19)}${offset < 0 ? '-' : '+'}${size?.slice(11, 16)}`;
}

/**
 * A zone as people say it at an instant: `CET`, `PST`, `GMT+9`. The letters are those of this Node, because those of the tz
 * database mean several zones (`CST`), but never where this Node has another offset.
 */
export function zoneName(zone: string, instant: Date): string {
  const offset = offsetAt(zone, instant.getTime()) / minuteLong;
  const locales = offset === nodeOffset(zone, instant) ? ['en-GB', 'en-US'] : [];
  const names = locales.map((locale) => namePart(locale, zone, 'short', instant));
  return names.find((name) => !/^(?:GMT|UTC)[+-]/.test(name)) ?? toGmtName(offset);
}

/** `GMT+5:30`. */
export function toGmtName(offset: number): string {
  const size = Math.abs(offset);
  const minutes = size % 60 === 0 ? '' : `:${String(size % 60).padStart(2, '0')}`;
  return size === 0 ? 'GMT' : `GMT${offset < 0 ? '-' : '+'}${Math.floor(size / 60)}${minutes}`;
}

/** Minutes east of UTC by the rules that this Node has; undefined for a zone that it does not know. */
export function nodeOffset(zone: string, instant: Date): number | undefined {
  try {
    const [, offset = 'Z'] = /GMT(.+)/.exec(namePart('en-US', zone, 'longOffset', instant)) ?? [];
    return minutesOf(offset);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

type NameStyle = 'short' | 'longOffset';

/** Kept, because making one takes a thousand times as long as using it. */
const formats = new Map<string, Intl.DateTimeFormat>();

function namePart(locale: string, timeZone: string, timeZoneName: NameStyle, instant: Date): string {
  const key = `${locale} ${timeZone} ${timeZoneName}`;
  const format = formats.get(key) ?? new Intl.DateTimeFormat(locale, { timeZone, timeZoneName });
  formats.set(key, format);
  return format.formatToParts(instant).find((part) => part.type === 'timeZoneName')?.value ?? '';
}

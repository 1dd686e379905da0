// Local times in IANA time zones, to instants and to words.
import { tzOffset } from '@date-fns/tz';

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

/** Every zone that this Node knows, for suggestions. */
export function knownZones(): readonly string[] {
  return [...Intl.supportedValuesOf('timeZone'), 'UTC'];
}

/** The IANA zone that people usually mean by an abbreviation such as CEST. */
export function zoneForAbbreviation(text: string): string | undefined {
  return abbreviations.get(text.trim().toUpperCase());
}

/** Whether a text names an IANA zone: `Europe/Berlin` or `UTC`, and no abbreviation or offset. */
export function isZone(text: string): boolean {
  if (text === 'UTC') return true;
  const known = zones.get(text) ?? (/^[A-Za-z_]+\/[A-Za-z0-9_+\-/]+$/.test(text) && isKnownToIntl(text));
  zones.set(text, known);
  return known;
}

/** What was asked before: making a format takes long. */
const zones = new Map<string, boolean>();

function isKnownToIntl(zone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }));
  } catch {
    return false;
  }
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

const dayLong = 86_400_000;

function asUtc({ year, month, day, hour, minute, second }: LocalTime): number {
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

/**
 * The instants that a local time means in a zone: one; none on the day a clock goes forward over it; two on the day it
 * goes back, unless the offset says which.
 */
export function instantsOf(local: LocalTime, zone: string): Date[] {
  const { offset } = local;
  const wall = asUtc(local);
  const offsets = new Set([tzOffset(zone, new Date(wall - dayLong)), tzOffset(zone, new Date(wall + dayLong))]);
  return [...offsets]
    .filter((minutes) => offset === undefined || minutes === offset)
    .map((minutes) => new Date(wall - minutes * 60_000))
    .filter((instant) => wall - instant.getTime() === tzOffset(zone, instant) * 60_000)
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
  return new Date(wall - tzOffset(zone, new Date(wall - dayLong)) * 60_000);
}

/** The local time in a zone at an instant. */
export function localTimeAt(instant: Date, zone: string): LocalTime {
  const offset = tzOffset(zone, instant);
  const wall = new Date(instant.getTime() + offset * 60_000);
  return {
    year: wall.getUTCFullYear(),
    month: wall.getUTCMonth() + 1,
    day: wall.getUTCDate(),
    hour: wall.getUTCHours(),
    minute: wall.getUTCMinutes(),
    second: wall.getUTCSeconds(),
    offset,
  };
}

/** A zone as people say it at an instant: `CET`, `PST`, `GMT+9`. */
export function zoneName(zone: string, instant: Date): string {
  const name = nameIn('en-GB', zone, instant) ?? zone;
  if (!name.startsWith('GMT') && !name.startsWith('UTC')) return name;
  return nameIn('en-US', zone, instant) ?? name;
}

/** Kept, because making one takes a thousand times as long as using it. */
const formats = new Map<string, Intl.DateTimeFormat>();

function nameIn(locale: string, zone: string, instant: Date): string | undefined {
  const key = `${locale} ${zone}`;
  const format = formats.get(key) ?? new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: 'short' });
  formats.set(key, format);
  return format.formatToParts(instant).find((part) => part.type === 'timeZoneName')?.value;
}

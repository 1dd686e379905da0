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

const abbreviations: Readonly<Record<string, string>> = {
  ACST: 'Australia/Adelaide',
  AEDT: 'Australia/Sydney',
  AEST: 'Australia/Sydney',
  AKST: 'America/Anchorage',
  BRT: 'America/Sao_Paulo',
  BST: 'Europe/London',
  CDT: 'America/Chicago',
  CEST: 'Europe/Berlin',
  CET: 'Europe/Berlin',
  CST: 'America/Chicago',
  CT: 'America/Chicago',
  EDT: 'America/New_York',
  EEST: 'Europe/Helsinki',
  EET: 'Europe/Helsinki',
  EST: 'America/New_York',
  EST5EDT: 'America/New_York',
  ET: 'America/New_York',
  GMT: 'Europe/London',
  HKT: 'Asia/Hong_Kong',
  HST: 'Pacific/Honolulu',
  IST: 'Asia/Kolkata',
  JST: 'Asia/Tokyo',
  KST: 'Asia/Seoul',
  MDT: 'America/Denver',
  MET: 'Europe/Berlin',
  MSK: 'Europe/Moscow',
  MST: 'America/Denver',
  MST7MDT: 'America/Denver',
  MT: 'America/Denver',
  NZDT: 'Pacific/Auckland',
  NZST: 'Pacific/Auckland',
  PDT: 'America/Los_Angeles',
  PST: 'America/Los_Angeles',
  PST8PDT: 'America/Los_Angeles',
  PT: 'America/Los_Angeles',
  SGT: 'Asia/Singapore',
  WAT: 'Africa/Lagos',
  WET: 'Europe/Lisbon',
  Z: 'UTC',
};

/** Every zone that this Node knows, for suggestions. */
export function knownZones(): readonly string[] {
  return [...Intl.supportedValuesOf('timeZone'), 'UTC'];
}

/** The IANA zone that people usually mean by an abbreviation such as CEST. */
export function zoneForAbbreviation(text: string): string | undefined {
  const key = text.trim().toUpperCase();
  return Object.hasOwn(abbreviations, key) ? abbreviations[key] : undefined;
}

/** Whether a text names an IANA zone: `Europe/Berlin` or `UTC`, and no abbreviation or offset. */
export function isZone(text: string): boolean {
  if (text === 'UTC') return true;
  const known = zones.get(text);
  if (known !== undefined) return known;
  const is = looksLikeZone(text);
  zones.set(text, is);
  return is;
}

const zones = new Map<string, boolean>();

function looksLikeZone(text: string): boolean {
  if (!/^[A-Za-z_]+\/[A-Za-z0-9_+\-/]+$/.test(text)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: text });
    return true;
  } catch {
    return false;
  }
}

const localForm = /^(\d{4})-(\d{2})-(\d{2})[T ](\d{1,2}):(\d{2})(?::(\d{2}))?(Z|[+-]\d{2}:\d{2})?$/;

/** Reads `2022-03-03T10:00`, with seconds and an offset where they are written. Undefined where it is no such time. */
export function parseLocalTime(text: string): LocalTime | undefined {
  const match = localForm.exec(text);
  if (!match) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1, 7)
    .map((part) => Number(part ?? 0));
  const check = new Date(Date.UTC(year, month - 1, day, hour, minute, second));
  const exists =
    check.getUTCMonth() === month - 1 &&
    check.getUTCDate() === day &&
    hour < 24 &&
    minute < 60 &&
    second < 60 &&
    year > 0;
  if (!exists) return undefined;
  const zone = match[7];
  const sign = zone?.startsWith('-') ? -1 : 1;
  const offset =
    zone === undefined
      ? undefined
      : zone === 'Z'
        ? 0
        : sign * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4, 6)));
  return { year, month, day, hour, minute, second, offset };
}

/**
 * The instants that a local time means in a zone: one; none on the day a clock goes forward over it; two on the day it
 * goes back, unless the offset says which.
 */
export function instantsOf(local: LocalTime, zone: string): Date[] {
  const { year, month, day, hour, minute, second, offset } = local;
  const wall = Date.UTC(year, month - 1, day, hour, minute, second);
  const dayLong = 86_400_000;
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
  const wall = Date.UTC(local.year, local.month - 1, local.day, local.hour, local.minute, local.second);
  return new Date(wall - tzOffset(zone, new Date(wall - 86_400_000)) * 60_000);
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

/** To make one takes a thousand times as long as to use it. */
const formats = new Map<string, Intl.DateTimeFormat>();

function nameIn(locale: string, zone: string, instant: Date): string | undefined {
  const key = `${locale} ${zone}`;
  const format = formats.get(key) ?? new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: 'short' });
  formats.set(key, format);
  return format.formatToParts(instant).find((part) => part.type === 'timeZoneName')?.value;
}

// The rules of all time zones, from one copy of the tz database (https://www.iana.org/time-zones) that package.json pins.
// Everything the site writes about local times comes from it, never from Node, whose copy differs from version to version.
import { readFileSync } from 'node:fs';
import { packageFile } from '@/lib/base/package-file';

/** The release of the tz database, in moment-timezone 0.6.6 of 29 October 2026. A test compares it with the package. */
export const zoneDataRelease = '2026f';

/** What clocks show from one instant to the next change. */
export interface ZonePeriod {
  /** When it begins, in milliseconds since 1970; -Infinity for the first. */
  readonly start: number;
  /** Whole minutes east of UTC. Before clocks were set by zones they also had seconds, which are rounded. */
  readonly offset: number;
  /** What the database calls it: `CET`, or `+03` where people have no name for it. */
  readonly abbreviation: string;
}

/** A zone's name as the database spells it, and its periods, oldest first, until the year 2500. */
export interface Zone {
  readonly name: string;
  readonly periods: readonly [ZonePeriod, ...ZonePeriod[]];
}

/** The package's file: a text for each zone, and `Asia/Kolkata|Asia/Calcutta` for each further name. */
interface Packed {
  readonly version: string;
  readonly zones: readonly string[];
  readonly links: readonly string[];
}

interface Sources {
  readonly release: string;
  /** Every name with the text of its zone, by the name in small letters; first those that are no further names. */
  readonly texts: ReadonlyMap<string, { readonly name: string; readonly text: string }>;
}

/** What is read of the package. A server must have both files next to the code that converts times. */
export const zoneFiles = ['moment-timezone/data/packed/latest.json', 'moment-timezone/data/meta/latest.json'] as const;

let sources: Sources | undefined;

/** Read on first use, because most commands never need it. */
function readSources(): Sources {
  if (sources) return sources;
  const path = packageFile(zoneFiles[0]);
  const { version, zones, links }: Packed = JSON.parse(readFileSync(/* turbopackIgnore: true */ path, 'utf8'));
  const named = new Map(zones.map((text) => [text.slice(0, text.indexOf('|')), text]));
  for (const link of links) {
    const [name = '', further = ''] = link.split('|');
    named.set(further, named.get(name) ?? '');
  }
  sources = {
    release: version,
    texts: new Map([...named].map(([name, text]) => [name.toLowerCase(), { name, text }])),
  };
  return sources;
}

/** The release of the tz database that the installed package has. */
export function installedRelease(): string {
  return readSources().release;
}

/** The names of all zones, also former ones, which come last. */
export function zoneNames(): readonly string[] {
  return [...readSources().texts.values()].map(({ name }) => name);
}

/** The package's list of countries with the names of their zones that are in use today. */
interface Meta {
  readonly countries: Readonly<Record<string, { readonly zones: readonly string[] }>>;
}

let currentNames: readonly string[] | undefined;

/** The names of zones to choose from, sorted: those in use today, without former names such as `Asia/Calcutta`, and `UTC`. */
export function currentZoneNames(): readonly string[] {
  if (currentNames) return currentNames;
  const path = packageFile(zoneFiles[1]);
  const { countries }: Meta = JSON.parse(readFileSync(/* turbopackIgnore: true */ path, 'utf8'));
  currentNames = [...new Set([...Object.values(countries).flatMap(({ zones }) => zones), 'UTC'])].sort();
  return currentNames;
}

const zones = new Map<string, Zone | undefined>();

/** A zone by any of its names, in any case; undefined for what is no zone. */
export function findZone(name: string): Zone | undefined {
  const key = name.toLowerCase();
  if (!zones.has(key)) {
    const found = readSources().texts.get(key);
    zones.set(key, found && { name: found.name, periods: unpack(found.text) });
  }
  return zones.get(key);
}

/** The period of a zone at an instant, in milliseconds since 1970. */
export function periodAt({ periods }: Zone, instant: number): ZonePeriod {
  let [low, high] = [0, periods.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((periods[middle]?.start ?? Number.POSITIVE_INFINITY) <= instant) low = middle;
    else high = middle - 1;
  }
  return periods[low] ?? periods[0];
}

/**
 * Reads the text of a zone: its name, abbreviations, offsets in minutes west of UTC, which of them each period has, and the
 * minutes from each change to the next, all numbers to the base of 60.
 * (https://momentjs.com/timezone/docs/#/data-formats/packed-format/)
 */
function unpack(text: string): Zone['periods'] {
  const [, abbreviations = '', offsets = '', indices = '', lengths = ''] = text.split('|');
  const names = abbreviations.split(' ');
  const west = offsets.split(' ').map(fromBase60);
  const steps = lengths.split(' ').map(fromBase60);
  let start = Number.NEGATIVE_INFINITY;
  const periods = [...indices].map((digit, index): ZonePeriod => {
    if (index > 0) start = Math.round((index > 1 ? start : 0) + (steps[index - 1] ?? 0) * 60_000);
    const kind = fromBase60(digit);
    return { start, offset: 0 - Math.round(west[kind] ?? 0), abbreviation: names[kind] ?? '' };
  });
  return periods as [ZonePeriod, ...ZonePeriod[]];
}

const digits = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWX';

/** A number such as `-2r.g`. */
function fromBase60(text: string): number {
  const [whole = '', fraction = ''] = text.replace('-', '').split('.');
  let value = 0;
  for (const digit of whole) value = value * 60 + digits.indexOf(digit);
  [...fraction].forEach((digit, index) => {
    value += digits.indexOf(digit) / 60 ** (index + 1);
  });
  return text.startsWith('-') ? -value : value;
}

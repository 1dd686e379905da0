// Time zones in calendars: a name, and a VTIMEZONE with the offsets of that zone.
import ICAL from 'ical.js';
import { tzlib_get_ical_block } from 'timezones-ical-library';

/** A component in jCal, the JSON form of iCalendar (RFC 7265). */
export type JCal = [name: string, properties: unknown[], components: unknown[]];

/** A zone other than UTC. */
export interface CalendarZone {
  /** Today's name of the zone, the same for all of its names: `America/Los_Angeles` for `US/Pacific`. */
  readonly tzid: string;
  /** Its VTIMEZONE. */
  readonly component: JCal;
}

const zones = new Map<string, CalendarZone | undefined>();

const utcNames = new Set(['Etc/UTC', 'Etc/GMT']);

/**
 * A zone with its VTIMEZONE (RFC 5545, section 3.6.5).
 *
 * @param name an IANA name, in any case and also a former one.
 * @returns undefined for UTC, whose times need none (section 3.3.5, form #2).
 * @throws {Error} for a zone that is not in the time zone data.
 */
export function toCalendarZone(name: string): CalendarZone | undefined {
  if (!zones.has(name)) zones.set(name, findZone(name));
  return zones.get(name);
}

function findZone(name: string): CalendarZone | undefined {
  const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions();
  const [block = '', parameter = ''] = tzlib_get_ical_block(timeZone);
  const tzid = parameter.replace(/^TZID=/, '');
  if (!block || !tzid) {
    throw new Error(`There is no calendar data for the time zone "${name}" (fix: update timezones-ical-library).`);
  }
  return utcNames.has(tzid) ? undefined : { tzid, component: parseComponent(block) };
}

/** The VTIMEZONE of UTC. */
export function utcComponent(): JCal {
  return parseComponent(tzlib_get_ical_block('Etc/UTC')[0] ?? '');
}

function parseComponent(block: string): JCal {
  return ICAL.parse(block) as JCal;
}

// Events to an iCalendar file (RFC 5545), for subscriptions and for single downloads.
import ICAL from 'ical.js';
import { eventPath } from '@/lib/base/urls';
import type { Zone } from '@/lib/base/zone-data';
import { changedAt, type Event, type Occurrence } from '@/lib/kinds/event/event';
import { toWallTime } from '@/lib/kinds/event/schema';
import { eventKindLabel } from '@/lib/kinds/event/view';
import { descriptionOf, type People, placeOf, toLine } from '@/lib/output/calendar/event-text';
import { toRepeatRule } from '@/lib/output/calendar/repeat-rule';
import { type JCal, toCalendarZone, utcComponent, zoneComponent } from '@/lib/output/calendar/time-zone';
import { firstOccurrence, toDate, toEndDate, toUtc } from '@/lib/output/calendar/times';
import { site } from '@/lib/site';

/** What a calendar file contains. */
export interface CalendarSource {
  /** What the calendar is called in the reader's list of calendars. */
  readonly name: string;
  readonly events: readonly Event[];
  readonly people: People;
  /** Makes a path of the site absolute. */
  readonly toHref: (path: string) => string;
}

type Property = [name: string, parameters: Record<string, string>, type: string, ...values: unknown[]];

/** How often calendar programs should fetch the file again (RFC 7986, section 5.7). */
const refreshInterval = 'PT12H';

// Lines have 75 octets at most (RFC 5545, section 3.1); ical.js does not count the space that continues a line.
ICAL.foldLength = 74;

const steps = { confirmed: 0, moved: 1, cancelled: 2 } as const;

/**
 * Writes events as an iCalendar object (RFC 5545, section 3.4), sorted by start and then by id. The same events give the
 * same text: nothing in it comes from the clock or the build. Without events there is still a calendar.
 */
export function renderCalendar({ name, events, people, toHref }: CalendarSource): string {
  // Each with the first instant for which it is needed.
  const zones = new Map<Zone, Date>();
  const components = events
    .map((event) => ({ event, first: firstOccurrence(event) }))
    .sort((a, b) => a.first.start.getTime() - b.first.start.getTime() || (a.event.id < b.event.id ? -1 : 1))
    .map(({ event, first }) => {
      const zone = event.repeats && event.zone && !first.allDay ? toCalendarZone(event.zone) : undefined;
      if (zone && !zones.has(zone)) zones.set(zone, first.start);
      return toComponent(event, { first, zone, people, toHref });
    });
  const zoneComponents = [...zones]
    .sort(([a], [b]) => (a.name < b.name ? -1 : 1))
    .map(([zone, from]) => zoneComponent(zone, from));
  // At least one component is required (section 3.6).
  const preceding = components.length > 0 ? zoneComponents : [utcComponent()];
  const calendar: JCal = ['vcalendar', calendarProperties(toLine(name)), [...preceding, ...components]];
  return ICAL.stringify(calendar);
}

function calendarProperties(name: string): Property[] {
  return [
    ['version', {}, 'text', '2.0'],
    ['prodid', {}, 'text', `-//${hostname()}//${site.name}//${site.lang.toUpperCase()}`],
    ['calscale', {}, 'text', 'GREGORIAN'],
    // Not in an RFC, but read by Apple, Google and Outlook. ical.js escapes nothing in such a property.
    ['x-wr-calname', {}, 'unknown', name.replace(/[\\;,]/g, '\\$&')],
    ['refresh-interval', {}, 'duration', refreshInterval],
    ['x-published-ttl', {}, 'unknown', refreshInterval],
  ];
}

interface EventContext extends Pick<CalendarSource, 'people' | 'toHref'> {
  readonly first: Occurrence;
  /** The zone by whose clocks the event repeats; undefined for UTC and where it does not repeat. */
  readonly zone: Zone | undefined;
}

/** A VEVENT (RFC 5545, section 3.6.1). */
function toComponent(event: Event, { first, zone, people, toHref }: EventContext): JCal {
  const status = event.status ?? 'confirmed';
  const changed = changedAt(event);
  const place = placeOf(event);
  const description = descriptionOf(event, people);
  const properties: Property[] = [
    ['uid', {}, 'text', `${event.id}@${hostname()}`],
    // Without a METHOD it means the same as LAST-MODIFIED (section 3.8.7.2).
    ['dtstamp', {}, 'date-time', toUtc(changed ?? first.start)],
    ...(changed ? [['last-modified', {}, 'date-time', toUtc(changed)] satisfies Property] : []),
    ...(first.allDay ? toDays(event, first) : toTimes(event, first, zone)),
    ['summary', {}, 'text', toLine(event.title)],
    ['url', {}, 'uri', toHref(eventPath(event.id))],
    ['categories', {}, 'text', eventKindLabel(event.kind)],
    ['status', {}, 'text', status === 'cancelled' ? 'CANCELLED' : 'CONFIRMED'],
    ['sequence', {}, 'integer', sequenceOf(event)],
  ];
  if (place) properties.push(['location', {}, 'text', place]);
  if (description) properties.push(['description', {}, 'text', description]);
  return ['vevent', properties, []];
}

/**
 * The revision of an event (RFC 5545, section 3.8.7.4): programs ignore one that is not greater than what they have. The
 * content has only the present state, so it is made from what that says of changes: the minutes from 1970 to `lastmod`,
 * and one more for an event that was moved, two for one that was cancelled.
 */
function sequenceOf(event: Event): number {
  const minutes = Math.floor((changedAt(event)?.getTime() ?? 0) / 60_000);
  return Math.max(0, minutes) + steps[event.status ?? 'confirmed'];
}

/** When days take place: dates, and DTEND is the day after the last (RFC 5545, section 3.6.1). */
function toDays(event: Event, first: Occurrence): Property[] {
  return [
    ['dtstart', {}, 'date', toDate(first.start)],
    ['dtend', {}, 'date', toEndDate(first)],
    ...toRepeats(event, (day) => ['exdate', {}, 'date', day]),
  ];
}

/**
 * When times take place: a single one in UTC, a repeated one by the clocks of its zone, so that it keeps its local time
 * when they change. An EXDATE has the value type and the zone of DTSTART (RFC 5545, section 3.8.5.1).
 */
function toTimes(event: Event, first: Occurrence, zone: Zone | undefined): Property[] {
  const parameters: Property[1] = zone ? { tzid: zone.name } : {};
  const start = zone ? toWallTime(event.start) : toUtc(first.start);
  const times: Property[] = [['dtstart', parameters, 'date-time', start]];
  if (event.end && first.end) {
    const end = zone ? toWallTime(event.end) : toUtc(first.end);
    const length = (first.end.getTime() - first.start.getTime()) / 1000;
    // Where clocks change in between, what they show is not the length that all repeats have (section 3.8.5.3).
    if (zone && length !== secondsShown(start, end)) times.push(['duration', {}, 'duration', `PT${length}S`]);
    else times.push(['dtend', parameters, 'date-time', end]);
  }
  const clock = start.slice(start.indexOf('T'));
  return [...times, ...toRepeats(event, (day) => ['exdate', parameters, 'date-time', day + clock])];
}

/** RRULE and EXDATE (RFC 5545, section 3.8.5). A rule without an end stays one. */
function toRepeats(event: Event, toException: (day: string) => Property): Property[] {
  const rule = toRepeatRule(event);
  if (!rule) return [];
  return [['rrule', {}, 'recur', rule.toJSON()], ...[...new Set(event.except)].sort().map(toException)];
}

function secondsShown(start: string, end: string): number {
  return (Date.parse(`${end}Z`) - Date.parse(`${start}Z`)) / 1000;
}

/** The permanent name of the site: not that of the build, which SITE_URL changes. */
function hostname(): string {
  return new URL(site.origin).hostname;
}

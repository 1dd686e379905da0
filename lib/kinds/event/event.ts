// Events: when they take place, also again and again, when they are over, and in which month's edition they are.
import { compare } from '@/lib/base/compare';
import { parseInstant } from '@/lib/base/dates';
import type { EditionDays } from '@/lib/base/month';
import { type EventFields, eventKindOf, toInstant, toWallTime, wallTimesOf } from '@/lib/kinds/event/schema';
import type { Entry, GatherContext, When } from '@/lib/kinds/kind';

export type Event = Entry<EventFields>;

/** Whether an event is a meeting, of which editions show a short list apart: the one rule for it. */
export function isMeeting({ kind }: Pick<Event, 'kind'>): boolean {
  return eventKindOf(kind).isMeeting === true;
}

/** When its time, place or status was last changed, as far as its file says. */
export function changedAt({ lastmod }: Pick<Event, 'lastmod'>): Date | undefined {
  const changed = lastmod === undefined ? undefined : parseInstant(lastmod);
  return changed instanceof Date ? changed : undefined;
}

/** One time that an event takes place. */
export interface Occurrence {
  /** The local start as clocks in its zone show it: `2022-03-03T10:00:00`, or a day. */
  readonly localStart: string;
  /** The instant of the start; for a day alone, 00:00 UTC of it. */
  readonly start: Date;
  /** The instant of the end where one is given; for days, 00:00 UTC of the last day. */
  readonly end: Date | undefined;
  /** When it is certainly over: for a day, when that day has ended everywhere on earth. */
  readonly over: Date;
  readonly allDay: boolean;
}

const hour = 3_600_000;
const dayLong = 24 * hour;

/** How long an event without an end is taken to last when asked whether it is over. */
const assumedLength = hour;

/**
 * The times of an event, in order, lazily: a rule without an end never ends, so take no more than is shown.
 * Those on the days of `except` are left out.
 */
export function* occurrencesOf(event: Event): Generator<Occurrence> {
  const toTime = toOccurrences(event);
  for (const wall of wallTimesWithoutExcepted(event)) yield toTime(wall);
}

function* wallTimesWithoutExcepted(event: Event): Generator<string> {
  const except = new Set(event.repeats ? event.except : []);
  for (const wall of wallTimesOf(event)) if (!except.has(dayOf(wall))) yield wall;
}

/** Makes an occurrence from one of the wall-clock times of an event. */
function toOccurrences(event: Event): (wall: string) => Occurrence {
  const first = toOccurrence(event, event.start);
  if (!event.repeats) return () => first;
  const length = first.end && first.end.getTime() - first.start.getTime();
  return (wall) => {
    const { start, allDay } = toOccurrence(event, wall);
    const end = length === undefined ? undefined : new Date(start.getTime() + length);
    return { localStart: wall, start, end, allDay, over: overAt(start, end, allDay) };
  };
}

/** The times of an event from `now` on that are not over yet, at most `count`. */
export function nextOccurrences(event: Event, now: Date, count: number): Occurrence[] {
  const found: Occurrence[] = [];
  for (const occurrence of occurrencesOf(event)) {
    if (occurrence.over.getTime() <= now.getTime()) continue;
    found.push(occurrence);
    if (found.length >= count) break;
  }
  return found;
}

/** The time by which an event is listed: its next, or its last where all are over. */
export function mainOccurrence(event: Event, now: Date): Occurrence {
  const known = mainOccurrences.get(event);
  if (known?.at === now.getTime()) return known.occurrence;
  const occurrence = findMain(event, now);
  mainOccurrences.set(event, { at: now.getTime(), occurrence });
  return occurrence;
}

/** Pages, cards, calendars and data use the same result. */
const mainOccurrences = new WeakMap<Event, { readonly at: number; readonly occurrence: Occurrence }>();

function findMain(event: Event, now: Date): Occurrence {
  let last: Occurrence | undefined;
  for (const occurrence of occurrencesOf(event)) {
    last = occurrence;
    if (occurrence.over.getTime() > now.getTime()) break;
  }
  // A rule whose every day is excepted leaves none.
  return last ?? toOccurrence(event, event.start);
}

/**
 * The times of an event that an edition shows, in order, and whether they are past or upcoming. Upcoming is what begins on the
 * edition's day or later, by the clocks where it takes place. An event that repeats is upcoming if it does so again in the
 * weeks that the edition looks ahead to, or did not take place in the time that the edition looks back to.
 *
 * @returns at least one time: of an event without any on those days, the nearest on its side.
 */
export function timesInEdition(event: Event, { since, day, ahead }: EditionDays): { when: When; times: Occurrence[] } {
  const past: string[] = [];
  const upcoming: string[] = [];
  // Times are only converted once they are chosen: a series may be years old.
  let last = toWallTime(event.start);
  for (const wall of wallTimesWithoutExcepted(event)) {
    const on = dayOf(wall);
    if (on < day) {
      last = wall;
      if (on >= since) past.push(wall);
    } else if (on <= ahead || upcoming.length === 0) upcoming.push(wall);
    if (on > ahead) break;
  }
  const [next] = upcoming;
  const isUpcoming = next !== undefined && (dayOf(next) <= ahead || past.length === 0);
  const chosen = isUpcoming ? upcoming : past.length > 0 ? past : [last];
  return { when: isUpcoming ? 'upcoming' : 'past', times: chosen.map(toOccurrences(event)) };
}

/** The day of a wall-clock time. */
function dayOf(wall: string): string {
  return wall.slice(0, 10);
}

/** Whether all times of an event are over. */
export function isOver(event: Event, now: Date): boolean {
  return mainOccurrence(event, now).over.getTime() <= now.getTime();
}

function toOccurrence(event: Event, time: string): Occurrence {
  const start = toInstant(time, event.zone);
  const end = event.end === undefined ? undefined : toInstant(event.end, event.zone);
  const allDay = !time.includes('T');
  return { localStart: toWallTime(time), start, end, allDay, over: overAt(start, end, allDay) };
}

function overAt(start: Date, end: Date | undefined, allDay: boolean): Date {
  // A day ends last at 12 hours west of UTC.
  if (allDay) return new Date((end ?? start).getTime() + dayLong + 12 * hour);
  return end ?? new Date(start.getTime() + assumedLength);
}

/**
 * Which events belong to a month's edition: those that took place in it, and those of the weeks after it. An event that
 * is both belongs to the second list only.
 */
export function gatherEvents(all: readonly Event[], { span }: GatherContext): [past: Event[], upcoming: Event[]] {
  const events = all.filter(({ status }) => status !== 'cancelled');
  const upcoming = events.flatMap((event) => firstDayIn(event, span.until, span.ahead));
  const ahead = new Set(upcoming.map(({ event }) => event));
  const past = events.flatMap((event) =>
    ahead.has(event) ? [] : firstDayIn(event, undefined, span.until, span.since),
  );
  return [inOrder(past), inOrder(upcoming)];
}

interface Dated {
  readonly event: Event;
  /** The local time of its first occurrence there. */
  readonly start: string;
}

/** The event with its first time in some days, by the day that clocks show where it takes place; else nothing. */
function firstDayIn(event: Event, after: string | undefined, until: string, since = ''): Dated[] {
  for (const wall of wallTimesWithoutExcepted(event)) {
    const day = dayOf(wall);
    if (day > until) break;
    if (day >= since && (after === undefined || day > after)) return [{ event, start: wall }];
  }
  return [];
}

function inOrder(found: Dated[]): Event[] {
  return found.sort((a, b) => compare(a.start, b.start) || compare(a.event.id, b.event.id)).map(({ event }) => event);
}

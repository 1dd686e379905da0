// From an event to what is shown of it: cards, feeds, mail and social cards read this one view.
import { compare } from '@/lib/base/compare';
import { monthName, toDayWithWeekday, toMonth } from '@/lib/base/dates';
import { calendarPath, eventPath, personPath, toUrl } from '@/lib/base/urls';
import { asTitle, formatNumber, plural, words } from '@/lib/base/words';
import type { RepeatUnit } from '@/lib/base/words/words';
import { localTimeAt, zoneName } from '@/lib/base/zones';
import { type Event, isOver, mainOccurrence, type Occurrence, timesInEdition } from '@/lib/kinds/event/event';
import { eventKindOf } from '@/lib/kinds/event/schema';
import type { Lookup } from '@/lib/kinds/kind';

const said = words.kinds.event;

/** What is shown of an event. Addresses are ready for the page; the description is Markdown. */
export type EventView = ReturnType<typeof toEventView>;

/** A kind of event as people say it, as `site.eventKinds` says or else the language: `Talk`. */
export function eventKindLabel(kind: Event['kind']): string {
  const names: Readonly<Record<string, string>> = said.kinds;
  return eventKindOf(kind).label ?? names[kind] ?? kind;
}

/** What is shown of an event, at its time in the lookup's edition, else at its next time after the lookup's instant or its last. */
export function toEventView(event: Event, lookup: Lookup) {
  const { when, times } = lookup.days
    ? timesInEdition(event, lookup.days)
    : { when: undefined, times: [mainOccurrence(event, lookup.now)] };
  // Of a series that has ended by then, the last.
  const occurrence = times.at(when === 'past' ? -1 : 0) as Occurrence;
  return {
    id: event.id,
    url: toUrl(eventPath(event.id)),
    title: event.title,
    kind: event.kind,
    kindLabel: eventKindLabel(event.kind),
    status: event.status ?? 'confirmed',
    ...toTimes(occurrence, event.zone),
    /** All times that an edition shows of it, in order. */
    times: times.map((each) => toTimes(each, event.zone)),
    /** ISO instant at which it is over. */
    over: occurrence.over.toISOString(),
    // Of a series, all of it.
    isOver: isOver(event, lookup.now),
    repeatText: event.repeats && repeatWords(event.repeats),
    place: placeText(event),
    speakers: (event.speakers ?? []).map(({ name, affiliation }) => {
      const person = affiliation === undefined ? lookup.person(name) : undefined;
      return { name: person?.name ?? name, affiliation, url: person && toUrl(personPath(person.id)) };
    }),
    description: event.description,
    moreUrl: event.url,
    recordingUrl: event.recording,
    slidesUrl: event.slides,
    calendarUrl: toUrl(calendarPath(event.id)),
  };
}

/** Where an event takes place, in a place or online or both; undefined where it does not say. */
export function placeText({ location, online }: Pick<Event, 'location' | 'online'>): string | undefined {
  if (location && online) return said.placeAndOnline(location);
  return location || (online ? said.online : undefined);
}

/** The one thing to do next: watch it when it is over, else put it into one's calendar. */
export function actionOf({ recordingUrl, calendarUrl, isOver, status }: EventView) {
  if (recordingUrl && isOver) return { title: said.watch, url: recordingUrl, isExternal: true };
  return isOver || status === 'cancelled'
    ? undefined
    : { title: said.addToCalendar, url: calendarUrl, isExternal: false };
}

/** All times of some events in an edition, in order. */
export function timesOf(events: readonly EventView[]) {
  return events
    .flatMap((event) => event.times.map((time) => ({ event, ...time })))
    .sort((a, b) => compare(a.datetime, b.datetime) || compare(a.event.id, b.event.id));
}

/** Splits events into those to come, soonest first, and those that are over, latest first. */
export function splitByTime(views: readonly EventView[]): { upcoming: EventView[]; past: EventView[] } {
  const sorted = views.toSorted((a, b) => compare(a.over, b.over) || compare(a.id, b.id));
  return { upcoming: sorted.filter(({ isOver }) => !isOver), past: sorted.filter(({ isOver }) => isOver).reverse() };
}

/** One time of an event as text: `Thursday, 3 March 2022`, `10:00–11:00 PST`, `March 2022`. */
export function toTimes(occurrence: Occurrence, zone: string | undefined) {
  const { start, end, allDay } = occurrence;
  // The day as clocks show it where the event takes place.
  const wall = wallDate(start, zone);
  const wallEnd = end && wallDate(end, zone);
  const [day, lastDay] = [wall, wallEnd ?? wall].map((date) => toDayWithWeekday(date)) as [string, string];
  return {
    /** For the calendar leaf. */
    leaf: { day: formatNumber(wall.getUTCDate()), month: monthName(wall.getUTCMonth() + 1, 'short') },
    dateText: asTitle(day === lastDay ? day : words.fromTo(day, lastDay)),
    /** Undefined for whole days. */
    timeText:
      allDay || !zone ? undefined : `${clock(wall)}${wallEnd ? `–${clock(wallEnd)}` : ''} ${zoneName(zone, start)}`,
    monthText: asTitle(toMonth(wall)),
    /** What clocks show where it takes place, when it begins: `2022-03-03T10:00`. */
    local: wall.toISOString().slice(0, 16),
    /** The value of `<time datetime>`: an instant, or a day. */
    datetime: allDay ? start.toISOString().slice(0, 10) : start.toISOString().replace('.000Z', 'Z'),
  };
}

/** The wall-clock time in a zone, as if it were UTC. */
function wallDate(instant: Date, zone: string | undefined): Date {
  if (!zone) return instant;
  const { year, month, day, hour, minute } = localTimeAt(instant, zone);
  return new Date(Date.UTC(year, month - 1, day, hour, minute));
}

function clock(wall: Date): string {
  return wall.toISOString().slice(11, 16);
}

/** A recurrence rule as text: `every 2 weeks`. */
function repeatWords(rule: string): string {
  const parts = new Map(rule.split(';').map((part) => part.split('=', 2) as [string, string]));
  const unit = parts.get('FREQ') as RepeatUnit;
  const interval = Number(parts.get('INTERVAL') ?? 1);
  const every = interval === 1 ? said.every[unit] : plural(said.everyFew[unit], interval);
  const count = parts.get('COUNT');
  return count ? `${every}${words.comma}${plural(said.times, Number(count))}` : every;
}

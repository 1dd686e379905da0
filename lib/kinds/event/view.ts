// From an event to what is shown of it: cards, feeds, mail and social cards read this one view.
import { monthName, toDay, toMonth } from '@/lib/base/dates';
import { calendarPath, eventPath, personPath, toUrl } from '@/lib/base/urls';
import { localTimeAt, zoneName } from '@/lib/base/zones';
import { type Event, isOver, mainOccurrence, type Occurrence } from '@/lib/kinds/event/event';
import type { EntryView, Lookup } from '@/lib/kinds/kind';

/** What is shown of an event. Addresses are ready for the page. */
export interface EventView extends EntryView {
  readonly url: string;
  readonly kind: string;
  /** The kind as people say it: `Bug scrub`. */
  readonly kindLabel: string;
  readonly status: 'confirmed' | 'cancelled' | 'moved';
  /** For the calendar leaf. */
  readonly leaf: { readonly day: string; readonly month: string };
  /** `Thursday, 3 March 2022`, or a span of days. */
  readonly dateText: string;
  /** `10:00–11:00 PST`; undefined for whole days. */
  readonly timeText: string | undefined;
  /** `March 2022`, for groups. */
  readonly monthText: string;
  /** The value of `<time datetime>`: an instant, or a day. */
  readonly datetime: string;
  /** ISO instant at which it is over. */
  readonly over: string;
  readonly isOver: boolean;
  /** How it repeats, in words. */
  readonly repeatText: string | undefined;
  readonly place: string | undefined;
  readonly speakers: readonly {
    readonly name: string;
    readonly affiliation: string | undefined;
    readonly url: string | undefined;
  }[];
  /** Markdown. */
  readonly description: string | undefined;
  readonly moreUrl: string | undefined;
  readonly recordingUrl: string | undefined;
  readonly slidesUrl: string | undefined;
  readonly calendarUrl: string;
}

const kindLabels: Record<Event['kind'], string> = {
  talk: 'Talk',
  meetup: 'Meetup',
  conference: 'Conference',
  meeting: 'Meeting',
  'bug-scrub': 'Bug scrub',
  webinar: 'Webinar',
  workshop: 'Workshop',
};

/** A kind of event as people say it. */
export function eventKindLabel(kind: Event['kind']): string {
  return kindLabels[kind];
}

/** What is shown of an event, at its next time after the lookup's instant or else its last. */
export function toEventView(event: Event, lookup: Lookup): EventView {
  const occurrence = mainOccurrence(event, lookup.after ?? lookup.now);
  return {
    id: event.id,
    url: toUrl(eventPath(event.id)),
    title: event.title,
    kind: event.kind,
    kindLabel: kindLabels[event.kind],
    status: event.status ?? 'confirmed',
    ...toTimes(occurrence, event.zone),
    over: occurrence.over.toISOString(),
    // Of a series, all of it.
    isOver: isOver(event, lookup.now),
    repeatText: event.repeats && repeatWords(event.repeats),
    place:
      [event.location, event.online ? 'online' : undefined]
        .filter(Boolean)
        .join(' and ')
        .replace(/^online$/, 'Online') || undefined,
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

/** The one thing to do next: watch it when it is over, else put it into one's calendar. */
export function actionOf({ recordingUrl, calendarUrl, isOver, status }: EventView) {
  if (recordingUrl && isOver) return { title: 'Watch the recording', url: recordingUrl, isExternal: true };
  return isOver || status === 'cancelled'
    ? undefined
    : { title: 'Add to calendar', url: calendarUrl, isExternal: false };
}

/** Splits events into those to come, soonest first, and those that are over, latest first. */
export function splitByTime(views: readonly EventView[]): { upcoming: EventView[]; past: EventView[] } {
  const byTime = (a: EventView, b: EventView) => (a.over < b.over ? -1 : a.over > b.over ? 1 : a.id < b.id ? -1 : 1);
  const sorted = [...views].sort(byTime);
  return { upcoming: sorted.filter(({ isOver }) => !isOver), past: sorted.filter(({ isOver }) => isOver).reverse() };
}

/** One time of an event as a line: `Thursday, 3 March 2022, 10:00–11:00 PST`. */
export function toTimes(occurrence: Occurrence, zone: string | undefined) {
  const { start, end, allDay } = occurrence;
  // The day as clocks show it where the event takes place.
  const wall = wallDate(start, zone);
  const wallEnd = end && wallDate(end, zone);
  const lastDay = wallEnd && toDay(wallEnd) !== toDay(wall) ? wallEnd : undefined;
  const dateText = lastDay
    ? `${dayName(wall)}, ${toDay(wall)} to ${dayName(lastDay)}, ${toDay(lastDay)}`
    : `${dayName(wall)}, ${toDay(wall)}`;
  return {
    leaf: { day: String(wall.getUTCDate()), month: monthName(wall.getUTCMonth() + 1).slice(0, 3) },
    dateText,
    timeText:
      allDay || !zone ? undefined : `${clock(wall)}${wallEnd ? `–${clock(wallEnd)}` : ''} ${zoneName(zone, start)}`,
    monthText: toMonth(wall),
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

function dayName(date: Date): string {
  return ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'][date.getUTCDay()] ?? '';
}

const units = { DAILY: 'day', WEEKLY: 'week', MONTHLY: 'month', YEARLY: 'year' } as const;

/** A rule of repetition in words: `every 2 weeks`. */
function repeatWords(rule: string): string {
  const parts = new Map(rule.split(';').map((part) => part.split('=', 2) as [string, string]));
  const unit = units[parts.get('FREQ') as keyof typeof units] ?? 'time';
  const interval = Number(parts.get('INTERVAL') ?? 1);
  const every = interval === 1 ? `every ${unit}` : `every ${interval} ${unit}s`;
  const count = parts.get('COUNT');
  return count ? `${every}, ${count} times` : every;
}

// From an event to what is shown of it.
import type { EventView } from '@/components/events/event-view';
import { monthName, toDay, toMonth } from '@/lib/base/dates';
import { calendarPath, eventPath, personPath, toUrl } from '@/lib/base/urls';
import { localTimeAt, zoneName } from '@/lib/base/zones';
import { type Content, findPerson } from '@/lib/content/content';
import { type Event, mainOccurrence, type Occurrence } from '@/lib/kinds/event/event';
import { renderMarkdown } from '@/lib/mdx/markdown';

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

const views = new WeakMap<Event, { readonly content: Content; readonly at: number; readonly view: EventView }>();

/** What is shown of an event, at its next time after `now` or else its last. Several pages show the same. */
export function toEventView(event: Event, content: Content, now: Date): EventView {
  const known = views.get(event);
  if (known?.content === content && known.at === now.getTime()) return known.view;
  const view = makeView(event, content, now);
  views.set(event, { content, at: now.getTime(), view });
  return view;
}

function makeView(event: Event, content: Content, now: Date): EventView {
  const occurrence = mainOccurrence(event, now);
  return {
    id: event.id,
    url: toUrl(eventPath(event.id)),
    title: event.title,
    kind: event.kind,
    kindLabel: kindLabels[event.kind],
    status: event.status ?? 'confirmed',
    ...toTimes(occurrence, event.zone),
    over: occurrence.over.toISOString(),
    isOver: occurrence.over.getTime() <= now.getTime(),
    repeatText: event.repeats && repeatWords(event.repeats),
    place:
      [event.location, event.online ? 'online' : undefined]
        .filter(Boolean)
        .join(' and ')
        .replace(/^online$/, 'Online') || undefined,
    speakers: (event.speakers ?? []).map(({ name, affiliation }) => {
      const person = affiliation === undefined ? findPerson(content, name) : undefined;
      return { name: person?.name ?? name, affiliation, url: person && toUrl(personPath(person.id)) };
    }),
    description: event.description && renderMarkdown(event.description),
    moreUrl: event.url,
    recordingUrl: event.recording,
    slidesUrl: event.slides,
    calendarUrl: toUrl(calendarPath(event.id)),
  };
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

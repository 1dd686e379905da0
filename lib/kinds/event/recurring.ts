// Events that come again: those of the month before that have no date in a month, and series that have ended.
import { groupBy } from '@/lib/base/group-by';
import { plusDays, type Span } from '@/lib/base/month';
import { sameName } from '@/lib/kinds/duplicates';
import { type Event, isMeeting, isOver, mainOccurrence, occurrencesOf } from '@/lib/kinds/event/event';

/** An event of the month before, and when it would take place next. */
export interface MissingEvent {
  /** Its latest file. */
  readonly event: Event;
  /** A day of the month, by the distance of its last two dates, else four weeks later. */
  readonly day: string;
}

/**
 * Events that took place in the month before and have no date in a month, by their title: meetings, those that repeat, and those
 * of which there were several. The first date of each.
 *
 * @param span the days of the month.
 */
export function findMissing(events: readonly Event[], { since, until }: Pick<Span, 'since' | 'until'>): MissingEvent[] {
  const before = plusDays(since, -1);
  const first = `${before.slice(0, 7)}-01`;
  const groups = groupBy(
    events.filter(({ status }) => status !== 'cancelled'),
    ({ title }) => sameName(title),
  );
  return [...groups.values()].flatMap((group) => {
    const dated = group.flatMap((event) => daysOf(event, first, until).map((day) => ({ event, day })));
    const days = [...new Set(dated.map(({ day }) => day))].sort();
    const [previous, last] = [days.at(-2), days.at(-1)];
    const isRecurring = group.length > 1 || group.some((event) => isMeeting(event) || event.repeats);
    if (!last || last >= since || !isRecurring) return [];
    const event = dated.find(({ day }) => day === last)?.event;
    const weeks = previous ? (Date.parse(last) - Date.parse(previous)) / (7 * 86_400_000) : 4;
    let day = last;
    while (day < since) day = plusDays(day, (Number.isInteger(weeks) ? weeks : 4) * 7);
    return event && day <= until ? [{ event, day }] : [];
  });
}

function daysOf(event: Event, first: string, last: string): string[] {
  const days: string[] = [];
  for (const { localStart } of occurrencesOf(event)) {
    const day = localStart.slice(0, 10);
    if (day > last) break;
    if (day >= first) days.push(day);
  }
  return days;
}

/** For how long a series that has ended is reported. Milliseconds. */
const reportedFor = 92 * 86_400_000;

/** Series whose last time was in the last three months, each with its day. The latest first. */
export function endedSeries(events: readonly Event[], now: Date): { readonly event: Event; readonly last: string }[] {
  return events
    .filter((event) => event.repeats && event.status !== 'cancelled' && isOver(event, now))
    .map((event) => ({ event, occurrence: mainOccurrence(event, now) }))
    .filter(({ occurrence }) => now.getTime() - occurrence.over.getTime() <= reportedFor)
    .sort((a, b) => b.occurrence.start.getTime() - a.occurrence.start.getTime())
    .map(({ event, occurrence }) => ({ event, last: occurrence.localStart.slice(0, 10) }));
}

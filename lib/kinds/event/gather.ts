// Which events belong to a month's edition: those that took place in it, and those of the weeks after it.
import { compare } from '@/lib/base/compare';
import { type Event, occurrencesOf } from '@/lib/kinds/event/event';
import type { GatherContext } from '@/lib/kinds/kind';

/** An event that also took place before is among those to come alone. */
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
  for (const { localStart } of occurrencesOf(event)) {
    const day = localStart.slice(0, 10);
    if (day > until) break;
    if (day >= since && (after === undefined || day > after)) return [{ event, start: localStart }];
  }
  return [];
}

function inOrder(found: Dated[]): Event[] {
  return found.sort((a, b) => compare(a.start, b.start) || compare(a.event.id, b.event.id)).map(({ event }) => event);
}

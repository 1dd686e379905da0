// The commands that add the events of last month again which have no date this month.
import { quoted } from '@/lib/base/cli/options';
import type { Span } from '@/lib/base/month';
import type { Event } from '@/lib/kinds/event/event';
import { findMissing, type MissingEvent } from '@/lib/kinds/event/recurring';

/** What to say of events that usually take place and have no date; nothing where there are none. */
export function proposeRecurring(events: readonly Event[], span: Span): string[] {
  const missing = findMissing(events, span);
  if (missing.length === 0) return [];
  return [
    `These took place in the month before and have no date in ${span.period}. To add one, check its day and run:`,
    ...missing.map((each) => `  ${each.event.repeats ? toAdvice(each) : toCommand(each)}`),
  ];
}

/** A series has one file: where it has ended, its rule says so. */
function toAdvice({ event, day }: MissingEvent): string {
  return `${event.shownFile}: its series has ended; if it goes on, such as on ${day}, change "repeats:"`;
}

function toCommand({ event, day }: MissingEvent): string {
  const { id, title, kind, start, end, zone, url, location, online } = event;
  // The same time of day, without the offset of another day.
  const on = (time: string) => day + time.replace(/(?:Z|[+-]\d{2}:\d{2})$/, '').slice(10);
  const isOneDay = end?.slice(0, 10) === start.slice(0, 10);
  const options = { title, kind, start: on(start), zone, end: end && isOneDay ? on(end) : undefined, location, url };
  const written = Object.entries(options).flatMap(([flag, value]) => (value ? [`--${flag} ${quoted(value)}`] : []));
  const name = `${id.replace(/-?\d{4}-\d{2}-\d{2}$/, '')}-${day}`;
  return `npm run news -- new event ${[...written, ...(online ? ['--online'] : []), `--id ${name}`].join(' ')}`;
}

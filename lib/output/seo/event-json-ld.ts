// An event as structured data, by which search engines list it.
import type { Event as EventNode, Place, VirtualLocation, WithContext } from 'schema-dts';
import { toHref } from '@/lib/base/urls';
import { toOffsetTime } from '@/lib/base/zones';
import { type Event, mainOccurrence } from '@/lib/kinds/event/event';
import { toPlainText } from '@/lib/mdx/markdown';
import { type People, speakersOf, toLine, toLines } from '@/lib/output/calendar/event-text';
import { toDate } from '@/lib/output/calendar/times';
import { given } from '@/lib/output/seo/json-ld';
import { site } from '@/lib/site';

/** A node of structured data. Fields that are undefined are not written. */
export interface JsonLdNode {
  readonly '@type': string;
  readonly [field: string]: unknown;
}

const statuses = {
  confirmed: 'https://schema.org/EventScheduled',
  cancelled: 'https://schema.org/EventCancelled',
  moved: 'https://schema.org/EventRescheduled',
} as const;

/**
 * A schema.org `Event` for the next time of an event, or its last where all are over. Times have the offset of the
 * event's zone at that time, days are dates alone (RFC 3339, section 5.6).
 *
 * @param url the event's page, absolute.
 */
export function eventJsonLd(
  event: Event,
  { url, now, people }: { readonly url: string; readonly now: Date; readonly people: People },
): JsonLdNode {
  const { start, end, allDay } = mainOccurrence(event, now);
  const toTime = (instant: Date) => (allDay ? toDate(instant) : toOffsetTime(instant, event.zone ?? 'UTC'));
  const performers = speakersOf(event, people).map(({ name, affiliation }) => ({
    '@type': 'Person' as const,
    name,
    ...given({ affiliation: affiliation ? { '@type': 'Organization' as const, name: affiliation } : undefined }),
  }));
  return {
    '@context': 'https://schema.org',
    '@type': 'Event',
    name: toLine(event.title),
    url,
    startDate: toTime(start),
    eventStatus: statuses[event.status ?? 'confirmed'],
    ...given({
      description: (event.description && toLines(toPlainText(event.description))) || undefined,
      endDate: end && toTime(end),
      eventAttendanceMode: attendanceMode(event),
      location: oneOrMany(locations(event, url)),
      performer: oneOrMany(performers),
    }),
    organizer: { '@type': 'Organization', name: site.name, url: toHref('/') },
  } satisfies WithContext<EventNode>;
}

function attendanceMode({ location, online }: Event) {
  if (location && online) return 'https://schema.org/MixedEventAttendanceMode' as const;
  if (online) return 'https://schema.org/OnlineEventAttendanceMode' as const;
  return location ? ('https://schema.org/OfflineEventAttendanceMode' as const) : undefined;
}

function locations({ location, online, url: elsewhere }: Event, url: string) {
  const nodes: (Place | VirtualLocation)[] = [];
  if (location) nodes.push({ '@type': 'Place', name: toLine(location), address: toLine(location) });
  if (online) nodes.push({ '@type': 'VirtualLocation', url: elsewhere ?? url });
  return nodes;
}

/** One value as itself: some search engines read a list only where there are several. */
function oneOrMany<T>(values: readonly T[]): T | readonly T[] | undefined {
  return values.length > 1 ? values : values[0];
}

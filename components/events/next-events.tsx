// The next events in short; the most recent ones if nothing is planned.
import { EventCard } from '@/components/events/event-card';
import { ExternalLink } from '@/components/ui/external-link';
import type { EventView } from '@/lib/kinds/event/view';

interface NextEventsProps {
  /** Soonest first. */
  readonly upcoming: readonly EventView[];
  /** Latest first. */
  readonly recent: readonly EventView[];
  readonly addHref: string;
}

export function NextEvents({ upcoming, recent, addHref }: NextEventsProps) {
  return (
    <event-agenda>
      <div data-list="upcoming">
        <p className="invite" data-empty hidden={upcoming.length > 0}>
          No events are planned at the moment. <ExternalLink href={addHref}>Add an event</ExternalLink>.
        </p>
        {upcoming.length > 0 && (
          <ol>
            {upcoming.map((event) => (
              <li key={event.id} data-over={event.over}>
                <EventCard event={event} />
              </li>
            ))}
          </ol>
        )}
      </div>
      {upcoming.length === 0 && recent.length > 0 && (
        <>
          <h3 className="label mt-6 mb-3">Most recent</h3>
          <ol>
            {recent.map((event) => (
              <li key={event.id}>
                <EventCard event={event} rank={4} />
              </li>
            ))}
          </ol>
        </>
      )}
    </event-agenda>
  );
}

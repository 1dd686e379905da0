// Events in the order of time: all of them as an agenda, or the next few.
import { EventCard } from '@/components/events/event-card';
import { ExternalLink } from '@/components/ui/external-link';
import { Section } from '@/components/ui/section';
import type { EventView } from '@/lib/kinds/event/view';

interface EventAgendaProps {
  /** Soonest first. */
  readonly upcoming: readonly EventView[];
  /** Latest first. */
  readonly past: readonly EventView[];
  /** The form for a new event. */
  readonly addHref: string;
}

/** Upcoming events by month, then past ones. */
export function EventAgenda({ upcoming, past, addHref }: EventAgendaProps) {
  return (
    <event-agenda>
      <Section id="site-upcoming" title="Upcoming" data-list="upcoming">
        <p className="invite" data-empty hidden={upcoming.length > 0}>
          No events are planned at the moment. <ExternalLink href={addHref}>Add an event</ExternalLink>, or subscribe to
          the calendar to hear about the next one.
        </p>
        <Agenda events={upcoming} />
      </Section>
      <Section id="site-past" title="Past" data-list="past" hidden={past.length === 0}>
        <Agenda events={past} />
      </Section>
    </event-agenda>
  );
}

/** Events in their order, with the month above the first of each month. */
function Agenda({ events }: { events: readonly EventView[] }) {
  return (
    <ol className="agenda">
      {events.map((event, index) => (
        <li key={event.id} data-over={event.over}>
          {event.monthText !== events[index - 1]?.monthText && <p className="label agenda-month">{event.monthText}</p>}
          <EventCard view={event} />
        </li>
      ))}
    </ol>
  );
}

/** A few upcoming events; if there are none, a few past ones. */
export function NextEvents({ upcoming, past, addHref }: EventAgendaProps) {
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
                <EventCard view={event} />
              </li>
            ))}
          </ol>
        )}
      </div>
      {upcoming.length === 0 && past.length > 0 && (
        <>
          <h3 className="label mt-6 mb-3">Most recent</h3>
          <ol>
            {past.map((event) => (
              <li key={event.id}>
                <EventCard view={event} rank={4} />
              </li>
            ))}
          </ol>
        </>
      )}
    </event-agenda>
  );
}

// Events as an agenda: upcoming ones by month, then those that are over.
import { EventCard } from '@/components/events/event-card';
import type { EventView } from '@/components/events/event-view';

interface EventAgendaProps {
  /** Soonest first. */
  readonly upcoming: readonly EventView[];
  /** Latest first. */
  readonly past: readonly EventView[];
  /** Where the next event could be added. */
  readonly addHref: string;
}

export function EventAgenda({ upcoming, past, addHref }: EventAgendaProps) {
  return (
    <event-agenda>
      <section aria-labelledby="site-upcoming" data-list="upcoming" className="mt-4">
        <h2 id="site-upcoming" className="section-title">
          Upcoming
        </h2>
        <p className="invite" data-empty hidden={upcoming.length > 0}>
          Nothing is planned at the moment.{' '}
          <a href={addHref} rel="external">
            Tell us about an event
          </a>
          , or subscribe to the calendar: what is planned next will be in it.
        </p>
        {groupByMonth(upcoming).map(({ month, events }) => (
          <section key={month} data-group aria-label={month} className="mt-8">
            <h3 className="label mb-3">{month}</h3>
            <ol className="cards">
              {events.map((event) => (
                <li key={event.id} data-over={event.over}>
                  <EventCard event={event} rank={4} />
                </li>
              ))}
            </ol>
          </section>
        ))}
      </section>
      <section aria-labelledby="site-past" data-list="past" className="mt-16" hidden={past.length === 0}>
        <h2 id="site-past" className="section-title">
          Past
        </h2>
        <ol className="cards mt-4">
          {past.map((event) => (
            <li key={event.id}>
              <EventCard event={event} rank={3} />
            </li>
          ))}
        </ol>
      </section>
    </event-agenda>
  );
}

function groupByMonth(events: readonly EventView[]): { month: string; events: EventView[] }[] {
  const groups = new Map<string, EventView[]>();
  for (const event of events) groups.set(event.monthText, [...(groups.get(event.monthText) ?? []), event]);
  return [...groups].map(([month, list]) => ({ month, events: list }));
}

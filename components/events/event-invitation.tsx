// One event, set as an invitation: what, when, where, who, and how not to forget it.
import { EventTime } from '@/components/events/event-time';
import type { EventView } from '@/components/events/event-view';

interface EventInvitationProps {
  readonly event: EventView;
  /** The next times of a repeating event. */
  readonly times: readonly Pick<EventView, 'datetime' | 'dateText' | 'timeText'>[];
  readonly links: {
    readonly google: string;
    readonly outlook: string;
    readonly office365: string;
    readonly apple: string;
  };
  readonly editHref: string;
  /** The rank of its heading, 1 on its own page. */
  readonly rank?: 1 | 3;
}

export function EventInvitation({ event, times, links, editHref, rank = 1 }: EventInvitationProps) {
  const Heading = `h${rank}` as const;
  const AddHeading = `h${rank === 1 ? 2 : 4}` as const;
  const takesPlace = !event.isOver && event.status !== 'cancelled';
  return (
    <article className="invitation" data-past={event.isOver || undefined}>
      <p className="leaf" aria-hidden="true">
        <span>{event.leaf.month}</span>
        <span>{event.leaf.day}</span>
      </p>
      <div className="min-w-0">
        <p className="label">
          {event.kindLabel}
          <span className="past-mark"> · Past</span>
        </p>
        <Heading className={`headline mt-2${event.title.length > 60 ? ' headline-long' : ''}`} dir="auto">
          {event.title}
        </Heading>
        {event.status !== 'confirmed' && (
          <p className={`callout mt-6 ${event.status === 'cancelled' ? 'callout-caution' : 'callout-warning'}`}>
            {event.status === 'cancelled'
              ? 'This event is cancelled.'
              : 'This event has moved: check the time and the place.'}
          </p>
        )}
        <dl className="facts-list">
          <dt>When</dt>
          <dd>
            <EventTime event={event} />
            {event.repeatText && `, ${event.repeatText}`}
          </dd>
          {event.place && (
            <>
              <dt>Where</dt>
              <dd>{event.place}</dd>
            </>
          )}
          {event.speakers.length > 0 && (
            <>
              <dt>Who</dt>
              <dd>
                <ul>
                  {event.speakers.map(({ name, affiliation, url }) => (
                    <li key={name}>
                      {url ? <a href={url}>{name}</a> : name}
                      {affiliation && `, ${affiliation}`}
                    </li>
                  ))}
                </ul>
              </dd>
            </>
          )}
          {times.length > 1 && (
            <>
              <dt>Next times</dt>
              <dd>
                <ul>
                  {times.map((time) => (
                    <li key={time.datetime}>
                      <EventTime event={time} />
                    </li>
                  ))}
                </ul>
              </dd>
            </>
          )}
        </dl>
        {event.description && <div className="prose mt-6">{event.description}</div>}
        <p className="action mt-6">
          {event.recordingUrl && event.isOver && (
            <a href={event.recordingUrl} rel="external" className="button">
              Watch the recording
            </a>
          )}
          {event.slidesUrl && event.isOver && (
            <a href={event.slidesUrl} rel="external">
              See the slides
            </a>
          )}
          {event.moreUrl && (
            <a href={event.moreUrl} rel="external" className={event.isOver ? undefined : 'button'}>
              {event.isOver ? 'The event’s own page' : 'Read more and sign up'}
            </a>
          )}
        </p>
        {takesPlace && (
          <section aria-label="Add to your calendar" className="mt-8">
            <AddHeading className="label">Add to your calendar</AddHeading>
            <p className="action">
              <a href={links.google} rel="external nofollow">
                Google
              </a>
              <a href={links.outlook} rel="external nofollow">
                Outlook.com
              </a>
              <a href={links.office365} rel="external nofollow">
                Office 365
              </a>
              <a href={links.apple}>Apple and others (.ics)</a>
            </p>
          </section>
        )}
        <p className="action mt-8">
          <a href={editHref} rel="external nofollow">
            Correct this event
          </a>
        </p>
      </div>
    </article>
  );
}

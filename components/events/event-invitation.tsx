// One event, set as an invitation: what, when, where, who, and how not to forget it.
import { EventTime } from '@/components/events/event-time';
import type { EventView } from '@/lib/kinds/event/view';
import { renderMarkdown } from '@/lib/mdx/markdown';

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
  const choices = `calendars-${event.id}`;
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
        {event.description && <div className="prose mt-6">{renderMarkdown(event.description)}</div>}
        <div className="action mt-8">
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
          {takesPlace && (
            <>
              <button type="button" popoverTarget={choices} className="button">
                Add to calendar
              </button>
              <ul id={choices} popover="auto" className="choices" aria-label="Calendars">
                <li>
                  <a href={links.apple}>Apple and others (.ics)</a>
                </li>
                <li>
                  <a href={links.google} rel="external nofollow">
                    Google Calendar
                  </a>
                </li>
                <li>
                  <a href={links.outlook} rel="external nofollow">
                    Outlook.com
                  </a>
                </li>
                <li>
                  <a href={links.office365} rel="external nofollow">
                    Office 365
                  </a>
                </li>
              </ul>
            </>
          )}
          {event.moreUrl && (
            <a href={event.moreUrl} rel="external">
              {event.isOver ? 'The event’s own page' : 'Read more and sign up'}
            </a>
          )}
        </div>
        <p className="age">
          <a href={editHref} rel="external nofollow" className="tap text-muted">
            Correct this event
          </a>
        </p>
      </div>
    </article>
  );
}

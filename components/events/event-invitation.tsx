// One event, set as an invitation: what, when, where, who, and how to add it to a calendar.
import { Fragment, type ReactNode } from 'react';
import { EventTime, type EventTimeView } from '@/components/events/events';
import { EditLink, ExternalLink } from '@/components/ui/inline';
import { words } from '@/lib/base/words';
import type { EventView } from '@/lib/kinds/event/view';
import { renderMarkdown } from '@/lib/mdx/markdown';

interface CalendarLinks {
  readonly google: string;
  readonly outlook: string;
  readonly office365: string;
  readonly apple: string;
}

interface EventInvitationProps {
  readonly event: EventView;
  /** The upcoming dates of a repeating event. */
  readonly times: readonly EventTimeView[];
  readonly links: CalendarLinks;
  readonly editHref: string;
  /** The rank of its heading: 1 on its own page. */
  readonly rank?: 1 | 3;
}

export function EventInvitation({ event, times, links, editHref, rank = 1 }: EventInvitationProps) {
  const { leaf, kindLabel, title, status, description, isOver } = event;
  const Heading = `h${rank}` as const;
  return (
    <article className="invitation" data-past={isOver || undefined}>
      <p className="leaf" aria-hidden="true">
        <span>{leaf.month}</span>
        <span>{leaf.day}</span>
      </p>
      <div className="min-w-0">
        <p className="label">
          {kindLabel}
          <span className="past-mark"> · {words.events.over}</span>
        </p>
        <Heading className={`headline mt-2${title.length > 60 ? ' headline-long' : ''}`} dir="auto">
          {title}
        </Heading>
        {status === 'cancelled' && <p className="callout mt-6 callout-caution">{words.events.cancelled}</p>}
        {status === 'moved' && <p className="callout mt-6 callout-warning">{words.events.moved}</p>}
        <Facts event={event} times={times} />
        {description && (
          <div className="prose mt-6" dir="auto">
            {renderMarkdown(description)}
          </div>
        )}
        <Actions event={event} links={links} />
        <p className="age">
          <EditLink href={editHref} className="tap text-muted">
            {words.events.edit}
          </EditLink>
        </p>
      </div>
    </article>
  );
}

/** When, where, and with whom. */
function Facts({ event, times }: { event: EventView; times: readonly EventTimeView[] }) {
  const said = words.events;
  const when = (
    <>
      <EventTime event={event} />
      {event.repeatText && words.comma + event.repeatText}
    </>
  );
  const speakers = event.speakers.map(({ name, affiliation, url }) => (
    <li key={name}>
      {url ? <a href={url}>{name}</a> : name}
      {affiliation && words.comma + affiliation}
    </li>
  ));
  const dates = times.map((time) => (
    <li key={time.datetime}>
      <EventTime event={time} />
    </li>
  ));
  const facts: readonly (readonly [term: string, value: ReactNode])[] = [
    [said.when, when],
    [said.where, event.place],
    [said.speakers, speakers.length > 0 && <ul>{speakers}</ul>],
    [said.nextDates, dates.length > 1 && <ul>{dates}</ul>],
  ];
  return (
    <dl className="facts-list">
      {facts.map(([term, value]) =>
        value ? (
          <Fragment key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </Fragment>
        ) : null,
      )}
    </dl>
  );
}

const calendars: readonly (readonly [name: keyof CalendarLinks, title: string])[] = [
  ['google', 'Google Calendar'],
  ['outlook', 'Outlook.com'],
  ['office365', 'Office 365'],
];

/** The recording and slides of a past event, or the calendars for one that is still to come; and the event's own page. */
function Actions({ event, links }: { event: EventView; links: CalendarLinks }) {
  const { id, isOver, status, recordingUrl, slidesUrl, moreUrl } = event;
  const choices = `calendars-${id}`;
  const said = words.events;
  return (
    <div className="action mt-8">
      {recordingUrl && isOver && (
        <ExternalLink href={recordingUrl} className="button">
          {words.kinds.event.watch}
        </ExternalLink>
      )}
      {slidesUrl && isOver && <ExternalLink href={slidesUrl}>{said.slides}</ExternalLink>}
      {!isOver && status !== 'cancelled' && (
        <>
          <button type="button" popoverTarget={choices} className="button">
            {words.kinds.event.addToCalendar}
          </button>
          <ul id={choices} popover="auto" className="choices" aria-label={said.calendars}>
            <li>
              <a href={links.apple}>{said.appleCalendar}</a>
            </li>
            {calendars.map(([name, title]) => (
              <li key={name}>
                <a href={links[name]} rel="external nofollow">
                  {title}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      {moreUrl && <ExternalLink href={moreUrl}>{isOver ? said.website : said.registration}</ExternalLink>}
    </div>
  );
}

// Events as cards, and in the order of time.

import type { ReactNode } from 'react';
import { NameList, Sentence, SiteLink } from '@/components/ui/inline';
import { Section } from '@/components/ui/page-parts';
import { sectionTexts } from '@/lib/base/sections';
import { calendarPath, toUrl } from '@/lib/base/urls';
import { words } from '@/lib/base/words';
import { actionOf, type EventView, timesOf } from '@/lib/kinds/event/view';
import { renderMarkdown } from '@/lib/mdx/markdown';

/** One time of an event. */
export type EventTimeView = Pick<EventView, 'datetime' | 'dateText' | 'timeText' | 'local'>;

/** When an event takes place: in its own time zone, and in the reader's once the element's script runs. */
export function EventTime({ event }: { event: EventTimeView }) {
  const { datetime, dateText, timeText, local } = event;
  const time = (
    <time dateTime={datetime}>
      {dateText}
      {timeText && words.comma + timeText}
    </time>
  );
  return timeText ? <event-time data-local={local}>{time}</event-time> : time;
}

interface EventCardProps {
  readonly view: EventView;
  readonly rank?: 2 | 3 | 4;
  /** The id of the card, for links to it. */
  readonly anchor?: string | undefined;
  /** Shown instead of the event's own description. */
  readonly children?: ReactNode;
}

/** An event as a card: calendar leaf, time and place, speakers, and one action. */
export function EventCard({ view: event, rank = 3, anchor, children }: EventCardProps) {
  const Heading = `h${rank}` as const;
  return (
    <article id={anchor} className="event-card" data-past={event.isOver || undefined}>
      <p className="leaf" aria-hidden="true">
        <span>{event.leaf.month}</span>
        <span>{event.leaf.day}</span>
      </p>
      <div className="min-w-0">
        <p className="label">
          {event.kindLabel}
          <span className="past-mark"> · {words.events.over}</span>
          {event.status === 'cancelled' && <strong className="text-breaking"> · {words.kinds.event.cancelled}</strong>}
          {event.status === 'moved' && <strong className="text-caution"> · {words.kinds.event.moved}</strong>}
        </p>
        <Heading className="title" dir="auto">
          <a href={event.url}>{event.title}</a>
        </Heading>
        <p className="event-when">
          <EventTime event={event} />
          {event.place && <> · {event.place}</>}
          {event.repeatText && <> · {event.repeatText}</>}
        </p>
        {event.speakers.length > 0 && (
          <p className="event-when">
            <Sentence words={words.kinds.event.speakers}>
              <NameList people={event.speakers} />
            </Sentence>
          </p>
        )}
        {(children ?? event.description) && (
          <div className="event-text" dir="auto">
            {children ?? (event.description && renderMarkdown(event.description))}
          </div>
        )}
        <EventAction event={event} />
      </div>
    </article>
  );
}

/** One action: watch the recording of a past event, or add an upcoming one to a calendar. */
function EventAction({ event }: { event: EventView }) {
  const action = actionOf(event);
  if (!action) return null;
  return (
    <p className="action">
      <a
        href={action.url}
        rel={action.isExternal ? 'external' : undefined}
        aria-label={words.labelled(action.title, event.title)}
      >
        {action.title}
      </a>
    </p>
  );
}

interface EventTimesProps {
  readonly views: readonly EventView[];
  /** The id of the first row of an event. */
  readonly anchorOf: ((id: string) => string) | undefined;
}

/** The times of some events as one table, and one calendar for all of them. */
export function EventTimes({ views, anchorOf }: EventTimesProps) {
  if (views.length === 0) return null;
  const rows = timesOf(views);
  const { when, where, subscribe } = words.events;
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for form fields */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <div className="table-scroll" role="group" aria-label={words.text.table} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{when}</th>
              <th scope="col">{words.kinds.event.title}</th>
              <th scope="col">{where}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ event, ...time }, index) => {
              const isFirst = rows.findIndex((row) => row.event === event) === index;
              return (
                <tr key={`${event.id} ${time.datetime}`} id={isFirst ? anchorOf?.(event.id) : undefined}>
                  <td>
                    <EventTime event={time} />
                  </td>
                  <td dir="auto">
                    <a href={event.url}>{event.title}</a>
                    {event.status !== 'confirmed' && <strong> · {words.kinds.event[event.status]}</strong>}
                    {event.isOver && event.recordingUrl && (
                      <>
                        {' · '}
                        <a
                          href={event.recordingUrl}
                          rel="external"
                          aria-label={words.labelled(words.kinds.event.watch, event.title)}
                        >
                          {words.kinds.event.watch}
                        </a>
                      </>
                    )}
                  </td>
                  <td>{event.place}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <p>
        <a href={toUrl(calendarPath())}>{subscribe}</a>
      </p>
    </>
  );
}

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
      <Section id="site-upcoming" title={words.events.upcoming} data-list="upcoming">
        <p className="invite" data-empty hidden={upcoming.length > 0}>
          {sectionTexts.events.empty}
          {words.space}
          <Sentence words={words.events.addOrSubscribe}>
            <SiteLink href={addHref}>{words.events.add}</SiteLink>
          </Sentence>
        </p>
        <Agenda events={upcoming} />
      </Section>
      <Section id="site-past" title={words.events.past} data-list="past" hidden={past.length === 0}>
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
          {sectionTexts.events.empty}
          {words.space}
          <Sentence words={words.events.addNow}>
            <SiteLink href={addHref}>{words.events.add}</SiteLink>
          </Sentence>
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
          <h3 className="label mt-6 mb-3">{words.events.recent}</h3>
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

// An event as a card: a calendar leaf, when and where, who speaks, and the one thing to do next.
import type { ReactNode } from 'react';
import { EventTime } from '@/components/events/event-time';
import { actionOf, type EventView } from '@/lib/kinds/event/view';
import { renderMarkdown } from '@/lib/mdx/markdown';

interface EventCardProps {
  readonly event: EventView;
  readonly rank?: 2 | 3 | 4;
  /** The card's id, so that it can be linked to. */
  readonly anchor?: string | undefined;
  /** Takes the place of the event's own description. */
  readonly children?: ReactNode;
}

export function EventCard({ event, rank = 3, anchor, children }: EventCardProps) {
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
          <span className="past-mark"> · Past</span>
          {event.status === 'cancelled' && <strong className="text-breaking"> · Cancelled</strong>}
          {event.status === 'moved' && <strong className="text-caution"> · Moved</strong>}
        </p>
        <Heading className="title" dir="auto">
          <a href={event.url}>{event.title}</a>
        </Heading>
        <p className="event-when">
          <EventTime event={event} />
          {event.place && <> · {event.place}</>}
          {event.repeatText && <> · {event.repeatText}</>}
        </p>
        <Speakers speakers={event.speakers} />
        {(children ?? event.description) && (
          <div className="event-text">{children ?? (event.description && renderMarkdown(event.description))}</div>
        )}
        <EventAction event={event} />
      </div>
    </article>
  );
}

function Speakers({ speakers }: Pick<EventView, 'speakers'>) {
  if (speakers.length === 0) return null;
  return (
    <p className="event-when">
      With{' '}
      {speakers.map(({ name, affiliation, url }, index) => (
        <span key={name}>
          {index > 0 && (index === speakers.length - 1 ? ' and ' : ', ')}
          {url ? <a href={url}>{name}</a> : name}
          {affiliation && ` (${affiliation})`}
        </span>
      ))}
    </p>
  );
}

/** One action: watch it when it is over, else put it into one's calendar. */
export function EventAction({ event }: { event: EventView }) {
  const action = actionOf(event);
  if (!action) return null;
  return (
    <p className="action">
      <a
        href={action.url}
        rel={action.isExternal ? 'external' : undefined}
        aria-label={`${action.title}: ${event.title}`}
      >
        {action.title}
      </a>
    </p>
  );
}

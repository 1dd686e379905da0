// An event as a card: calendar leaf, time and place, speakers, and one action.
import type { ReactNode } from 'react';
import { EventTime } from '@/components/events/event-time';
import { NameList } from '@/components/ui/name-list';
import { actionOf, type EventView } from '@/lib/kinds/event/view';
import { renderMarkdown } from '@/lib/mdx/markdown';

interface EventCardProps {
  readonly view: EventView;
  readonly rank?: 2 | 3 | 4;
  /** The id of the card, for links to it. */
  readonly anchor?: string | undefined;
  /** Shown instead of the event's own description. */
  readonly children?: ReactNode;
}

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
        {event.speakers.length > 0 && (
          <p className="event-when">
            With <NameList people={event.speakers} />
          </p>
        )}
        {(children ?? event.description) && (
          <div className="event-text">{children ?? (event.description && renderMarkdown(event.description))}</div>
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
        aria-label={`${action.title}: ${event.title}`}
      >
        {action.title}
      </a>
    </p>
  );
}

// When an event takes place: in its own time zone, and in the reader's once the element's script runs.
import type { EventView } from '@/lib/kinds/event/view';

export function EventTime({ event }: { event: Pick<EventView, 'datetime' | 'dateText' | 'timeText'> }) {
  const { datetime, dateText, timeText } = event;
  const time = (
    <time dateTime={datetime}>
      {dateText}
      {timeText && `, ${timeText}`}
    </time>
  );
  return timeText ? <event-time>{time}</event-time> : time;
}

// A day, readable by people and by programs.
import { toDateTime, toDay } from '@/lib/base/dates';

/** @param date an instant; its day in UTC is shown. */
export function Day({ date, className }: { date: Date; className?: string }) {
  return (
    <time dateTime={toDateTime(date)} className={className}>
      {toDay(date)}
    </time>
  );
}

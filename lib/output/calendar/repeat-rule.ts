// Recurrence rules for calendars, from the `repeats` of events.
import ICAL from 'ical.js';
import { nearestInstant, parseLocalTime } from '@/lib/base/zones';
import type { Event, Occurrence } from '@/lib/kinds/event/event';
import { expandRule } from '@/lib/kinds/event/repeats';
import { toWallTime } from '@/lib/kinds/event/schema';

/**
 * The rule of an event, with an UNTIL of the type that its start requires: a date if the start is a date, or else an
 * instant in UTC (RFC 5545, section 3.3.10). If the last day of a timed event is given, its time on that day is included.
 */
export function toRepeatRule(event: Event): ICAL.Recur | undefined {
  if (!event.repeats) return undefined;
  const rule = ICAL.Recur.fromString(event.repeats);
  const { until } = rule;
  if (!until) return rule;
  const [day = '', time] = toWallTime(event.start).split('T');
  if (time === undefined) {
    rule.until = ICAL.Time.fromDateString(until.toString().slice(0, day.length));
  } else if (until.isDate) {
    rule.until = ICAL.Time.fromJSDate(instantOf(`${until}T${time}`, event.zone), true);
  }
  return rule;
}

/**
 * The rule of an event from one of its times on, which counts as the first.
 *
 * @returns undefined where that time is the last.
 */
export function toRemainingRule(event: Event, { localStart }: Occurrence): ICAL.Recur | undefined {
  const rule = toRepeatRule(event);
  if (!rule || !event.repeats) return undefined;
  let before = 0;
  let goesOn = false;
  for (const time of expandRule(toWallTime(event.start), event.repeats)) {
    if (time < localStart) before += 1;
    goesOn = time > localStart;
    if (goesOn) break;
  }
  if (!goesOn) return undefined;
  if (rule.count) rule.count -= before;
  return rule;
}

function instantOf(time: string, zone: string | undefined): Date {
  const local = parseLocalTime(time);
  if (!local || !zone) throw new Error(`"${time}" is not a time in a zone`);
  return nearestInstant(local, zone);
}

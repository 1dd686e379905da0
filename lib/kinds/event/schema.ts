// What an event's file may contain.
import { z } from 'zod';
import { isDay } from '@/lib/base/dates';
import { type Diagnostic, error } from '@/lib/base/diagnostic';
import { englishWeekday } from '@/lib/base/english';
import {
  aliases,
  asked,
  day,
  field,
  httpsUrl,
  instantText,
  markdown,
  parsed,
  report,
  text,
  zone,
} from '@/lib/base/fields';
import { instantsOf, localTimeAt, nearestInstant, parseLocalTime } from '@/lib/base/zones';
import { expandRule, parseRule } from '@/lib/kinds/event/repeats';
import { site } from '@/lib/site';
import type { EventKind } from '@/lib/site-types';

/** The ids of the kinds of events, in the order of lists. */
export const eventKinds = site.eventKinds.map(({ id }) => id);

/** A kind of event by its id. */
export function eventKindOf(id: (typeof eventKinds)[number]): EventKind {
  // Of the type of `id`, there is always one.
  return site.eventKinds.find((kind) => kind.id === id) as EventKind;
}

/** A day, or a local date-time with an offset where the clock would leave it open. */
const localTime = asked(
  'moment',
  parsed((value) => {
    if (isDay(value)) return value;
    if (parseLocalTime(value)) return value.replace(' ', 'T');
    const fix = 'write a day (2022-03-03), or a local time (2022-03-03T10:00) together with "zone"';
    return error('event/time', `"${value}" is not a day or a local time`, fix);
  }),
);

const speaker = z.union([
  asked(
    'person',
    text.transform((name) => ({ name, affiliation: undefined })),
  ),
  z.strictObject({ name: text, affiliation: text.optional() }),
]);

const fields = z.strictObject({
  title: field(text, 'What it is called.', 'The Tool for Newcomers'),
  kind: field(z.enum(eventKinds), 'What kind of event it is.', eventKinds[0] ?? ''),
  start: field(localTime, 'When it begins: a local time together with `zone`, or a day alone.', '2022-03-03T10:00'),
  end: field(localTime.optional(), 'When it ends, in the form of `start`.', '2022-03-03T11:00'),
  zone: field(zone.optional(), 'The IANA time zone of `start` and `end`.', 'America/Los_Angeles'),
  url: field(httpsUrl.optional(), 'Where to read more or sign up.', 'https://example.org/event'),
  location: field(text.optional(), 'Where people meet.', 'Valencia, Spain'),
  online: field(z.boolean().optional(), 'True if people can join online.', true),
  speakers: field(z.array(speaker).optional(), 'The speakers: ids of people, or names with an affiliation.', [
    'scott-rigby',
    { name: 'Ada Lovelace', affiliation: 'Analytical Engines' },
  ]),
  description: field(markdown.optional(), 'A description, in Markdown.', 'A tour of what it does.'),
  repeats: field(
    asked('repeats', parsed(parseRule)).optional(),
    'How it repeats: an RFC 5545 rule.',
    'FREQ=WEEKLY;BYDAY=TH',
  ),
  except: field(z.array(day).optional(), 'Days on which a recurring event does not take place.', ['2022-12-29']),
  status: field(z.enum(['confirmed', 'cancelled', 'moved']).optional(), 'Whether it takes place.', 'cancelled'),
  lastmod: field(
    instantText.optional(),
    'When its time, place or status was last changed: a day, or a date and time with an offset. Calendars that already have the event then show the change.',
    '2022-02-24',
  ),
  recording: field(
    httpsUrl.optional(),
    'URL of the recording, after the event.',
    'https://www.youtube.com/watch?v=r_vKf5l1D1M',
  ),
  slides: field(httpsUrl.optional(), 'URL of the slides, after the event.', 'https://example.org/slides.pdf'),
  aliases,
});

/** An event, `events/<id>.yaml`. */
export const eventSchema = fields.superRefine((event, context) => {
  const found = findTimeProblem(event);
  if (found) report(context, found[1], [found[0]]);
  const { except = [] } = event;
  const outside = found ? new Map() : daysOutside(event);
  for (const [index, day] of except.entries()) {
    const around = outside.get(day);
    if (around) report(context, explainExcept(day, around, except), ['except', index]);
    else if (except.indexOf(day) < index) {
      report(context, error('event/except', `${day} is in the list already`, 'remove it'), ['except', index]);
    }
  }
});

export type EventFields = z.output<typeof eventSchema>;

/** A local time without its offset and with seconds: what rules of repetition count in. A day stays a day. */
export function toWallTime(time: string): string {
  const local = time.replace(/(?:Z|[+-]\d{2}:\d{2})$/, '');
  return local.includes('T') && local.length === 16 ? `${local}:00` : local;
}

/** When an event begins, also again. */
type TimesOfSeries = Pick<EventFields, 'start' | 'repeats' | 'zone' | 'except'>;

/**
 * The wall-clock times of an event that repeats, in order, lazily, those on the days of `except` included; without a rule,
 * its start.
 */
export function wallTimesOf({ start, repeats, zone }: TimesOfSeries): Iterable<string> {
  const first = toWallTime(start);
  return repeats ? expandRule(first, toWallRule(repeats, !start.includes('T'), zone)) : [first];
}

/**
 * A rule whose UNTIL counts as the clocks of the event's zone do. A day alone includes all of that day (RFC 5545,
 * section 3.3.10, asks for UTC with a time in a zone; people write the day).
 */
function toWallRule(rule: string, allDay: boolean, zone: string | undefined): string {
  return rule.replace(
    /UNTIL=(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})Z)?/,
    (whole, year, month, day, hour, minute, second) => {
      if (allDay) return `UNTIL=${year}${month}${day}`;
      if (hour === undefined) return `${whole}T235959`;
      const local = localTimeAt(new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`), zone ?? 'UTC');
      const two = (value: number) => String(value).padStart(2, '0');
      return `UNTIL=${local.year}${two(local.month)}${two(local.day)}T${two(local.hour)}${two(local.minute)}${two(local.second)}`;
    },
  );
}

/** What is wrong between the times of an event, and in which field. */
function findTimeProblem(times: EventFields): [field: keyof EventFields, problem: Diagnostic] | undefined {
  const { start, end, zone: zoneName, repeats: rule, except } = times;
  const timed = start.includes('T');
  if (timed && !zoneName) {
    const fix = 'add "zone" with the name of the zone in which it takes place, such as Europe/Berlin';
    return ['start', error('event/zone', 'a time needs a time zone', fix)];
  }
  if (end && end.includes('T') !== timed) {
    const fix = timed ? 'give "end" a time' : 'give "start" a time and a zone';
    return ['end', error('event/time', '"start" and "end" must both be days or both be times', fix)];
  }
  for (const field of timed && zoneName ? (['start', 'end'] as const) : []) {
    const problem = findClockProblem(times[field] ?? start, zoneName ?? '');
    if (problem) return [field, problem];
  }
  const length = end ? toInstant(end, zoneName).getTime() - toInstant(start, zoneName).getTime() : undefined;
  if (length !== undefined && length < 0) {
    return ['end', error('event/order', `the event ends (${end}) before it begins (${start})`, 'correct "end"')];
  }
  if (timed && length === 0) {
    return ['end', error('event/order', 'the event ends when it begins', 'correct "end", or leave it out')];
  }
  if (rule && expandRule(toWallTime(start), rule).next().value !== toWallTime(start)) {
    const message = `the rule "${rule}" does not include the start, ${start}`;
    return ['repeats', error('event/repeats', message, 'set "start" to the first date of the series')];
  }
  if (except && !rule) {
    return ['except', error('event/repeats', '"except" needs "repeats"', 'add "repeats", or remove "except"')];
  }
  return undefined;
}

/**
 * The days of `except` on which a series does not take place anyway.
 *
 * @returns for each, the days of the series before and after it, as far as there are any.
 */
export function daysOutside(event: TimesOfSeries): Map<string, readonly (string | undefined)[]> {
  const sorted = [...new Set(event.except)].sort();
  const last = sorted.at(-1) ?? '';
  const days: string[] = [];
  for (const wall of sorted.length > 0 ? wallTimesOf(event) : []) {
    days.push(wall.slice(0, 10));
    if (wall > last) break;
  }
  const outside = new Map<string, readonly (string | undefined)[]>();
  let at = 0;
  for (const day of sorted) {
    while ((days[at] ?? day) < day) at += 1;
    if (days[at] !== day) outside.set(day, [days[at - 1], days[at]]);
  }
  return outside;
}

/** @param around the days of the series before and after it, as far as there are any. */
function explainExcept(day: string, around: readonly (string | undefined)[], except: readonly string[]): Diagnostic {
  const distance = (other: string) => Math.abs(Date.parse(other) - Date.parse(day));
  const [nearest] = around.filter((other) => other !== undefined).sort((a, b) => distance(a) - distance(b));
  const named = (date: string) => `${date} (${englishWeekday(new Date(date))})`;
  const fix =
    nearest === undefined || except.includes(nearest)
      ? 'remove it'
      : `write ${named(nearest)}, the nearest day of the series, or remove it`;
  return error('event/except', `the event does not take place on ${named(day)} anyway`, fix);
}

/** What is wrong with a local time on a day on which clocks change. */
function findClockProblem(value: string, zoneName: string): Diagnostic | undefined {
  const local = parseLocalTime(value);
  const instants = local ? instantsOf(local, zoneName).length : 1;
  if (instants === 1) return undefined;
  if (instants > 1) {
    const fix = 'add the offset, such as 2022-10-30T02:30+02:00';
    return error(
      'event/ambiguous-time',
      `"${value}" occurs twice that day in ${zoneName}, because clocks go back`,
      fix,
    );
  }
  const [message, fix] =
    local?.offset === undefined
      ? [`"${value}" does not exist in ${zoneName}, because clocks go forward`, 'use the local time there']
      : [`the offset of "${value}" is not that of ${zoneName}`, 'leave the offset out'];
  return error('event/no-such-time', message, fix);
}

/** The instant of a local time in a zone; of a day, or without a zone, 00:00 UTC of that day. */
export function toInstant(time: string, zoneName: string | undefined): Date {
  const local = parseLocalTime(time);
  return local && zoneName ? nearestInstant(local, zoneName) : new Date(`${time.slice(0, 10)}T00:00:00Z`);
}

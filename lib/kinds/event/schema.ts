// What an event's file may hold.
import { z } from 'zod';
import { parseInstant } from '@/lib/base/dates';
import { aliases, day, field, httpsUrl, markdown, report, text, zone } from '@/lib/base/fields';
import { instantsOf, parseLocalTime } from '@/lib/base/zones';
import { expandRule, ruleFault } from '@/lib/kinds/event/repeats';

export const eventKinds = ['talk', 'meetup', 'conference', 'meeting', 'bug-scrub', 'webinar', 'workshop'] as const;

/** A day, or a local date-time with an offset where the clock would leave it open. */
const localTime = z.string().transform((value, context): string => {
  if (/^\d{4}-\d{2}-\d{2}$/.test(value) && parseInstant(value) instanceof Date) return value;
  if (parseLocalTime(value)) return value.replace(' ', 'T');
  const fix = 'write a day (2022-03-03), or a local time (2022-03-03T10:00) together with "zone"';
  report(context, `"${value}" is no day and no local time`, { code: 'event/time', fix });
  return z.NEVER;
});

const repeats = z.string().transform((value, context): string => {
  const rule = value
    .trim()
    .replace(/^RRULE:/i, '')
    .toUpperCase();
  const fault = ruleFault(rule);
  if (!fault) return rule;
  report(context, fault.message, { code: 'event/repeats', fix: fault.fix });
  return z.NEVER;
});

const speaker = z.union([
  text.transform((name) => ({ name, affiliation: undefined })),
  z.strictObject({ name: text, affiliation: text.optional() }),
]);

/** An event, `events/<id>.yaml`. */
export const eventSchema = z
  .strictObject({
    title: field(text, 'What it is called.', 'The Tool for Newcomers'),
    kind: field(z.enum(eventKinds), 'What sort of event it is.', 'webinar'),
    start: field(localTime, 'When it begins: a local time together with `zone`, or a day alone.', '2022-03-03T10:00'),
    end: field(localTime.optional(), 'When it ends, in the form of `start`.', '2022-03-03T11:00'),
    zone: field(zone.optional(), 'The IANA time zone of `start` and `end`.', 'America/Los_Angeles'),
    url: field(httpsUrl.optional(), 'Where to read more or sign up.', 'https://example.org/event'),
    location: field(text.optional(), 'Where people meet.', 'Valencia, Spain'),
    online: field(z.boolean().optional(), 'True where people meet online.', true),
    speakers: field(z.array(speaker).optional(), 'Who speaks: ids of people, or names with an affiliation.', [
      'scott-rigby',
      { name: 'Ada Lovelace', affiliation: 'Analytical Engines' },
    ]),
    description: field(markdown.optional(), 'What it is about, in Markdown.', 'A tour of what it does.'),
    repeats: field(repeats.optional(), 'How it repeats: an RFC 5545 rule.', 'FREQ=WEEKLY;BYDAY=TH'),
    except: field(z.array(day).optional(), 'Days on which a repeated event does not take place.', ['2022-12-29']),
    status: field(z.enum(['confirmed', 'cancelled', 'moved']).optional(), 'Whether it takes place.', 'cancelled'),
    recording: field(
      httpsUrl.optional(),
      'Where to watch it, once it is over.',
      'https://www.youtube.com/watch?v=r_vKf5l1D1M',
    ),
    slides: field(httpsUrl.optional(), 'Where its slides are, once it is over.', 'https://example.org/slides.pdf'),
    aliases,
  })
  .superRefine(({ start, end, zone: name, repeats: rule, except }, context) => {
    const timed = start.includes('T');
    if (timed && !name) {
      return report(
        context,
        'a time needs its zone',
        { code: 'event/zone', fix: 'add "zone: Europe/Berlin", or wherever it takes place' },
        ['start'],
      );
    }
    if (end && end.includes('T') !== timed) {
      const fix = timed ? 'give "end" a time' : 'give "start" a time and a zone';
      return report(context, '"start" and "end" must both be days or both be times', { code: 'event/time', fix }, [
        'end',
      ]);
    }
    if (timed && name) {
      const ends: [PropertyKey, string | undefined][] = [
        ['start', start],
        ['end', end],
      ];
      for (const [key, value] of ends) {
        const fault = value && clockFault(value, name);
        if (fault) return report(context, ...fault, [key]);
      }
    }
    if (end && moment(end, name) < moment(start, name)) {
      return report(
        context,
        `it ends (${end}) before it begins (${start})`,
        { code: 'event/order', fix: 'correct "end"' },
        ['end'],
      );
    }
    if (timed && end && moment(end, name) === moment(start, name)) {
      return report(context, 'it ends when it begins', { code: 'event/order', fix: 'correct "end", or leave it out' }, [
        'end',
      ]);
    }
    if (rule && expandRule(toWallTime(start), rule).next().value !== toWallTime(start)) {
      const fix = 'let "start" be the first of the repeated times';
      return report(context, `the rule "${rule}" does not hold the start, ${start}`, { code: 'event/repeats', fix }, [
        'repeats',
      ]);
    }
    if (except && !rule) {
      return report(
        context,
        '"except" goes with "repeats"',
        { code: 'event/repeats', fix: 'add "repeats", or remove "except"' },
        ['except'],
      );
    }
  });

export type EventFields = z.output<typeof eventSchema>;

/** A local time without its offset and with seconds: what rules of repetition count in. A day stays a day. */
export function toWallTime(time: string): string {
  const local = time.replace(/(?:Z|[+-]\d{2}:\d{2})$/, '');
  return local.includes('T') && local.length === 16 ? `${local}:00` : local;
}

function clockFault(value: string, name: string): [message: string, detail: { code: string; fix: string }] | undefined {
  const local = parseLocalTime(value);
  if (!local) return undefined;
  const instants = instantsOf(local, name);
  if (instants.length === 1) return undefined;
  if (instants.length > 1) {
    return [
      `"${value}" comes twice that day in ${name}: clocks go back`,
      { code: 'event/ambiguous-time', fix: 'add the offset, such as 2022-10-30T02:30+02:00' },
    ];
  }
  const message =
    local.offset === undefined
      ? `"${value}" does not exist in ${name}: clocks go forward over it`
      : `"${value}" has not the offset of ${name}`;
  return [
    message,
    {
      code: 'event/no-such-time',
      fix: local.offset === undefined ? 'use the time that clocks show' : 'leave the offset out',
    },
  ];
}

/** Milliseconds to compare by: instants of times, days of days. */
function moment(value: string, name: string | undefined): number {
  const local = parseLocalTime(value);
  return local && name ? (instantsOf(local, name)[0]?.getTime() ?? 0) : Date.parse(`${value.slice(0, 10)}T00:00:00Z`);
}

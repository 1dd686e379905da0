// What the check finds in events alone, with examples.
import type { CodeEntry, Example } from '@/lib/kinds/codes';

const talk = (...lines: string[]): Example => ({
  'events/talk.yaml': ['title: A talk', 'kind: talk', ...lines, ''].join('\n'),
});

export function eventCodes(): readonly CodeEntry[] {
  return [
    {
      code: 'event/zone',
      about: 'A time without its zone, or a zone that there is none of.',
      wrong: talk('start: 2022-03-03T10:00', 'zone: CEST'),
      right: talk('start: 2022-03-03T10:00', 'zone: Europe/Berlin'),
    },
    {
      code: 'event/time',
      about: 'A value is no day and no local time, or start and end are of two kinds.',
      wrong: talk('start: tomorrow'),
      right: talk('start: 2022-03-03'),
    },
    {
      code: 'event/order',
      about: 'An event ends before it begins.',
      wrong: talk('start: 2022-03-03', 'end: 2022-03-02'),
      right: talk('start: 2022-03-03', 'end: 2022-03-04'),
    },
    {
      code: 'event/repeats',
      about: 'A rule of repetition that there is none of, or that does not hold the start.',
      wrong: talk('start: 2022-03-03', 'repeats: weekly'),
      right: talk('start: 2022-03-03', 'repeats: FREQ=WEEKLY;BYDAY=TH'),
    },
    {
      code: 'event/no-such-time',
      about: 'A time that clocks skip that night.',
      wrong: talk('start: 2022-03-27T02:30', 'zone: Europe/Berlin'),
      right: talk('start: 2022-03-27T03:30', 'zone: Europe/Berlin'),
    },
    {
      code: 'event/ambiguous-time',
      about: 'A time that comes twice that night.',
      wrong: talk('start: 2022-10-30T02:30', 'zone: Europe/Berlin'),
      right: talk('start: 2022-10-30T02:30+02:00', 'zone: Europe/Berlin'),
    },
    {
      code: 'event/reserved',
      about: 'The id of an event is a page of the site itself.',
      wrong: { 'events/kind.yaml': 'title: A talk\nkind: talk\nstart: 2022-03-03\n' },
      right: { 'events/kind-talk.yaml': 'title: A talk\nkind: talk\nstart: 2022-03-03\n' },
    },
  ];
}

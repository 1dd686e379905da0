import { describe, expect, it } from 'vitest';
import type { Event } from '@/lib/kinds/event/event';
import { endedSeries, findMissing } from '@/lib/kinds/event/recurring';

const event = (start: string, more: Partial<Event> = {}) =>
  ({ title: 'Chat', kind: 'meeting', start, ...more }) as Event;
const missingIn = (...events: Event[]) =>
  findMissing(events, { since: '2022-03-01', until: '2022-03-31' }).map(
    ({ event: { start }, day }) => `${start} ${day}`,
  );

describe('what took place in the month before', () => {
  it.each<[string, Event[], ...string[]]>([
    ['is missing, four weeks later', [event('2022-02-10')], '2022-02-10 2022-03-10'],
    ['is missing after as many weeks as before', [event('2022-02-10'), event('2022-02-24')], '2022-02-24 2022-03-10'],
    ['is not missing where it has a date', [event('2022-02-10'), event('2022-03-17', { title: 'chat' })]],
    ['is not missing where the series goes on', [event('2022-02-10', { repeats: 'FREQ=WEEKLY' })]],
    [
      'is missing where the series has ended',
      [event('2022-01-27', { repeats: 'FREQ=WEEKLY;UNTIL=20220224' })],
      '2022-01-27 2022-03-03',
    ],
    ['is not missing where it was a talk', [event('2022-02-10', { kind: 'talk' })]],
    [
      'is missing where there were several talks of the same title',
      [event('2022-02-10', { kind: 'talk' }), event('2022-02-17', { kind: 'talk' })],
      '2022-02-17 2022-03-03',
    ],
    ['is not missing where it was cancelled', [event('2022-02-10', { status: 'cancelled' })]],
    ['is not missing where it was longer ago', [event('2022-01-10')]],
    [
      'is missing with the day of the week, whatever was between',
      [event('2022-02-10'), event('2022-02-15')],
      '2022-02-15 2022-03-15',
    ],
  ])('%s', (_, events, ...expected) => {
    expect(missingIn(...events)).toEqual(expected);
  });
});

it('lists series that have ended lately, the latest first', () => {
  const series = (title: string, start: string, rule: string) => event(start, { title, repeats: rule });
  const events = [
    series('long ago', '2021-01-06', 'FREQ=WEEKLY;COUNT=2'),
    series('in January', '2022-01-05', 'FREQ=WEEKLY;COUNT=2'),
    series('in February', '2022-01-05', 'FREQ=WEEKLY;UNTIL=20220209'),
    series('never', '2022-01-05', 'FREQ=WEEKLY'),
    series('in April', '2022-01-05', 'FREQ=WEEKLY;UNTIL=20220406'),
    event('2022-02-10'),
  ];
  const ended = endedSeries(events, new Date('2022-03-15T00:00:00Z'));
  expect(ended.map(({ event: { title }, last }) => [title, last])).toEqual([
    ['in February', '2022-02-09'],
    ['in January', '2022-01-12'],
  ]);
});

import { describe, expect, it } from 'vitest';
import { editionDays } from '@/lib/base/month';
import { type Event, timesInEdition } from '@/lib/kinds/event/event';

/** The edition of March 2022: from 1 March to 5 May, published on 1 April. */
const march = editionDays(new Date('2022-04-01T00:00:00Z'), { period: '2022-03' });
const event = (fields: Partial<Event>) => ({ title: 'A', kind: 'talk', ...fields }) as Event;
const timesOf = (fields: Partial<Event>, days = march) => {
  const { when, times } = timesInEdition(event(fields), days);
  return [when, ...times.map(({ localStart }) => localStart.slice(5, 10))];
};

describe('an event in an edition', () => {
  it.each<[string, Partial<Event>, ...string[]]>([
    ['on the day before', { start: '2022-03-31' }, 'past', '03-31'],
    ['on its day', { start: '2022-04-01' }, 'upcoming', '04-01'],
    ['long ago', { start: '2021-04-01' }, 'past', '04-01'],
    ['far ahead', { start: '2023-04-01' }, 'upcoming', '04-01'],
    [
      'on the day before where it takes place, on its day in UTC',
      { start: '2022-03-31T20:00', zone: 'America/Los_Angeles' },
      'past',
      '03-31',
    ],
    ['that has begun and goes on', { start: '2022-03-30', end: '2022-04-03' }, 'past', '03-30'],
    ['every two weeks', { start: '2022-03-02', repeats: 'FREQ=WEEKLY;INTERVAL=2' }, ...['upcoming', '04-13', '04-27']],
    ['every week until then', { start: '2022-02-23', repeats: 'FREQ=WEEKLY;COUNT=3' }, 'past', '03-02', '03-09'],
    ['of a series that ended before', { start: '2022-02-02', repeats: 'FREQ=WEEKLY;COUNT=2' }, 'past', '02-09'],
    ['every year, in its month', { start: '2021-03-10', repeats: 'FREQ=YEARLY' }, 'past', '03-10'],
    ['every year, in another month', { start: '2021-08-10', repeats: 'FREQ=YEARLY' }, 'upcoming', '08-10'],
    [
      'every month but on one day',
      { start: '2022-03-10', repeats: 'FREQ=MONTHLY', except: ['2022-04-10'] },
      ...['past', '03-10'],
    ],
  ])('%s', (_, fields, ...expected) => {
    expect(timesOf(fields)).toEqual(expected);
  });

  it('is looked for as far ahead as the editor says', () => {
    const monthly = { start: '2022-03-10', repeats: 'FREQ=MONTHLY;INTERVAL=2' };
    const later = { ...march, ahead: '2022-05-20' };
    expect(timesOf(monthly)).toEqual(['past', '03-10']);
    expect(timesOf(monthly, later)).toEqual(['upcoming', '05-10']);
  });
});

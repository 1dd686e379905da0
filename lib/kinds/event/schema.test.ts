import { describe, expect, it } from 'vitest';
import { eventSchema } from '@/lib/kinds/event/schema';

const weekly = { title: 'A talk', kind: 'talk', start: '2022-03-03', repeats: 'FREQ=WEEKLY;BYDAY=TH' };
const evening = { ...weekly, start: '2022-03-03T19:00', end: '2022-03-03T20:00', zone: 'America/Los_Angeles' };
const thirty = { ...weekly, start: '2022-01-31', repeats: 'FREQ=MONTHLY;BYMONTHDAY=31' };

/** What is reported of `except`: positions, and what to do. */
const problemsOf = (fields: object, except: readonly string[]) =>
  (eventSchema.safeParse({ ...fields, except }).error?.issues ?? []).map((issue) => {
    const { code, fix } = ('params' in issue ? issue.params : {}) as { code: string; fix: string };
    return [issue.path.join('.'), code, /\d{4}-\d\d-\d\d/.exec(fix)?.[0] ?? fix];
  });

describe('the days of `except`', () => {
  it.each([
    ['on another weekday', weekly, '2022-03-11', '2022-03-10', '2022-03-10'],
    ['on which it is the next day in UTC', evening, '2022-03-11', '2022-03-10', '2022-03-10'],
    ['before the first', weekly, '2022-02-24', '2022-03-03', '2022-03-03'],
    [
      'after the last of a count',
      { ...weekly, repeats: 'FREQ=WEEKLY;COUNT=2' },
      '2022-03-17',
      '2022-03-10',
      '2022-03-10',
    ],
    ['after UNTIL', { ...evening, repeats: 'FREQ=WEEKLY;UNTIL=20220310' }, '2022-03-17', '2022-03-10', '2022-03-10'],
    ['in a week between', { ...weekly, repeats: 'FREQ=WEEKLY;INTERVAL=2' }, '2022-03-10', '2022-03-17', '2022-03-03'],
    ['in a month without the day', thirty, '2022-02-28', '2022-03-31', '2022-01-31'],
    ['on the second day of several', { ...weekly, end: '2022-03-04' }, '2022-03-11', '2022-03-10', '2022-03-10'],
  ])('%s are reported with the nearest day of the series', (_, fields, wrong, right, nearest) => {
    expect(problemsOf(fields, [right, wrong])).toEqual([
      ['except.1', 'event/except', nearest === right ? 'remove it' : nearest],
    ]);
    expect(problemsOf(fields, [wrong])).toEqual([['except.0', 'event/except', nearest]]);
    expect(problemsOf(fields, [right])).toEqual([]);
  });

  it('are reported where one is in the list twice', () => {
    expect(problemsOf(weekly, ['2022-03-10', '2022-03-17', '2022-03-10'])).toEqual([
      ['except.2', 'event/except', 'remove it'],
    ]);
    expect(problemsOf(weekly, ['2022-03-10', '2022-03-17'])).toEqual([]);
  });

  it('are each reported', () => {
    expect(problemsOf(weekly, ['2022-03-11', '2022-03-10', '2022-03-12']).map(([at]) => at)).toEqual([
      'except.0',
      'except.2',
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import type { DayOrMonth } from '@/lib/base/dates';
import { parseDayOrMonth } from '@/lib/base/dates';
import { covers, lastDayOf, monthAfter, plusDays } from '@/lib/base/month';
import { toSpan } from '@/lib/news/arguments';

describe('the calendar', () => {
  it.each([
    ['2022-02', '2022-02-28', '2022-03'],
    ['2024-02', '2024-02-29', '2024-03'],
    ['2022-12', '2022-12-31', '2023-01'],
    ['2022-04', '2022-04-30', '2022-05'],
  ])('knows the last day of %s', (month, last, next) => {
    expect([lastDayOf(month), monthAfter(month)]).toEqual([last, next]);
  });

  it.each([
    // Clocks change on these days in Europe and in America.
    ['2022-03-26', 1, '2022-03-27'],
    ['2022-03-27', 1, '2022-03-28'],
    ['2022-10-29', 2, '2022-10-31'],
    ['2022-03-12', 1, '2022-03-13'],
    ['2022-12-31', 1, '2023-01-01'],
    ['2022-02-28', 35, '2022-04-04'],
  ])('adds to %s %i days', (day, count, expected) => {
    expect(plusDays(day, count)).toBe(expected);
  });
});

describe('covers', () => {
  const at = (text: string) => parseDayOrMonth(text) as DayOrMonth;
  it.each([
    ['2022-02-01', true],
    ['2022-02-28', true],
    ['2022-02', true],
    ['2022-01-31', false],
    ['2022-03-01', false],
    ['2022-01', false],
    ['2022-03', false],
  ])('%s in February: %s', (text, expected) => {
    expect(covers(toSpan('2022-02'), at(text))).toBe(expected);
  });

  it('includes a date without a day if the whole month is covered, or it is the month of the edition', () => {
    const span = toSpan('2022-02', { since: '2022-01-01', until: '2022-03-10' });
    expect(['2022-01', '2022-02', '2022-03'].map((month) => covers(span, at(month)))).toEqual([true, true, false]);
  });
});

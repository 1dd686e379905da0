import { describe, expect, it } from 'vitest';
import { dateInPath, localIn, readDate, splitDatedName } from '@/lib/news/import/dates';

describe('readDate', () => {
  it.each([
    ['2024-03-09', '2024-03-09'],
    ['2024-3-9', '2024-03-09'],
    ['2024/03/09', '2024-03-09'],
    ['20240309', '2024-03-09'],
    ['2024-03-09 10:05', '2024-03-09T10:05:00Z'],
    ['2024-03-09 10:05:06 -0000', '2024-03-09T10:05:06Z'],
    ['2024-03-09T10:05:06.789+05:30', '2024-03-09T10:05:06+05:30'],
    ['2024-03-09 10:05:06 -0800', '2024-03-09T10:05:06-08:00'],
    ['2024-03-09 1:05 PM PST', '2024-03-09T13:05:00-08:00'],
    ['Mar 09 2024', '2024-03-09'],
    ['March 9th, 2024', '2024-03-09'],
    ['9 March 2024', '2024-03-09'],
    ['Sat, 09 Mar 2024 10:00:00 GMT', '2024-03-09T10:00:00Z'],
    ['Sat Mar 09 2024', '2024-03-09'],
    ['3/9/2024', '2024-03-09'],
  ])('reads %j', (written, text) => {
    expect(readDate(written)?.text).toBe(text);
  });

  it.each([
    '2022-02-29',
    '2024-04-17 14:4g5:00 -0000',
    '2024-13-01',
    '2024-03-09 25:00',
    'git Created',
    '',
    '1.10',
    'soon',
    7,
    null,
    {},
  ])('does not read %j', (written) => {
    expect(readDate(written)).toBeUndefined();
  });

  it('reads a time without a zone in the zone of the site', () => {
    const summer = readDate('2024-07-01 00:30', 'Europe/Berlin');
    expect(summer?.text).toBe('2024-07-01T00:30:00+02:00');
    expect(summer?.instant.toISOString()).toBe('2024-06-30T22:30:00.000Z');
    expect(readDate('2024-07-01 00:30 Z', 'Europe/Berlin')?.text).toBe('2024-07-01T00:30:00Z');
  });

  it('returns the local day of a time with an offset, for generators that convert it', () => {
    const date = readDate('2024-03-12 01:00:00 +0000');
    expect(date && localIn(date, 'America/New_York')).toMatchObject({ month: 3, day: 11 });
    const day = readDate('2024-03-12');
    expect(day && localIn(day, 'America/New_York')).toMatchObject({ month: 3, day: 12 });
  });
});

describe('dates in names', () => {
  it.each([
    ['2024-03-09-a-b', '2024-03-09', 'a-b'],
    ['2024_3_9 a', '2024-03-09', 'a'],
    ['2024-03-09', '2024-03-09', ''],
    ['2024-13-09-a', undefined, '2024-13-09-a'],
    ['release-2024-03-09', undefined, 'release-2024-03-09'],
    ['2024-03-091', undefined, '2024-03-091'],
  ])('splits %j', (name, day, rest) => {
    expect([splitDatedName(name).date?.text, splitDatedName(name).name]).toEqual([day, rest]);
  });

  it('are read from folders', () => {
    expect(dateInPath('blog/2024/3/09/x')?.text).toBe('2024-03-09');
    expect(dateInPath('blog/2024/x')).toBeUndefined();
  });
});

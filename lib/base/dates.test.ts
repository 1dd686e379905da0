import { describe, expect, it } from 'vitest';
import {
  daysBetween,
  isDayOrMonth,
  monthName,
  parseDayOrMonth,
  parseInstant,
  toDateTime,
  toDay,
  toDayOrMonth,
  toMonth,
} from '@/lib/base/dates';

describe('parseInstant', () => {
  it.each([
    ['2022-03-01 14:30:00+00:00', '2022-03-01T14:30:00.000Z'],
    ['2022-05-03 8:30:00+00:00', '2022-05-03T08:30:00.000Z'],
    ['2022-03-01', '2022-03-01T00:00:00.000Z'],
    ['2024-02-29', '2024-02-29T00:00:00.000Z'],
    ['2022-03-01T14:30:00Z', '2022-03-01T14:30:00.000Z'],
    ['2022-03-01t14:30:00z', '2022-03-01T14:30:00.000Z'],
    ['2022-03-01T14:30Z', '2022-03-01T14:30:00.000Z'],
    ['2022-03-01T14:30:00+0530', '2022-03-01T09:00:00.000Z'],
    ['2022-03-01T14:30:00 +05:30', '2022-03-01T09:00:00.000Z'],
    ['2022-03-01T14:30:00.5Z', '2022-03-01T14:30:00.500Z'],
    ['2022-03-01T14:30:00.123456789Z', '2022-03-01T14:30:00.123Z'],
    ['  2022-03-01  ', '2022-03-01T00:00:00.000Z'],
  ])('reads %j as %s', (text, instant) => {
    expect(parseInstant(text)).toEqual(new Date(instant));
  });

  it('moves to the next day in western zones, and to the day before in eastern ones', () => {
    expect(parseInstant('2022-02-28T23:30:00-05:00')).toEqual(new Date('2022-03-01T04:30:00Z'));
    expect(parseInstant('2022-03-01T00:30:00+01:00')).toEqual(new Date('2022-02-28T23:30:00Z'));
    expect(parseInstant('2023-01-01T00:00:00+14:00')).toEqual(new Date('2022-12-31T10:00:00Z'));
  });

  it.each([
    ['2026-02-30', '2026-02-28'],
    ['2023-02-29', '2024-02-29'],
    ['2022-04-31', '2022-04-30'],
    ['2022-13-01', '2022-12-01'],
    ['2022-00-10', '2022-01-10'],
    ['2022-03-00', '2022-03-01'],
    ['2022-03-01T24:00:00Z', '2022-03-01T23:00:00Z'],
    ['2022-03-01T10:60:00Z', '2022-03-01T10:59:00Z'],
    ['2022-03-01T10:00:60Z', '2022-03-01T10:00:59Z'],
    ['2022-03-01T10:00:00+25:00', '2022-03-01T10:00:00+12:00'],
  ])('rejects %s, which does not exist, and accepts %s', (bad, good) => {
    expect(parseInstant(bad)).toMatchObject({ code: 'date/calendar' });
    expect(parseInstant(good)).toBeInstanceOf(Date);
  });

  it.each(['2022-03-01T14:30:00', '2022-03-01 14:30', '2022-03-01 8:30:00'])('wants a zone for %s', (text) => {
    expect(parseInstant(text)).toMatchObject({ code: 'date/zone' });
    expect(parseInstant(`${text}Z`)).toBeInstanceOf(Date);
  });

  it.each([
    ['1 March 2022', '2022-03-01'],
    ['2022-3-1', '2022-03-01'],
    ['20220301', '2022-03-01'],
    ['2022-03-01T', '2022-03-01'],
    ['2022-03-01Z', '2022-03-01T00:00Z'],
    ['2022-03-01T1430Z', '2022-03-01T14:30Z'],
    ['2022-03-01T14:30:00 CET', '2022-03-01T14:30:00 +01:00'],
    ['2022-03-01T14:30:00+1:00', '2022-03-01T14:30:00+01:00'],
    ['+02022-03-01', '2022-03-01'],
    ['', '2022-03-01'],
  ])('rejects the form of %j and accepts %j', (bad, good) => {
    expect(parseInstant(bad)).toMatchObject({ code: 'date/form' });
    expect(parseInstant(good)).toBeInstanceOf(Date);
  });
});

describe('days and months', () => {
  const lastMinute = new Date('2022-02-28T23:59:59Z');
  const midnight = new Date('2022-03-01T00:00:00Z');

  it('formats a day for readers, in UTC', () => {
    expect(toDay(lastMinute)).toBe('28 February 2022');
    expect(toDay(midnight)).toBe('1 March 2022');
  });

  it('formats a month for readers, in UTC', () => {
    expect(toMonth(lastMinute)).toBe('February 2022');
    expect(toMonth(midnight)).toBe('March 2022');
  });

  it('formats a day for <time>, in UTC', () => {
    expect(toDateTime(lastMinute)).toBe('2022-02-28');
    expect(toDateTime(midnight)).toBe('2022-03-01');
  });

  it('names only the months 1 to 12', () => {
    expect([1, 9, 12].map((month) => monthName(month))).toEqual(['January', 'September', 'December']);
  });
});

describe('parseDayOrMonth', () => {
  it('reads a day, and a month as its first day', () => {
    expect(parseDayOrMonth('2022-03-04')).toEqual({
      text: '2022-03-04',
      start: new Date('2022-03-04'),
      precision: 'day',
    });
    expect(parseDayOrMonth(' 2022-03 ')).toEqual({
      text: '2022-03',
      start: new Date('2022-03-01'),
      precision: 'month',
    });
  });

  it.each([
    ['2022-02-30', 'calendar', '2022-02-28'],
    ['2022-13', 'calendar', '2022-12'],
    ['2022', 'form', '2022-01'],
    ['2022-3', 'form', '2022-03'],
    ['2022-03-01T10:00Z', 'form', '2022-03-01'],
  ])('rejects %s because of its %s and accepts %s', (bad, problem, good) => {
    expect(parseDayOrMonth(bad)).toMatchObject({ code: `date/${problem}` });
    expect(parseDayOrMonth(good)).toHaveProperty('text', good);
  });

  it.each([
    ['2022-03-04', '4 March 2022'],
    ['2022-03', 'March 2022'],
  ])('is formatted as precisely as it is given: %s', (text, said) => {
    const read = parseDayOrMonth(text);
    expect(isDayOrMonth(read) && toDayOrMonth(read)).toBe(said);
  });
});

describe('daysBetween', () => {
  it('counts midnights in UTC, not spans of 24 hours', () => {
    expect(daysBetween(new Date('2022-03-01T23:59:00Z'), new Date('2022-03-02T00:01:00Z'))).toBe(1);
    expect(daysBetween(new Date('2022-03-01T00:01:00Z'), new Date('2022-03-01T23:59:00Z'))).toBe(0);
  });

  it('counts the days of a year, leap years too', () => {
    expect(daysBetween(new Date('2022-03-01'), new Date('2023-03-01'))).toBe(365);
    expect(daysBetween(new Date('2024-02-01'), new Date('2025-02-01'))).toBe(366);
  });
});

it.each(['America/Los_Angeles', 'Pacific/Kiritimati'])('knows no zone of the machine: %s', (zone) => {
  const before = process.env.TZ;
  process.env.TZ = zone;
  try {
    expect(new Date('2022-03-01T00:00:00Z').getTimezoneOffset()).not.toBe(0);
    expect(parseInstant('2022-03-01')).toEqual(new Date('2022-03-01T00:00:00Z'));
    expect(toDay(new Date('2022-03-01T00:00:00Z'))).toBe('1 March 2022');
    expect(toDay(new Date('2022-03-01T23:59:59Z'))).toBe('1 March 2022');
    expect(daysBetween(new Date('2022-03-01T23:00:00Z'), new Date('2022-03-02T01:00:00Z'))).toBe(1);
    expect(daysBetween(new Date('2022-03-13T00:00:00Z'), new Date('2022-03-14T00:00:00Z'))).toBe(1);
  } finally {
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
  }
});

import { afterEach, describe, expect, it, vi } from 'vitest';
import { now } from '@/lib/base/clock';

afterEach(() => {
  vi.unstubAllEnvs();
  vi.useRealTimers();
});

describe('now', () => {
  it.each([
    ['2022-03-02T09:00:00Z', '2022-03-02T09:00:00.000Z'],
    ['2022-03-02T09:00Z', '2022-03-02T09:00:00.000Z'],
    ['2022-03-02T09:00:00+01:00', '2022-03-02T08:00:00.000Z'],
    ['2022-03-02T09:00:00.250Z', '2022-03-02T09:00:00.250Z'],
  ])('is NEWS_NOW=%s if it is set', (text, instant) => {
    vi.stubEnv('NEWS_NOW', text);
    expect(now().toISOString()).toBe(instant);
  });

  it.each([undefined, ''])('is the machine’s time where NEWS_NOW is %j', (value) => {
    vi.stubEnv('NEWS_NOW', value);
    vi.useFakeTimers({ now: new Date('2031-05-06T07:08:09Z') });
    expect(now().toISOString()).toBe('2031-05-06T07:08:09.000Z');
  });

  it.each([
    ['a day without a time', '2022-03-02'],
    ['a time without a zone', '2022-03-02T09:00:00'],
    ['a month that does not exist', '2022-13-02T09:00:00Z'],
    ['a word', 'tomorrow'],
    // The calendar has no such day; a build that is to be repeated must not guess one.
    ['a day that is not in the calendar', '2022-02-30T09:00:00Z'],
    ['another form of date', 'Tue Mar 01 2022 10:00 +0100'],
  ])('rejects %s, and shows the right form', (_, text) => {
    vi.stubEnv('NEWS_NOW', text);
    expect(() => now()).toThrow(
      `NEWS_NOW is "${text}", which is not an ISO 8601 date and time (fix: write it like 2022-03-02T09`,
    );
  });
});

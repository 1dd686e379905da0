import { describe, expect, it } from 'vitest';
import { repeatChoices, toRule } from '@/lib/kinds/event/repeat-choices';
import { parseRule } from '@/lib/kinds/event/repeats';

// A Wednesday, the second of its month.
const start = '2027-01-13';

describe('repeatChoices', () => {
  it('name the weekday once it is known', () => {
    const labels = (day: string) => repeatChoices(day).map(({ label }) => label);
    expect(labels(start)).toEqual([
      'does not repeat',
      'every day',
      'every Wednesday',
      'every second Wednesday',
      'every third Wednesday',
      'every fourth Wednesday',
      'every month, on the second Wednesday',
      'every month, on the last Wednesday',
      'every year',
    ]);
    expect(labels('')).toContain('every second week');
    expect(labels('2027-02-30')).toEqual(labels(''));
  });

  it('become rules that events may have', () => {
    const rules = repeatChoices(start).map(({ value }) => toRule(value, start, ''));
    expect(rules).toEqual([
      '',
      'FREQ=DAILY',
      'FREQ=WEEKLY;BYDAY=WE',
      'FREQ=WEEKLY;INTERVAL=2;BYDAY=WE',
      'FREQ=WEEKLY;INTERVAL=3;BYDAY=WE',
      'FREQ=WEEKLY;INTERVAL=4;BYDAY=WE',
      'FREQ=MONTHLY;BYDAY=2WE',
      'FREQ=MONTHLY;BYDAY=-1WE',
      'FREQ=YEARLY',
    ]);
    for (const rule of rules.slice(1)) expect(parseRule(rule)).toBe(rule);
  });
});

describe('toRule', () => {
  it('ends on the last day, and is no rule for an event that does not repeat', () => {
    expect(toRule('weekly-1', start, '2027-03-31')).toBe('FREQ=WEEKLY;BYDAY=WE;UNTIL=20270331');
    expect(parseRule(toRule('', start, '2027-03-31'))).toHaveProperty('code', 'event/repeats');
  });

  it('has no weekday where the first day is none, and leaves what is no choice to the schema', () => {
    expect(toRule('weekly-1', 'soon', '')).toBe('FREQ=WEEKLY');
    expect(toRule('sometimes', start, '')).toBe('sometimes');
  });
});

// Rules of repetition (RFC 5545, section 3.3.10): which ones events may have, and the times they lead to.
import ICAL from 'ical.js';
import { type Diagnostic, error } from '@/lib/base/diagnostic';

const example = 'write it like FREQ=WEEKLY;BYDAY=TH';

const parts: Readonly<Record<string, RegExp>> = {
  FREQ: /^(?:DAILY|WEEKLY|MONTHLY|YEARLY)$/,
  INTERVAL: /^[1-9]\d{0,2}$/,
  COUNT: /^[1-9]\d{0,3}$/,
  UNTIL: /^\d{8}(?:T\d{6}Z)?$/,
  BYDAY: /^(?:[+-]?[1-5])?(?:MO|TU|WE|TH|FR|SA|SU)(?:,(?:[+-]?[1-5])?(?:MO|TU|WE|TH|FR|SA|SU))*$/,
  BYMONTHDAY: /^-?(?:[1-9]|[12]\d|3[01])(?:,-?(?:[1-9]|[12]\d|3[01]))*$/,
  BYMONTH: /^(?:[1-9]|1[0-2])(?:,(?:[1-9]|1[0-2]))*$/,
  BYSETPOS: /^(?:[1-4]|-[1-4])$/,
  WKST: /^(?:MO|TU|WE|TH|FR|SA|SU)$/,
};

/**
 * Reads a rule, in lower case or with `RRULE:` before it too.
 *
 * @returns the rule in upper case, or why it is not allowed: `event/repeats`. Beyond the RFC, rules that could search for
 *   ever for a date that never comes are refused.
 */
export function parseRule(text: string): string | Diagnostic {
  const rule = text
    .trim()
    .replace(/^RRULE:/i, '')
    .toUpperCase();
  const given: Record<string, string> = {};
  for (const part of rule.split(';')) {
    const [name = '', value = ''] = part.split('=', 2);
    const form = Object.hasOwn(parts, name) ? parts[name] : undefined;
    if (!form) return error('event/repeats', `unknown part "${name}" in the recurrence rule`, example);
    if (given[name]) return error('event/repeats', `"${name}" is in the recurrence rule twice`, 'keep one of the two');
    if (!form.test(value)) return error('event/repeats', `"${part}" is not allowed in a recurrence rule`, example);
    given[name] = value;
  }
  const [, message, fix] = conflictsIn(given).find(([applies]) => applies) ?? [];
  return message !== undefined && fix !== undefined ? error('event/repeats', message, fix) : rule;
}

/** What parts that are valid by themselves may not be together, or never lead to a day. */
function conflictsIn(given: Readonly<Record<string, string>>): [applies: boolean, message: string, fix: string][] {
  const { FREQ, COUNT, UNTIL, BYDAY, BYMONTHDAY, BYMONTH, BYSETPOS } = given;
  const isMonthly = FREQ === 'MONTHLY';
  const isNumbered = /\d/.test(BYDAY ?? '');
  const days = BYMONTHDAY?.split(',').map((day) => Math.abs(Number(day))) ?? [];
  const months = BYMONTH?.split(',').map(Number) ?? [];
  const longest = Math.max(...months.map((month) => longestMonths[month - 1] ?? 31));
  const plain = 'BYSETPOS needs FREQ=MONTHLY and BYDAY without numbers';
  const isPlain = isMonthly && !isNumbered && BYDAY !== undefined && !BYMONTHDAY;
  const one = 'keep one of the two';
  return [
    [!FREQ, 'the recurrence rule has no FREQ', example],
    [Boolean(COUNT && UNTIL), 'a recurrence rule has COUNT or UNTIL, not both', one],
    [
      isNumbered && !isMonthly && FREQ !== 'YEARLY',
      'numbered days (2TU) need FREQ=MONTHLY or FREQ=YEARLY',
      'write FREQ=MONTHLY;BYDAY=2TU',
    ],
    [Boolean(BYSETPOS) && !isPlain, plain, 'write FREQ=MONTHLY;BYDAY=TU;BYSETPOS=2'],
    [
      Boolean(BYMONTHDAY) && FREQ === 'WEEKLY',
      'BYMONTHDAY is not allowed with FREQ=WEEKLY',
      'write FREQ=MONTHLY;BYMONTHDAY=15',
    ],
    [isNumbered && Boolean(BYMONTHDAY), 'numbered days (2TU) are not allowed with BYMONTHDAY', one],
    [
      days.length > 0 && months.length > 0 && Math.min(...days) > longest,
      'no month in BYMONTH has that day',
      'choose a day that exists',
    ],
  ];
}

const longestMonths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/**
 * The wall-clock times that a rule leads to, lazily: a rule without an end never ends.
 *
 * @param start the first time, a date-time (`2022-03-03T10:00:00`) or a date (`2022-03-03`). So are the results.
 * @param rule a rule that `parseRule` has read.
 */
export function* expandRule(start: string, rule: string): Generator<string> {
  const first = start.includes('T') ? ICAL.Time.fromDateTimeString(start) : ICAL.Time.fromDateString(start);
  const recurrence = ICAL.Recur.fromString(rule);
  const days = (recurrence.parts.BYMONTHDAY as number[] | undefined)?.filter((day) => day > 0);
  const iterator = recurrence.iterator(first);
  for (let time = iterator.next(); time && time.year < 2200; time = iterator.next()) {
    // The library returns 1 March where a rule means 29 February of a common year.
    if (days && days.length > 0 && recurrence.freq === 'YEARLY' && !days.includes(time.day)) continue;
    yield time.toString().replace(/Z$/, '');
  }
}

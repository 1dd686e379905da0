// Rules of repetition (RFC 5545, section 3.3.10): which ones events may have, and the times they lead to.
import ICAL from 'ical.js';

/** Why a rule is refused, and what to write instead. */
export interface RuleFault {
  readonly message: string;
  readonly fix: string;
}

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
 * Says what is wrong with a rule. Beyond the RFC, rules that could search for ever for a date that never comes are refused.
 *
 * @returns the fault, or undefined for a rule that may be used.
 */
export function ruleFault(rule: string): RuleFault | undefined {
  const given = new Map<string, string>();
  for (const part of rule.split(';')) {
    const [name = '', value = ''] = part.split('=', 2);
    const form = Object.hasOwn(parts, name) ? parts[name] : undefined;
    if (!form) return { message: `"${name}" is no part of a repeat rule that is known here`, fix: example };
    if (given.has(name)) return { message: `"${name}" stands twice in the repeat rule`, fix: 'keep one of the two' };
    if (!form.test(value)) return { message: `"${part}" is not allowed in a repeat rule`, fix: example };
    given.set(name, value);
  }
  const frequency = given.get('FREQ');
  if (!frequency) return { message: 'the repeat rule has no FREQ', fix: example };
  if (given.has('COUNT') && given.has('UNTIL'))
    return { message: 'a repeat rule has COUNT or UNTIL, not both', fix: 'keep one of the two' };
  const ordinal = /\d/.test(given.get('BYDAY') ?? '');
  if (ordinal && frequency !== 'MONTHLY' && frequency !== 'YEARLY') {
    return { message: 'numbered days (2TU) go with FREQ=MONTHLY', fix: 'write FREQ=MONTHLY;BYDAY=2TU' };
  }
  if (given.has('BYSETPOS') && (frequency !== 'MONTHLY' || ordinal || !given.has('BYDAY') || given.has('BYMONTHDAY'))) {
    return {
      message: 'BYSETPOS goes with FREQ=MONTHLY and plain BYDAY',
      fix: 'write FREQ=MONTHLY;BYDAY=TU;BYSETPOS=2',
    };
  }
  if (given.has('BYMONTHDAY') && frequency === 'WEEKLY') {
    return { message: 'BYMONTHDAY does not go with FREQ=WEEKLY', fix: 'write FREQ=MONTHLY;BYMONTHDAY=15' };
  }
  if (ordinal && given.has('BYMONTHDAY')) {
    return { message: 'numbered days (2TU) do not go with BYMONTHDAY', fix: 'keep one of the two' };
  }
  const days = given
    .get('BYMONTHDAY')
    ?.split(',')
    .map((day) => Math.abs(Number(day)));
  const months = given.get('BYMONTH')?.split(',').map(Number);
  if (days && months && Math.min(...days) > Math.max(...months.map((month) => longestMonths[month - 1] ?? 31))) {
    return { message: 'no month of BYMONTH has that day', fix: 'choose a day that exists' };
  }
  return undefined;
}

const longestMonths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** A local wall-clock time, as a rule counts: `2022-03-03T10:00:00`, or a date alone. */
export type WallTime = string;

/**
 * The wall-clock times that a rule leads to, lazily: a rule without an end never ends.
 *
 * @param start the first time, a date-time (`2022-03-03T10:00:00`) or a date (`2022-03-03`).
 * @param rule a rule for which `ruleFault` found nothing.
 */
export function* expandRule(start: WallTime, rule: string): Generator<WallTime> {
  const first = start.includes('T') ? ICAL.Time.fromDateTimeString(start) : ICAL.Time.fromDateString(start);
  const recurrence = ICAL.Recur.fromString(rule);
  const days = (recurrence.parts.BYMONTHDAY as number[] | undefined)?.filter((day) => day > 0);
  const iterator = recurrence.iterator(first);
  for (let time = iterator.next(); time && time.year < 2200; time = iterator.next()) {
    // The library gives 1 March where a rule asks for 29 February of a common year.
    if (days && days.length > 0 && recurrence.freq === 'YEARLY' && !days.includes(time.day)) continue;
    yield time.toString().replace(/Z$/, '');
  }
}

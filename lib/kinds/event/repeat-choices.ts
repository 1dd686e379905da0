// How an event may repeat, in words, and the rule that each choice becomes.
import { isDay } from '@/lib/base/dates';
import { words } from '@/lib/base/words';

const said = words.contribute.repeats;

/** The names of days in rules (RFC 5545, section 3.3.10), as `Date` counts them. */
const days = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];

/**
 * The choices, each with its value in a form and its words.
 *
 * @param start the day on which the event begins, as far as it is known: the words then name its weekday.
 */
export function repeatChoices(start: string): { readonly value: string; readonly label: string }[] {
  const date = isDay(start) ? new Date(`${start}T00:00:00Z`) : undefined;
  const weekday = date && new Intl.DateTimeFormat(words.locale, { weekday: 'long', timeZone: 'UTC' }).format(date);
  return [
    { value: '', label: said.never },
    { value: 'daily', label: said.daily },
    ...[1, 2, 3, 4].map((weeks) => ({ value: `weekly-${weeks}`, label: said.weekly(weeks, weekday) })),
    { value: 'monthly', label: said.monthly(date && weekOf(date), weekday) },
    { value: 'last', label: said.lastInMonth(weekday) },
    { value: 'yearly', label: said.yearly },
  ];
}

/**
 * The rule of a choice.
 *
 * @param start the day of the first time. Where it is none, the rule has no weekday, and the schema reports the day.
 * @param until the last day, or the empty string.
 * @returns the empty string for no repetition; a choice that is not there as it is, for the schema to report.
 */
export function toRule(choice: string, start: string, until: string): string {
  const date = isDay(start) ? new Date(`${start}T00:00:00Z`) : undefined;
  const day = date && days[date.getUTCDay()];
  const rule = ruleOf(choice, date ? weekOf(date) : 1, day);
  if (until === '') return rule;
  // An end without a repetition is no rule, which the schema reports.
  return `${rule};UNTIL=${until.replaceAll('-', '')}`;
}

function ruleOf(choice: string, week: number, day: string | undefined): string {
  const on = (number: number | string = '') => (day === undefined ? '' : `;BYDAY=${number}${day}`);
  const weeks = /^weekly-([1-4])$/.exec(choice)?.[1];
  if (weeks !== undefined) return `FREQ=WEEKLY${weeks === '1' ? '' : `;INTERVAL=${weeks}`}${on()}`;
  switch (choice) {
    case 'daily':
      return 'FREQ=DAILY';
    case 'monthly':
      return `FREQ=MONTHLY${on(week)}`;
    case 'last':
      return `FREQ=MONTHLY${on(-1)}`;
    case 'yearly':
      return 'FREQ=YEARLY';
    default:
      return choice;
  }
}

/** Which of its weekdays in its month a day is, from 1 to 5. */
function weekOf(date: Date): number {
  return Math.ceil(date.getUTCDate() / 7);
}

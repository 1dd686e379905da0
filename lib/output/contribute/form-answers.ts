// What was sent with a form, and the answers in it.
import { isDay } from '@/lib/base/dates';
import { toRule } from '@/lib/kinds/event/repeat-choices';
import type { FormQuestion } from '@/lib/output/contribute/form-questions';

/** What was typed, by the names of inputs, as the browser sent it. */
export type FormValues = ReadonlyMap<string, readonly string[]>;

/** The input for the time of a field that is a day and a time, and that for the day on which a repetition ends. */
export const timeInput = (name: string) => `${name}.time`;
export const untilInput = (name: string) => `${name}.until`;

/** The value of a switch that is on. */
export const switchedOn = 'yes';

/** So many inputs a form may have: far more than ours have, each with some lines. */
const mostInputs = 300;

/**
 * Reads the body of a form (`application/x-www-form-urlencoded`). Line ends become LF, as in files.
 *
 * @returns undefined for one with more inputs than any of our forms has.
 */
export function parseForm(body: string): FormValues | undefined {
  const values = new Map<string, string[]>();
  let count = 0;
  for (const [name, value] of new URLSearchParams(body)) {
    count += 1;
    if (count > mostInputs) return undefined;
    const list = values.get(name) ?? [];
    list.push(value.replace(/\r\n?/g, '\n'));
    values.set(name, list);
  }
  return values;
}

/** The first value of an input; the empty string where there is none. */
export function firstOf(values: FormValues, name: string): string {
  return values.get(name)?.[0] ?? '';
}

/** The answers to questions, by fields: several of one field on a line each; nothing for what is empty. */
export function answersOf(questions: readonly FormQuestion[], values: FormValues): Map<string, string> {
  const answers = new Map<string, string>();
  for (const question of questions) {
    const answer = answerOf(question, values).trim();
    if (answer !== '') answers.set(question.name, answer);
  }
  return answers;
}

function answerOf({ name, control, several }: FormQuestion, values: FormValues): string {
  if (control === 'moment') return momentOf(name, values);
  if (control === 'repeats')
    return toRule(firstOf(values, name), firstOf(values, 'start'), firstOf(values, untilInput(name)));
  if (several) return (values.get(name) ?? []).map((line) => line.replace(/\s+/g, ' ')).join('\n');
  return firstOf(values, name);
}

/** A day and a time as a file has them. An end without a day is on the day of the start. */
function momentOf(name: string, values: FormValues): string {
  const time = firstOf(values, timeInput(name)).trim();
  const written = firstOf(values, name).trim();
  const start = firstOf(values, 'start').trim();
  const day = written === '' && time !== '' && isDay(start) ? start : written;
  return time === '' ? day : `${day}T${time}`;
}

// Counts, lists, and names of months and weekdays as English text, for diagnostics, commands and documents.

const numbers = 'no one two three four five six seven eight nine ten eleven twelve'.split(' ');

/** A count in words up to twelve: `eight new posts`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${numbers[count] ?? count} ${count === 1 ? one : many}`;
}

/** A count in figures: `8 new posts`. */
export function countedInFigures(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

const months = 'January February March April May June July August September October November December'.split(' ');

/** The English name of a month. @param month 1 to 12. */
export function englishMonth(month: number): string {
  return months[month - 1] ?? '';
}

/** The English name of the day of the week in UTC: `Thursday`. */
export function englishWeekday(date: Date): string {
  return ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'][date.getUTCDay()] ?? '';
}

/** Things one after the other: `a, b and c`. */
export function listed(things: readonly string[], before: 'and' | 'or' = 'and'): string {
  const last = things.at(-1) ?? '';
  return things.length < 2 ? last : `${things.slice(0, -1).join(', ')} ${before} ${last}`;
}

/** With a capital letter first. */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** After `a` or `an`: `an event`. By the first letter, which is right for most words. */
export function withArticle(word: string): string {
  return `${/^[aeiou]/i.test(word) ? 'an' : 'a'} ${word}`;
}

/** A name in parts as that of a component: `case-study` becomes `CaseStudy`. */
export function inCapitals(name: string): string {
  return name.replace(/(?:^|-)([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

/** On one line, without spaces around it. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** On one line, and cut where it is longer than 60 characters. */
export function shortened(text: string): string {
  const line = oneLine(text);
  return line.length > 60 ? `${line.slice(0, 60)}…` : line;
}

/** Whether nothing in a text can be seen: only spaces, fillers, blank Braille patterns and characters without width. */
export function isBlank(text: string): boolean {
  return /^[\s\p{C}\p{Default_Ignorable_Code_Point}\u2800]*$/u.test(text);
}

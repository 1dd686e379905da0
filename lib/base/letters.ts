// Groups long alphabetical lists by first letter.
import { words } from '@/lib/base/words';
import type { Words } from '@/lib/base/words/words';

/** Some items of a list, under their letter. */
export interface LetterGroup<T> {
  /** A letter, or `0–9`; undefined for Chinese characters, which are too many, and for other characters. */
  readonly letter: string | undefined;
  readonly items: readonly T[];
}

/** How many items a list has before it is grouped. */
const fewest = 60;

/**
 * The same items in groups, each in their order; undefined for a list that is short enough to read.
 *
 * @param locale the language whose alphabet orders the letters.
 */
export function groupByLetter<T>(
  items: readonly T[],
  nameOf: (item: T) => string,
  { locale }: Pick<Words, 'locale'> = words,
): LetterGroup<T>[] | undefined {
  if (items.length < fewest) return undefined;
  const groups = new Map<string | undefined, T[]>();
  for (const item of items) {
    const letter = letterOf(nameOf(item));
    const group = groups.get(letter) ?? [];
    groups.set(letter, group);
    group.push(item);
  }
  const { compare } = new Intl.Collator(locale);
  return [...groups]
    .sort(([a], [b]) => Number(a === undefined) - Number(b === undefined) || compare(a ?? '', b ?? ''))
    .map(([letter, found]) => ({ letter, items: found }));
}

/** Accents do not count: É is with E. A syllable of Korean counts as its first consonant. */
function letterOf(name: string): string | undefined {
  const [first = ''] = name.trim().normalize('NFD').toUpperCase();
  if (/^\d$/.test(first)) return '0–9';
  return /^(?!\p{Script=Han})\p{L}$/u.test(first) ? first : undefined;
}

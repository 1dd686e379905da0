// Groups long alphabetical lists by first letter.

/** Some items of a list, under their letter. */
export interface LetterGroup<T> {
  /** A letter from A to Z, `0–9`, or `Other` for the letters of other scripts and for other characters. */
  readonly letter: string;
  readonly items: readonly T[];
}

/** How many items a list has before it is grouped. */
const fewest = 60;

/** The same items in groups, each in their order; undefined for a list that is short enough to read. */
export function groupByLetter<T>(items: readonly T[], nameOf: (item: T) => string): LetterGroup<T>[] | undefined {
  if (items.length < fewest) return undefined;
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const letter = letterOf(nameOf(item));
    const group = groups.get(letter) ?? [];
    groups.set(letter, group);
    group.push(item);
  }
  return [...groups].sort(([a], [b]) => rankOf(a) - rankOf(b)).map(([letter, found]) => ({ letter, items: found }));
}

/** Accents do not count: É is with E. */
function letterOf(name: string): string {
  const first = name.trim().normalize('NFD').charAt(0).toUpperCase();
  if (/^[A-Z]$/.test(first)) return first;
  return /^\d$/.test(first) ? '0–9' : 'Other';
}

function rankOf(letter: string): number {
  return letter.length === 1 ? letter.charCodeAt(0) : letter === 'Other' ? 1_000 : 0;
}

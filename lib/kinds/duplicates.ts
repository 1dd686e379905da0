// Entries that are one and the same thing twice.
import type { EntryBase, EntryProblem } from '@/lib/kinds/kind';

/** Pairs of a later and the first of some things that have one key. */
export function duplicatesBy<T>(list: readonly T[], key: (item: T) => string | undefined): [second: T, first: T][] {
  const firsts = new Map<string, T>();
  const pairs: [T, T][] = [];
  for (const item of list) {
    const value = key(item);
    if (value === undefined) continue;
    const first = firsts.get(value);
    if (first) pairs.push([item, first]);
    else firsts.set(value, item);
  }
  return pairs;
}

/** A problem for each entry that has the key of one before it. */
export function duplicates<E extends EntryBase>(
  entries: readonly E[],
  { code, what, field, key }: { code: string; what: string; field: string; key: (entry: E) => string | undefined },
): EntryProblem[] {
  return duplicatesBy(entries, key).map(([second, first]) => ({
    id: second.id,
    path: [field],
    code,
    message: `this ${what} is also that of ${first.shownFile}`,
    fix: 'keep one of the two',
  }));
}

/** A name as it is compared: two that differ in case, spaces or signs alone are one. */
export function sameName(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** An address as it is compared: without scheme, `www.`, final slash and fragment. */
export function sameAddress(url: string): string {
  const { hostname, pathname, search } = new URL(url);
  return `${hostname.replace(/^www\./, '')}${pathname.replace(/\/+$/, '')}${search}`;
}

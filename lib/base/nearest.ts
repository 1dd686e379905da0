// "Did you mean …?"
import { closest, distance } from 'fastest-levenshtein';

/** The nearest known name to an unknown one, if it is near enough to be meant. */
export function nearest(name: string, names: readonly string[]): string | undefined {
  if (names.length === 0) return undefined;
  const sameLetters = names.find((each) => each.toLowerCase() === name.toLowerCase());
  if (sameLetters) return sameLetters;
  const found = closest(name.toLowerCase(), names as string[]);
  return isNear(name.toLowerCase(), found.toLowerCase()) ? found : undefined;
}

/** Whether two names differ by a letter, or by few letters while most of them are the same: `slug` is not near `sig`. */
function isNear(a: string, b: string): boolean {
  const length = Math.max(a.length, b.length);
  const edits = distance(a, b);
  if (length < 3 || edits > Math.max(2, Math.floor(a.length / 3))) return false;
  if (edits <= 1 || (edits === 2 && sharedLetters(a, b) >= 0.75)) return true;
  // Of two paths, what both begin and end with says nothing.
  let start = 0;
  while (a[start] === b[start]) start += 1;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  return sharedLetters(a.slice(start, a.length - end), b.slice(start, b.length - end)) > 0.5;
}

/** How many letters two texts have in common, in any order, of the longer one's. From 0 to 1. */
function sharedLetters(a: string, b: string): number {
  const left = [...b];
  const shared = [...a].filter((letter) => {
    const index = left.indexOf(letter);
    if (index >= 0) left.splice(index, 1);
    return index >= 0;
  });
  return shared.length / Math.max(a.length, b.length, 1);
}

/**
 * Whether a name is another one with a typing error, and hardly a word of its own: it begins with the same letter, and one
 * or two letters are wrong, missing, added or exchanged. A plural or a number at the end makes another word.
 */
export function isTypingError(name: string, meant: string): boolean {
  const [a, b] = [name, meant].map((text) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')) as [string, string];
  if (a[0] !== b[0] || Math.min(a.length, b.length) < 4 || /\d/.test(a)) return false;
  const singular = (word: string) => word.replace(/(?:es|s)$/, '');
  if (a !== b && singular(a) === singular(b)) return false;
  const sorted = (word: string) => [...word].sort().join('');
  return sorted(a) === sorted(b) || (distance(a, b) <= (a.length < 6 ? 1 : 2) && sharedLetters(a, b) >= 0.75);
}

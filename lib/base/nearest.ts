// "Did you mean …?"
import { closest, distance } from 'fastest-levenshtein';

/** The nearest of some names to one that is none of them, if any is near enough to be meant. */
export function nearest(name: string, names: readonly string[]): string | undefined {
  if (names.length === 0) return undefined;
  const sameLetters = names.find((each) => each.toLowerCase() === name.toLowerCase());
  if (sameLetters) return sameLetters;
  const found = closest(name.toLowerCase(), names as string[]);
  const limit = Math.max(2, Math.floor(name.length / 3));
  return distance(name.toLowerCase(), found.toLowerCase()) <= limit ? found : undefined;
}

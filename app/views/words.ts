// How many words the entries of an edition add to it.
import type { Edition } from '@/lib/edition/resolve';
import { countWords } from '@/lib/mdx/reading-time';

/** The words of what a post names, as its cards show them. */
export function wordsOf({ post, entries }: Edition): number {
  const words = entries.flatMap(({ kind, named }) => named.flatMap((entry) => kind.words(entry)));
  return [...words, ...post.coverage.contributors].reduce((sum, text = '') => sum + countWords(text), 0);
}

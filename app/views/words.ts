// How many words the entries of an edition add to it.
import { entryOf } from '@/lib/content/community';
import type { Content } from '@/lib/content/content';
import type { Post } from '@/lib/content/posts';
import { kinds } from '@/lib/kinds/index';
import { countWords } from '@/lib/mdx/reading-time';

/** The words of the entries that a post names, as its cards show them. */
export function wordsOf({ coverage }: Post, { community }: Content): number {
  const entries = kinds.flatMap((kind) =>
    coverage[kind.folder].flatMap((id) => {
      const entry = entryOf(community, kind, id);
      return entry ? kind.words(entry) : [];
    }),
  );
  return [...entries, ...coverage.contributors].reduce((sum, text = '') => sum + countWords(text), 0);
}

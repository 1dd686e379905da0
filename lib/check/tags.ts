// Tags that are written in several ways: they share a page, and readers should see one spelling.
import { compare } from '@/lib/base/compare';
import { type Diagnostic, warning } from '@/lib/base/diagnostic';
import type { LoadedContent } from '@/lib/content/load';
import { toTags } from '@/lib/content/tags';

/** Warns once for each tag with several spellings, at the first post that does not use the most frequent one. */
export function checkTags({ posts, places }: Pick<LoadedContent, 'posts' | 'places'>): Diagnostic[] {
  return toTags(posts).flatMap(({ name, slug, spellings, posts: tagged }) => {
    const others = spellings.filter((spelling) => spelling !== name);
    const [first] = tagged
      .filter(({ tags }) => tags.some((tag) => others.includes(tag)))
      .sort((a, b) => compare(a.file, b.file));
    if (!first) return [];
    const list = spellings.map((spelling) => `"${spelling}"`).join(', ');
    const message = `one tag is written in several ways: ${list}; they share the page /tags/${slug}/`;
    const where = { file: first.shownFile, ...places.get(first)?.placeOf(['tags']) };
    return [warning('tag/spelling', message, `write "${name}" in every post`, where)];
  });
}

// Tags that are one, written in several ways: they share a page, and readers should see one spelling.

import { compare } from '@/lib/base/compare';
import type { Diagnostic } from '@/lib/base/diagnostic';
import type { LoadedContent } from '@/lib/content/load';
import { toTags } from '@/lib/content/tags';

/** One warning for each tag that is written in several ways, at the first post that does not write it as most do. */
export function checkTags({ posts, places }: Pick<LoadedContent, 'posts' | 'places'>): Diagnostic[] {
  return toTags(posts).flatMap(({ name, slug, spellings, posts: tagged }): Diagnostic[] => {
    const others = spellings.filter((spelling) => spelling !== name);
    const [first] = tagged
      .filter(({ tags }) => tags.some((tag) => others.includes(tag)))
      .sort((a, b) => compare(a.file, b.file));
    if (!first) return [];
    const place = places.get(first)?.placeOf(['tags']) ?? { line: 1, column: 1 };
    const list = spellings.map((spelling) => `"${spelling}"`).join(', ');
    return [
      {
        file: first.shownFile,
        ...place,
        severity: 'warning',
        code: 'tag/spelling',
        message: `one tag is written in several ways: ${list}; they share the page /tags/${slug}/`,
        fix: `write "${name}" in every post`,
      },
    ];
  });
}

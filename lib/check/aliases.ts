// Old addresses must not be those of pages that there are.
import { knownPaths } from '@/lib/check/paths';
import type { LoadedContent } from '@/lib/content/content';
import type { Problem } from '@/lib/content/problems';

/** A problem for each alias that is the address of an entry's page. Those of posts and lists the loader knows itself. */
export function checkAliases({ posts, community, places }: LoadedContent): Problem[] {
  const pages = knownPaths({ posts: [], community });
  return posts.flatMap((post) =>
    post.aliases
      .filter((alias) => pages.has(alias))
      .map((alias): Problem => {
        const place = places.get(post)?.placeOf(['aliases']) ?? { line: 1, column: 1 };
        const message = `the alias "${alias}" is a page of the site itself`;
        return {
          file: post.shownFile,
          ...place,
          severity: 'error',
          code: 'post/alias-hides-page',
          message,
          fix: 'remove it',
        };
      }),
  );
}

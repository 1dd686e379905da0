// Published addresses never disappear: each leads to a page, or to an alias that leads to one.

import type { Diagnostic } from '@/lib/base/diagnostic';
import { nearest } from '@/lib/base/nearest';
import { entryPages } from '@/lib/content/community';
import type { LoadedContent } from '@/lib/content/load';
import { type Ledger, visibleAddresses } from '@/lib/content/published';
import { hiddenReason } from '@/lib/content/visibility';

/** A problem for each address of the ledger that leads nowhere at an instant. Later months than that are passed over. */
export function checkPublished(content: LoadedContent, ledger: Ledger, instant: Date): Diagnostic[] {
  const { posts, community } = content;
  const visible = posts.filter((post) => hiddenReason(post, instant) === undefined);
  const pages = visibleAddresses(posts, community, instant);
  const answered = new Set([
    ...pages,
    ...visible.flatMap(({ aliases }) => aliases),
    ...entryPages(community).flatMap(({ aliases = [] }) => aliases),
  ]);
  const hidden = new Map(posts.map((post) => [post.url, post]));
  const month = instant.toISOString().slice(0, 7);
  const problems = ledger.addresses
    .filter((address) => address.month <= month && !answered.has(address.path))
    .map(({ path, file, line }): Diagnostic => {
      const post = hidden.get(path);
      const place = { file, line, column: 1, severity: 'error' } as const;
      if (post) {
        const why = hiddenReason(post, instant) === 'draft' ? 'a draft' : 'dated in the future';
        return {
          ...place,
          code: 'published/hidden',
          message: `"${path}" was published, and ${post.shownFile} is ${why} now`,
          fix: 'show it again, or give the address as an alias to what took its place',
        };
      }
      const near = nearest(
        path,
        pages.filter((page) => page.split('/')[1] === path.split('/')[1]),
      );
      const home = near === undefined ? 'the entry that took its place' : `the file of ${near}`;
      return {
        ...place,
        code: 'published/gone',
        message: `"${path}" was published and is gone`,
        fix: `add "aliases: [${path}]" to ${home}`,
      };
    });
  return [...ledger.problems, ...problems];
}

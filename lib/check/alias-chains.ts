// Old addresses that lead to old addresses: each must lead to a page at once, and none in a circle.

import { addressKey } from '@/lib/base/address';
import type { Diagnostic } from '@/lib/base/diagnostic';
import type { LoadedContent } from '@/lib/content/load';

/**
 * A problem for each post whose address another post takes as an alias, where that one's address is taken by a third:
 * readers would be sent from one to the next, or round and round. The message shows the whole way.
 */
export function checkAliasChains({ posts, places }: Pick<LoadedContent, 'posts' | 'places'>): Diagnostic[] {
  // Who takes an address for an old one of its own is where that address would lead.
  const leadsTo = new Map(posts.flatMap((post) => post.aliases.map((alias) => [addressKey(alias), post] as const)));
  return posts.flatMap((post): Diagnostic[] => {
    const way = [post];
    for (let next = leadsTo.get(addressKey(post.url)); next; next = leadsTo.get(addressKey(next.url))) {
      const isKnown = way.includes(next);
      way.push(next);
      if (isKnown) break;
    }
    // Two addresses are one redirect, which is told of as an alias that hides a page.
    if (way.length < 3) return [];
    const isCircle = way.at(-1) === post;
    const place = places.get(post)?.placeOf([post.aliases.length > 0 ? 'aliases' : 'title']) ?? { line: 1, column: 1 };
    const shown = way.map(({ url }) => url).join(' → ');
    return [
      {
        file: post.shownFile,
        ...place,
        severity: 'error',
        code: isCircle ? 'alias/circle' : 'alias/chain',
        message: `old addresses lead ${isCircle ? 'in a circle' : 'to old addresses'}: ${shown}`,
        fix: 'give all old addresses to the one post that they shall lead to',
      },
    ];
  });
}

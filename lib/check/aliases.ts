// Old addresses must not be those of pages that there are, and lead to one page each.

import { addressKey } from '@/lib/base/address';
import type { Diagnostic, Place } from '@/lib/base/diagnostic';
import { knownPaths } from '@/lib/check/paths';
import { entryPages } from '@/lib/content/community';
import type { LoadedContent } from '@/lib/content/load';

interface Claim {
  readonly alias: string;
  readonly file: string;
  readonly place: Place;
  readonly isPost: boolean;
}

/** First path segments that the framework answers itself. */
const reserved = /^\/(?:_next|api)\//i;

/** A problem for each alias that hides a page or that two files claim. Those among posts the loader knows itself. */
export function checkAliases({ posts, community, places, entryPlaces }: LoadedContent): Diagnostic[] {
  const start = { line: 1, column: 1 };
  const claims: Claim[] = [
    ...posts.flatMap((post) =>
      post.aliases.map((alias): Claim => {
        const place = places.get(post)?.placeOf(['aliases']) ?? start;
        return { alias, file: post.shownFile, place, isPost: true };
      }),
    ),
    ...entryPages(community).flatMap(({ entry, aliases = [] }) =>
      aliases.map((alias, index): Claim => {
        const place = entryPlaces.get(entry)?.placeOf(['aliases', index]) ?? start;
        return { alias, file: entry.shownFile, place, isPost: false };
      }),
    ),
  ];
  const pages = new Set([...knownPaths({ posts, community }, { aliases: false })].map(addressKey));
  const pagesOfEntries = new Set([...knownPaths({ posts: [], community }, { aliases: false })].map(addressKey));
  const first = new Map<string, Claim>();
  const problems: Diagnostic[] = [];
  for (const claim of claims) {
    const { alias, file, place, isPost } = claim;
    const key = addressKey(alias);
    const refuse = (code: string, message: string, fix: string) =>
      problems.push({ file, ...place, severity: 'error', code, message, fix });
    const other = first.get(key);
    if (reserved.test(alias)) {
      refuse('post/alias-hides-page', `the alias "${alias}" belongs to the framework`, 'remove it');
    } else if ((isPost ? pagesOfEntries : pages).has(key)) {
      refuse('post/alias-hides-page', `the alias "${alias}" is a page of the site itself`, 'remove it');
    } else if (other && other.file !== file && !(isPost && other.isPost)) {
      refuse('post/alias-twice', `the alias "${alias}" is also one of ${other.file}`, 'keep one of the two');
    }
    if (!other) first.set(key, claim);
  }
  return problems;
}

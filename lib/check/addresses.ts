// Addresses and names: old addresses lead to one page and hide none, published ones stay; files have one spelling.
import { addressKey } from '@/lib/base/address';
import { type Diagnostic, error } from '@/lib/base/diagnostic';
import { nearest } from '@/lib/base/nearest';
import { knownPaths } from '@/lib/check/paths';
import { entryPages } from '@/lib/content/community';
import { type ContentFile, displayPath } from '@/lib/content/files';
import type { LoadedContent } from '@/lib/content/load';
import { type readLedger, visibleAddresses } from '@/lib/content/published';
import { hiddenReason } from '@/lib/content/visibility';

/** First path segments that the framework itself answers. */
const reserved = /^\/(?:_next|api)\//i;

/** Checks that no alias hides a page, and that no two files claim the same one. The loader compares posts with posts. */
export function checkAliases({ posts, community, places, entryPlaces }: LoadedContent): Diagnostic[] {
  const claims = [
    ...posts.flatMap((post) =>
      post.aliases.map((alias) => {
        return { alias, file: post.shownFile, place: places.get(post)?.placeOf(['aliases']), isPost: true };
      }),
    ),
    ...entryPages(community).flatMap(({ entry, aliases = [] }) =>
      aliases.map((alias, index) => {
        const place = entryPlaces.get(entry)?.placeOf(['aliases', index]);
        return { alias, file: entry.shownFile, place, isPost: false };
      }),
    ),
  ];
  const pages = new Set([...knownPaths({ posts, community }, { aliases: false })].map(addressKey));
  const pagesOfEntries = new Set([...knownPaths({ posts: [], community }, { aliases: false })].map(addressKey));
  const first = new Map<string, (typeof claims)[number]>();
  return claims.flatMap((claim) => {
    const { alias, file, place, isPost } = claim;
    const where = { file, ...place };
    const key = addressKey(alias);
    const other = first.get(key);
    if (!other) first.set(key, claim);
    if (reserved.test(alias)) {
      return [error('post/alias-hides-page', `the alias "${alias}" is reserved by the framework`, 'remove it', where)];
    }
    if ((isPost ? pagesOfEntries : pages).has(key)) {
      return [error('post/alias-hides-page', `the alias "${alias}" is a page of this site`, 'remove it', where)];
    }
    if (!other || other.file === file || (isPost && other.isPost)) return [];
    const message = `the alias "${alias}" is also in ${other.file}`;
    return [error('post/alias-twice', message, 'remove it from one of the two', where)];
  });
}

/**
 * Checks that no alias leads to another alias: where a post's address is an alias of another post, whose address is an
 * alias of a third, readers would be redirected again and again. The message shows the whole chain.
 */
export function checkAliasChains({ posts, places }: Pick<LoadedContent, 'posts' | 'places'>): Diagnostic[] {
  const leadsTo = new Map(posts.flatMap((post) => post.aliases.map((alias) => [addressKey(alias), post] as const)));
  return posts.flatMap((post) => {
    const chain = [post];
    for (let next = leadsTo.get(addressKey(post.url)); next; next = leadsTo.get(addressKey(next.url))) {
      const isKnown = chain.includes(next);
      chain.push(next);
      if (isKnown) break;
    }
    // Two addresses are one redirect, which is reported as an alias that hides a page.
    if (chain.length < 3) return [];
    const isCircle = chain.at(-1) === post;
    const what = isCircle ? 'aliases form a loop' : 'an alias leads to another alias';
    const message = `${what}: ${chain.map(({ url }) => url).join(' → ')}`;
    const place = places.get(post)?.placeOf([post.aliases.length > 0 ? 'aliases' : 'title']);
    const fix = 'move all of these aliases to the post that they should lead to';
    return [error(isCircle ? 'alias/circle' : 'alias/chain', message, fix, { file: post.shownFile, ...place })];
  });
}

/** Checks that every address of the ledger leads somewhere at an instant. Months after that are skipped. */
export function checkPublished(
  { posts, community }: LoadedContent,
  ledger: Awaited<ReturnType<typeof readLedger>>,
  instant: Date,
): Diagnostic[] {
  const visible = posts.filter((post) => hiddenReason(post, instant) === undefined);
  const pages = visibleAddresses(posts, community, instant);
  const answered = new Set([
    ...pages,
    ...visible.flatMap(({ aliases }) => aliases),
    ...entryPages(community).flatMap(({ aliases = [] }) => aliases),
  ]);
  const byUrl = new Map(posts.map((post) => [post.url, post]));
  const month = instant.toISOString().slice(0, 7);
  const gone = ledger.addresses.filter((address) => address.month <= month && !answered.has(address.path));
  const found = gone.map(({ path, file, line }) => {
    const post = byUrl.get(path);
    if (post) {
      const why = hiddenReason(post, instant) === 'draft' ? 'a draft' : 'dated in the future';
      const message = `"${path}" was published, but ${post.shownFile} is now ${why}`;
      const fix = 'show it again, or add the address as an alias to the post that replaces it';
      return error('published/hidden', message, fix, { file, line });
    }
    const [, section] = path.split('/');
    const near = nearest(
      path,
      pages.filter((page) => page.split('/')[1] === section),
    );
    const owner = near === undefined ? 'the file that replaces it' : `the file of ${near}`;
    const fix = `add "aliases: [${path}]" to ${owner}`;
    return error('published/gone', `"${path}" was published but no longer exists`, fix, { file, line });
  });
  return [...ledger.problems, ...found];
}

/** Checks that no two files of a content folder have the same path, apart from case and Unicode form. */
export function checkSameNames(dir: string, files: readonly ContentFile[]): Diagnostic[] {
  const first = new Map<string, string>();
  return files.flatMap(({ path }) => {
    const other = first.get(addressKey(path));
    if (other === undefined) {
      first.set(addressKey(path), path);
      return [];
    }
    const message = `on many file systems, this is the same file as ${displayPath(dir, other)}`;
    return [error('file/same-name', message, 'rename one of the two', { file: displayPath(dir, path) })];
  });
}

// Checks addresses and file names: an old address redirects to one page and hides none, and published addresses keep working.

import { addressKey, explainTooLong, pathFromFile } from '@/lib/base/address';
import { type Diagnostic, error, type Place, type Where } from '@/lib/base/diagnostic';
import { nearest } from '@/lib/base/nearest';
import { hasSection } from '@/lib/base/sections';
import { postFilePath, releasePath, tagPath } from '@/lib/base/urls';
import { knownPaths } from '@/lib/check/paths';
import { entryPages } from '@/lib/content/community';
import { type ContentFile, displayPath } from '@/lib/content/files';
import { findHiddenCharacters } from '@/lib/content/hidden-characters';
import type { LoadedContent } from '@/lib/content/load';
import { placeOfAlias, placeOfItem } from '@/lib/content/post-addresses';
import { hasPublicFile } from '@/lib/content/public-files';
import { type readLedger, visibleAddresses } from '@/lib/content/published';
import { tagSlug } from '@/lib/content/tags';
import { hiddenReason } from '@/lib/content/visibility';

/** What the framework and static hosts answer by themselves: everything below these, or these alone. */
const reserved = new RegExp(
  '^/(?:(?:_next|api|__news|_vercel|[.]netlify|cdn-cgi)/|' +
    '(?:(?:404|500|index)(?:[.]html)?|_(?:error|not-found|global-error|document|app|redirects|headers|routes[.]json|worker[.]js)|[.]nojekyll)/$)',
  'i',
);

/** An old address, and the file that claims it. */
interface Claim {
  readonly alias: string;
  readonly file: string;
  /** Its place in the file, if known. */
  readonly place: Place | undefined;
  readonly isPost: boolean;
}

function claimsOf({ posts, community, places, entryPlaces }: LoadedContent): Claim[] {
  return [
    ...posts.flatMap((post) =>
      post.aliases.map((alias) => {
        const place = placeOfAlias(places.get(post), alias);
        return { alias, file: post.shownFile, place, isPost: true };
      }),
    ),
    ...entryPages(community).flatMap(({ entry, aliases = [] }) =>
      aliases.map((alias, index) => {
        const place = entryPlaces.get(entry)?.placeOf(['aliases', index]);
        return { alias, file: entry.shownFile, place, isPost: false };
      }),
    ),
  ];
}

/**
 * What an alias of a post or an entry would hide or could not replace, to go after “the alias is”: `a page of this site`.
 *
 * @returns undefined for an alias that may be given.
 */
export function aliasGuard({ posts, community }: Pick<LoadedContent, 'posts' | 'community'>) {
  const pages = new Set([...knownPaths({ posts, community }, { aliases: false })].map(addressKey));
  const pagesOfEntries = new Set([...knownPaths({ posts: [], community }, { aliases: false })].map(addressKey));
  const files = new Set(
    posts.flatMap((post) => post.files.map(({ name }) => addressKey(postFilePath(post.url, name)))),
  );
  const isFile = (path: string) => {
    const page = path.endsWith('/index.html') && pages.has(addressKey(path.slice(0, -'index.html'.length)));
    return page || pages.has(addressKey(path)) || files.has(addressKey(path)) || hasPublicFile(path);
  };
  return (alias: string, isPost: boolean): string | undefined => {
    if (reserved.test(alias)) return 'reserved by the framework or by hosts';
    if ((isPost ? pagesOfEntries : pages).has(addressKey(alias))) return 'a page of this site';
    const taken = pathsAbove(alias).find(isFile);
    return taken && `${taken.length + 1 === alias.length ? '' : 'below '}a file of this site, ${taken}`;
  };
}

/** Checks that no alias hides a page, and that no two files claim the same one. The loader compares posts with posts. */
export function checkAliases(content: LoadedContent): Diagnostic[] {
  const hiddenBy = aliasGuard(content);
  const first = new Map<string, Claim>();
  return claimsOf(content).flatMap((claim) => {
    const { alias, file, place, isPost } = claim;
    const where = { file, ...place };
    const key = addressKey(alias);
    const other = first.get(key);
    if (!other) first.set(key, claim);
    const what = hiddenBy(alias, isPost);
    if (what !== undefined)
      return [error('post/alias-hides-page', `the alias "${alias}" is ${what}`, 'remove it', where)];
    if (!other || other.file === file || (isPost && other.isPost)) return [];
    const message = `the alias "${alias}" is also in ${other.file}`;
    return [error('post/alias-twice', message, 'remove it from one of the two files', where)];
  });
}

/** `/a`, `/a/b`: a path and those above it, without final slashes. Of an address that is too long, none. */
function pathsAbove(path: string): string[] {
  if (explainTooLong(path)) return [];
  const parts = path.split('/').slice(1, -1);
  return parts.map((_, index) => `/${parts.slice(0, index + 1).join('/')}`);
}

/** Checks that disks and servers take every address: of posts, tags, entries and files, and the old ones. */
export function checkLengths(content: LoadedContent): Diagnostic[] {
  const { posts, community, places, entryPlaces } = content;
  const report = (path: string, where: Where, fix = 'shorten it') => {
    const message = explainTooLong(path);
    return message === undefined ? [] : [error('address/long', message, fix, where)];
  };
  const projects = [...entryPlaces].find(([{ file }]) => file === 'projects.yaml');
  return [
    ...claimsOf(content).flatMap(({ alias, file, place }) => report(alias, { file, ...place })),
    ...posts.flatMap((post) => {
      const file = post.shownFile;
      const located = places.get(post);
      const field = ['url', 'slug', 'title'].find((name) => located && Object.hasOwn(located.data, name)) ?? 'title';
      const isFromFile = field !== 'url' && pathFromFile(post.file) !== undefined;
      const fix = isFromFile
        ? 'give the file a shorter name'
        : field === 'title'
          ? 'add a shorter "slug:"'
          : 'shorten it';
      return [
        ...report(post.url, { file, ...(isFromFile ? {} : located?.placeOf([field])) }, fix),
        ...(hasSection('tags') ? post.tags : []).flatMap((tag) =>
          report(tagPath(tagSlug(tag)), {
            file,
            ...placeOfItem(located, ['tags', 'categories'], (written) => written.replace(/\s+/g, ' ').trim() === tag),
          }),
        ),
        ...post.files.flatMap(({ name, absolute }) =>
          report(postFilePath(post.url, name), { file: displayPath('', absolute) }, 'give the file a shorter name'),
        ),
      ];
    }),
    ...entryPages(community).flatMap(({ url, entry }) =>
      report(url, { file: entry.shownFile }, 'give it a shorter name'),
    ),
    ...(hasSection('releases') ? community.projects : []).flatMap(({ id }, index) =>
      report(releasePath(id), {
        file: projects?.[0].shownFile ?? '',
        ...projects?.[1].placeOf(['projects', index, 'id']),
      }),
    ),
  ];
}

/**
 * Checks that no alias redirects to another alias. If a post's address is an alias of another post, whose address is an
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
      const fix = 'publish it again, or add the address as an alias to the post that replaces it';
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

/** Checks that no name of a file or a folder has hidden characters. A name is reported at its first file. */
export function checkNames(dir: string, files: readonly ContentFile[]): Diagnostic[] {
  const seen = new Set<string>();
  return files.flatMap(({ path }) => {
    const names = path.split('/').filter((_, index, parts) => {
      const way = parts.slice(0, index + 1).join('/');
      return !seen.has(way) && seen.add(way);
    });
    const [found] = names.flatMap((name) => findHiddenCharacters(name));
    if (!found) return [];
    const message = `the name of this file or its folder is misleading: ${found.message}`;
    return [error(found.code, message, 'rename it', { file: displayPath(dir, path) })];
  });
}

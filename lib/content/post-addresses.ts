// Addresses of posts: reports conflicts with other posts or pages of the site, and resolves references between posts.
import { addressKey } from '@/lib/base/address';
import { compare } from '@/lib/base/compare';
import { type Diagnostic, error, type Place } from '@/lib/base/diagnostic';
import { archivePath, blogPagePath, pageCount } from '@/lib/base/urls';
import type { Post } from '@/lib/content/posts';
import type { LocatedData } from '@/lib/content/yaml';
import { sections } from '@/lib/kinds/index';

/** Posts with one address, or whose addresses differ by capital letters only, and aliases that hide a page. */
export function findDuplicateAddresses(posts: readonly Post[], places: ReadonlyMap<Post, LocatedData>): Diagnostic[] {
  const problems: Diagnostic[] = [];
  const refuse = (post: Post, place: Place | undefined, code: string, message: string) => {
    problems.push(error(code, message, 'give one of the two another address', { file: post.shownFile, ...place }));
  };
  const owners = new Map<string, Post>();
  for (const post of posts.toSorted((a, b) => compare(a.file, b.file))) {
    const key = addressKey(post.url);
    const first = owners.get(key);
    if (!first) owners.set(key, post);
    else {
      const located = places.get(post);
      const place = located && Object.hasOwn(located.data, 'url') ? located.placeOf(['url']) : undefined;
      refuse(post, place, 'post/duplicate-address', `"${post.url}" is also the address of ${first.shownFile}`);
    }
  }
  const lists = listPaths(posts);
  const aliases = new Map<string, Post>();
  for (const post of posts) {
    for (const alias of post.aliases) {
      const key = addressKey(alias);
      const place = placeOfAlias(places.get(post), alias);
      const page = lists.has(key)
        ? 'a page of the site itself'
        : owners.get(key) && `the address of ${owners.get(key)?.shownFile}`;
      const other = aliases.get(key);
      if (page) refuse(post, place, 'post/alias-hides-page', `the alias "${alias}" is ${page}`);
      else if (other && other !== post) {
        refuse(post, place, 'post/alias-twice', `the alias "${alias}" is also one of ${other.shownFile}`);
      } else aliases.set(key, post);
    }
  }
  return problems;
}

/** The place of an alias of a post, in a list or as the only one. @param alias with its final slash. */
export function placeOfAlias(located: LocatedData | undefined, alias: string): Place | undefined {
  const isIt = (written: string) => (written.endsWith('/') ? written : `${written}/`).normalize('NFC') === alias;
  return placeOfItem(located, ['aliases'], isIt);
}

/** The place of a text in the first field that has it, as its value or in a list; else of the first field. */
export function placeOfItem(
  located: LocatedData | undefined,
  fields: readonly string[],
  isIt: (written: string) => boolean,
): Place | undefined {
  for (const field of fields) {
    const index = [located?.data[field]].flat().findIndex((each) => typeof each === 'string' && isIt(each));
    if (index >= 0) return located?.placeOf([field, index]);
  }
  return located?.placeOf(fields.slice(0, 1));
}

/** Pages that list posts, and the first pages of the other sections. */
function listPaths(posts: readonly Post[]): ReadonlySet<string> {
  const paths = new Set<string>(sections.map((section) => `/${section}/`));
  for (const { year, month } of posts) paths.add(archivePath(year)).add(archivePath(year, month));
  for (let page = 2; page <= pageCount(posts.length); page += 1) paths.add(blogPagePath(page));
  return paths;
}

/** Hugo's `ref` and `relref`: posts that name other posts by their files. */
const reference = /\{\{[<%]\s*(?:rel)?ref\s+(?:path\s*=\s*)?["`]?([^\s"`>%]+)/g;

/** The same posts; those whose shortcodes refer to others know the addresses of all that they name. */
export function linkReferences(posts: readonly Post[]): Post[] {
  let urls: Map<string, string> | undefined;
  return posts.map((post) => {
    if (post.format !== 'md' || !/\{\{[<%]\s*(?:rel)?ref\b/.test(post.body)) return post;
    urls ??= urlsByName(posts);
    const refs: Record<string, string> = {};
    for (const [, written = ''] of post.body.matchAll(reference)) {
      const [path = '', fragment] = written.split('#');
      const name = path.replace(/^(?:\.{0,2}\/)+/, '').replace(/\/?(?:index)?(?:\.(?:mdx?|markdown))?\/?$/, '');
      const url = path === '' ? '' : (urls.get(addressKey(name)) ?? urls.get(addressKey(`blog/${name}`)));
      if (url !== undefined) refs[written] = fragment === undefined ? url : `${url}#${fragment}`;
    }
    return { ...post, context: { ...post.context, refs } };
  });
}

/** Addresses by what `ref` may call a post: its path, with and without the folders before it. */
function urlsByName(posts: readonly Post[]): Map<string, string> {
  return new Map(
    posts.flatMap(({ file, url }) => {
      const path = addressKey(file.replace(/(?:\/index)?\.(?:mdx?|markdown)$/, ''));
      return [path, path.slice(path.lastIndexOf('/') + 1)].map((name) => [name, url] as const);
    }),
  );
}

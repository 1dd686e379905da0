// Addresses of posts that collide with one another or with pages of the site.
import { addressKey } from '@/lib/base/address';
import { compare } from '@/lib/base/compare';
import { type Diagnostic, error } from '@/lib/base/diagnostic';
import { archivePath, blogPagePath } from '@/lib/base/urls';
import type { Post } from '@/lib/content/posts';
import { sections } from '@/lib/content/sections';
import type { LocatedData } from '@/lib/content/yaml';
import { site } from '@/lib/site';

/** Posts with one address, or whose addresses differ by capital letters only, and aliases that hide a page. */
export function findDuplicateAddresses(posts: readonly Post[], places: ReadonlyMap<Post, LocatedData>): Diagnostic[] {
  const problems: Diagnostic[] = [];
  const refuse = (post: Post, field: 'url' | 'aliases', code: string, message: string) => {
    const located = places.get(post);
    const place = located && Object.hasOwn(located.data, field) ? located.placeOf([field]) : undefined;
    problems.push(error(code, message, 'give one of the two another address', { file: post.shownFile, ...place }));
  };
  const owners = new Map<string, Post>();
  for (const post of posts.toSorted((a, b) => compare(a.file, b.file))) {
    const key = addressKey(post.url);
    const first = owners.get(key);
    if (!first) owners.set(key, post);
    else refuse(post, 'url', 'post/duplicate-address', `"${post.url}" is also the address of ${first.shownFile}`);
  }
  const lists = listPaths(posts);
  const aliases = new Map<string, Post>();
  for (const post of posts) {
    for (const alias of post.aliases) {
      const key = addressKey(alias);
      const page = lists.has(key)
        ? 'a page of the site itself'
        : owners.get(key) && `the address of ${owners.get(key)?.shownFile}`;
      const other = aliases.get(key);
      if (page) refuse(post, 'aliases', 'post/alias-hides-page', `the alias "${alias}" is ${page}`);
      else if (other && other !== post) {
        refuse(post, 'aliases', 'post/alias-twice', `the alias "${alias}" is also one of ${other.shownFile}`);
      } else aliases.set(key, post);
    }
  }
  return problems;
}

/** Pages that list posts, and the first pages of the other sections. */
function listPaths(posts: readonly Post[]): ReadonlySet<string> {
  const paths = new Set<string>(sections.map((section) => `/${section}/`));
  for (const { year, month } of posts) paths.add(archivePath(year)).add(archivePath(year, month));
  for (let page = 2; (page - 1) * site.postsPerPage < posts.length; page += 1) paths.add(blogPagePath(page));
  return paths;
}

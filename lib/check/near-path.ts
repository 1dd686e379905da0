// "Did you mean …?" for addresses: suggests the post with that slug, or an address with a similar spelling.
import { addressKey } from '@/lib/base/address';
import { nearest } from '@/lib/base/nearest';
import type { Post } from '@/lib/content/posts';

/**
 * Looks up what an address that leads nowhere may mean: the only post whose slug or file has the name at its end
 * (`/blog/2023/a/`, `a.md`, `2023-04-01-a.html`), else the nearest path.
 *
 * @param paths every path of the site. To find the nearest reads them all, so only `limit` addresses are looked up.
 */
export function nearPathFrom(
  posts: readonly Post[],
  paths: readonly string[],
  limit = 200,
): (path: string) => string | undefined {
  const known = new Map<string, string | undefined>();
  let byName: ReadonlyMap<string, ReadonlySet<string>> | undefined;
  return (path) => {
    byName ??= urlsByName(posts);
    const [url, ...others] = byName.get(nameAtEnd(path)) ?? [];
    if (url !== undefined && others.length === 0) return url;
    if (!known.has(path) && known.size < limit) known.set(path, nearest(path, paths));
    return known.get(path);
  };
}

function urlsByName(posts: readonly Post[]): Map<string, Set<string>> {
  const urls = new Map<string, Set<string>>();
  for (const { slug, file, url } of posts) {
    for (const name of new Set([addressKey(slug), nameAtEnd(file)])) {
      urls.set(name, (urls.get(name) ?? new Set()).add(url));
    }
  }
  return urls;
}

/** The last part of a path, without a date before it and an ending after it; of `a/index.md`, the folder. */
function nameAtEnd(path: string): string {
  const name = path
    .replace(/\/+$/, '')
    .replace(/(?:\/index)?\.(?:mdx?|markdown|html?)$/i, '')
    .replace(/^.*\//, '');
  return addressKey(name.replace(/^\d{4}-\d{1,2}-\d{1,2}-(?=.)/, ''));
}

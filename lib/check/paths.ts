// Every path that the site answers, as far as content can link to it.
import type { Post } from '@/lib/content/posts';
import { site } from '@/lib/site';
import { archivePath, blogPagePath } from '@/lib/urls';

/** The paths of pages and old addresses, hidden posts included: a post may link to one that appears with it. */
export function knownPaths(posts: readonly Post[]): ReadonlySet<string> {
  const paths = new Set<string>(['/', '/blog/']);
  for (const { url, year, month, aliases } of posts) {
    for (const path of [url, archivePath(year), archivePath(year, month), ...aliases]) paths.add(path);
  }
  for (let page = 2; (page - 1) * site.postsPerPage < posts.length; page += 1) paths.add(blogPagePath(page));
  return paths;
}

// Every page that search engines should know, with when its content changed.
import { archivePath, blogPagePath, pageCount, postFilePath, tagPath, toHref } from '@/lib/base/urls';
import { entryPages, shownParts } from '@/lib/content/community';
import { changedAt, type Post } from '@/lib/content/posts';
import { getContent } from '@/lib/content/queries';
import { sectionPaths } from '@/lib/kinds/index';
import type { SitemapPage } from '@/lib/output/seo/sitemap';

export async function sitemapPages(): Promise<SitemapPage[]> {
  const { posts, archive, tags, community } = await getContent();
  const page = (path: string, shown: readonly Post[] = []): SitemapPage => ({
    href: toHref(path),
    changed: shown.length > 0 ? latestOf(shown) : undefined,
  });
  return [
    page('/', posts),
    ...Array.from({ length: pageCount(posts.length) }, (_, index) => page(blogPagePath(index + 1), posts)),
    ...posts.map((post) => ({
      href: toHref(post.url),
      changed: changedAt(post),
      pictures: post.files
        .filter(({ type }) => type.startsWith('image/'))
        .map(({ name }) => toHref(postFilePath(post.url, name))),
    })),
    ...[...archive].flatMap(([year, months]) => [
      page(archivePath(year), [...months.values()].flat()),
      ...[...months].map(([month, list]) => page(archivePath(year, month), list)),
    ]),
    ...sectionPaths.map((path) => page(path)),
    ...[...tags.values()].flatMap((tag) =>
      Array.from({ length: pageCount(tag.posts.length) }, (_, index) => page(tagPath(tag.slug, index + 1), tag.posts)),
    ),
    ...shownParts(community).map(({ part }) => page(part.path)),
    ...entryPages(community).map(({ url, kind, entry }) => ({ ...page(url), changed: kind.changed?.(entry) })),
  ];
}

function latestOf(posts: readonly Post[]): Date {
  return new Date(Math.max(...posts.map((post) => changedAt(post).getTime())));
}

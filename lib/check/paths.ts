// Every path of the site that content can link to.
import { hasSection } from '@/lib/base/sections';
import {
  archivePath,
  blogPagePath,
  calendarPath,
  dataPath,
  kindCalendarPath,
  markdownPath,
  pageCount,
  releasePath,
  sectionPath,
  tagPath,
} from '@/lib/base/urls';
import { entryPages, listParts } from '@/lib/content/community';
import type { LoadedContent } from '@/lib/content/load';
import { toTags } from '@/lib/content/tags';
import { eventKinds } from '@/lib/kinds/event/schema';
import { kinds, sectionPaths } from '@/lib/kinds/index';
import { exportKinds } from '@/lib/output/data/exports';
import { feedFormats } from '@/lib/output/feeds/feed';

/** Sections that have a page even if they are empty. */
const sectionPages = ['/', '/blog/', ...(hasSection('search') ? ['/search/'] : []), ...sectionPaths];

/**
 * The paths of pages, files and old addresses, those of hidden posts included: a post may link to one published with it.
 *
 * @param options without `aliases`, old addresses are left out.
 */
export function knownPaths(
  { posts, community }: Pick<LoadedContent, 'posts' | 'community'>,
  options: { aliases: boolean } = { aliases: true },
): ReadonlySet<string> {
  const { events, people, projects } = community;
  const pages = entryPages(community);
  const tags = toTags(posts).map(({ slug }) => tagPath(slug));
  const projectPages = (hasSection('releases') ? projects : []).map(({ id }) => releasePath(id));
  const withFeeds = kinds.filter(({ feed }) => feed).map(({ folder }) => sectionPath(folder));
  // The order matters: of several paths equally close to a wrong one, the first is suggested.
  return new Set([
    ...sectionPages,
    ...posts.flatMap(({ url, year, month }) => [url, archivePath(year), archivePath(year, month)]),
    ...(options.aliases ? [...posts, ...pages].flatMap(({ aliases = [] }) => aliases) : []),
    ...Array.from({ length: pageCount(posts.length) - 1 }, (_, index) => blogPagePath(index + 2)),
    ...listParts(community).map(({ part }) => part.path),
    ...(hasSection('events') ? eventKinds : []).map(kindCalendarPath),
    ...pages.map(({ url }) => url),
    ...(hasSection('events') ? [undefined, ...events.map(({ id }) => id)] : []).map(calendarPath),
    ...people.map(({ id }) => `/authors/${id}/`),
    ...tags,
    ...posts.map(({ url }) => markdownPath(url)),
    ...['/', ...withFeeds, ...projectPages, ...tags].flatMap(feedsIn),
    ...['/blog/index.xml', '/sitemap.xml', '/llms.txt', '/manifest.webmanifest', '/robots.txt'],
    ...['posts', ...exportKinds].map(dataPath),
  ]);
}

function feedsIn(folder: string): string[] {
  return Object.values(feedFormats).map(({ name }) => folder + name);
}

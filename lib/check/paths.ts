// Every path that the site answers, as far as content can link to it.

import {
  archivePath,
  blogPagePath,
  calendarPath,
  eventKindPath,
  eventPath,
  kindCalendarPath,
  markdownPath,
  personPath,
  releasePath,
  tagPath,
} from '@/lib/base/urls';
import type { LoadedContent } from '@/lib/content/load';
import { sectionPaths } from '@/lib/content/sections';
import { toTags } from '@/lib/content/tags';
import { eventKinds } from '@/lib/kinds/event/schema';
import { feedFormats } from '@/lib/output/feeds/feed';
import { site } from '@/lib/site';

/** Sections that have a page of their own, whether or not there is anything in them. */
const sectionPages = ['/', '/blog/', '/search/', ...sectionPaths];

/**
 * The paths of pages, files and old addresses; hidden posts included: a post may link to one that appears with it.
 *
 * @param options without `aliases`, old addresses are left out.
 */
export function knownPaths(
  { posts, community }: Pick<LoadedContent, 'posts' | 'community'>,
  options: { aliases: boolean } = { aliases: true },
): ReadonlySet<string> {
  const paths = new Set<string>([...sectionPages, calendarPath()]);
  const add = (...more: string[]) => {
    for (const path of more) paths.add(path);
  };
  for (const { url, year, month } of posts) add(url, archivePath(year), archivePath(year, month));
  if (options.aliases) {
    add(...posts.flatMap(({ aliases }) => aliases));
    const entries = [...community.events, ...community.releases, ...community.people];
    add(...entries.flatMap(({ aliases }) => aliases ?? []));
  }
  for (let page = 2; (page - 1) * site.postsPerPage < posts.length; page += 1) add(blogPagePath(page));
  for (const kind of eventKinds) add(eventKindPath(kind), kindCalendarPath(kind));
  for (const { id } of community.events) add(eventPath(id), calendarPath(id));
  for (const { id } of community.projects) add(releasePath(id));
  for (const { project, version } of community.releases) add(releasePath(project, version));
  for (const { id } of community.people) add(personPath(id), `/authors/${id}/`);
  for (const { slug } of toTags(posts)) add(tagPath(slug), ...feedsIn(tagPath(slug)));
  for (const { url } of posts) add(markdownPath(url));
  for (const folder of ['/', '/releases/', '/events/', ...community.projects.map(({ id }) => releasePath(id))]) {
    add(...feedsIn(folder));
  }
  add('/blog/index.xml', '/sitemap.xml', '/llms.txt', '/manifest.webmanifest', '/robots.txt');
  for (const kind of ['posts', 'events', 'releases', 'adopters', 'ecosystem']) add(`/data/${kind}.json`);
  return paths;
}

function feedsIn(folder: string): string[] {
  return Object.values(feedFormats).map(({ name }) => folder + name);
}

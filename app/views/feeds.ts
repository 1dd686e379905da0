// Which feeds there are, and what each contains.
import { publishedAt, toEntry, toPostEntry } from '@/app/views/feed-entries';
import { compare } from '@/lib/base/compare';
import { personPath, releasePath, sectionPath, tagPath } from '@/lib/base/urls';
import { words } from '@/lib/base/words';
import { entriesOf, entryOf } from '@/lib/content/community';
import type { Content } from '@/lib/content/content';
import type { Post } from '@/lib/content/posts';
import { getContent } from '@/lib/content/queries';
import type { Tag } from '@/lib/content/tags';
import { event } from '@/lib/kinds/event/kind';
import { type EntryKind, kindIn } from '@/lib/kinds/index';
import type { EntryBase } from '@/lib/kinds/kind';
import { person as personKind } from '@/lib/kinds/person/kind';
import { release } from '@/lib/kinds/release/kind';
import { type FeedSource, feedLength } from '@/lib/output/feeds/feed';
import { site } from '@/lib/site';

/** The latest posts. */
export async function postsFeed(): Promise<FeedSource> {
  const content = await getContent();
  return feedOf({ title: site.name, description: site.description, page: '/' }, content.posts, content);
}

/** The latest posts with a tag. */
export async function tagFeed({ name, slug, posts }: Tag): Promise<FeedSource> {
  const description = words.tags.description(site.name, name);
  return feedOf({ title: titled(name), description, page: tagPath(slug) }, posts, await getContent());
}

/** The latest posts of an author. @returns undefined where nobody with that id has written any. */
export async function authorFeed(id: string): Promise<FeedSource | undefined> {
  const content = await getContent();
  const posts = content.posts.filter(({ authors }) =>
    authors.some(({ name }) => content.lookup.person(name)?.id === id),
  );
  const person = entryOf(content.community, personKind, id);
  if (!person || posts.length === 0) return undefined;
  const description = words.feeds.byAuthor(person.name, site.name);
  return feedOf({ title: titled(person.name), description, page: personPath(id) }, posts, content);
}

/** The ids of all who have written something. */
export async function authorIds(): Promise<string[]> {
  const content = await getContent();
  const people = content.posts.flatMap(({ authors }) => authors.map(({ name }) => content.lookup.person(name)));
  return [...new Set(people.flatMap((person) => (person ? [person.id] : [])))];
}

/** The latest releases, of all projects or of one. @returns undefined where there is no such project. */
export async function releasesFeed(projectId?: string): Promise<FeedSource | undefined> {
  const content = await getContent();
  const { releases } = content.community;
  if (projectId === undefined) return entriesFeed(release, releases, content);
  const project = content.lookup.project(projectId);
  const own = releases.filter((entry) => entry.project === projectId);
  if (!project) return undefined;
  const about = words.kinds.release.projectFeed(project.name);
  return {
    ...entriesFeed(release, own, content),
    title: titled(about.title),
    description: about.description,
    page: releasePath(projectId),
    folder: releasePath(projectId),
  };
}

/** The events that were announced last. */
export async function eventsFeed(): Promise<FeedSource> {
  const content = await getContent();
  return entriesFeed(event, content.community.events, content);
}

/**
 * The latest entries that the list of a kind shows; of own kinds, lib/build/own-routes.ts writes the routes. An entry that has
 * no date and that no post names yet has the date of the latest post, so that it is in the feed, too.
 *
 * @param folder the kind's: `jobs`.
 * @returns undefined where the kind does not exist or has no feed.
 */
export async function kindFeed(folder: string): Promise<FeedSource | undefined> {
  const kind = kindIn(folder);
  if (!kind?.feed) return undefined;
  const { feed } = kind;
  const content = await getContent();
  const latestPost = content.posts[0]?.date ?? new Date(0);
  const published: typeof feed.published = (entry, named) => feed.published(entry, named ?? latestPost);
  const entries = entriesOf(content.community, kind).filter((entry) => kind.isListed(entry, content.lookup.now));
  return entriesFeed({ ...kind, feed: { ...feed, published } }, entries, content);
}

/** The latest entries of a kind. */
function entriesFeed(kind: EntryKind, entries: readonly EntryBase[], content: Content): FeedSource {
  const folder = sectionPath(kind.folder);
  return {
    title: titled(kind.feed?.title ?? kind.label.many),
    description: kind.feed?.description ?? kind.about,
    page: folder,
    folder,
    entries: latest(entries, (entry) => publishedAt(kind, entry, content)).map(([entry, published]) =>
      toEntry(kind, entry, published, content),
    ),
  };
}

/** The title of a feed that has a part of what the site has. */
function titled(part: string): string {
  return words.labelled(site.shortName, part);
}

async function feedOf(
  about: Pick<FeedSource, 'title' | 'description' | 'page'>,
  posts: readonly Post[],
  content: Content,
): Promise<FeedSource> {
  const entries = await Promise.all(posts.slice(0, feedLength).map((post) => toPostEntry(post, content)));
  return { ...about, folder: about.page, entries };
}

/** The latest entries, each with its time: chosen before any is rendered, since there may be thousands. */
function latest<T extends { readonly id: string }>(
  entries: readonly T[],
  timeOf: (entry: T) => Date | undefined,
): [T, Date][] {
  return entries
    .flatMap((entry): [T, Date][] => {
      const time = timeOf(entry);
      return time ? [[entry, time]] : [];
    })
    .sort(([a, m], [b, n]) => n.getTime() - m.getTime() || compare(a.id, b.id))
    .slice(0, feedLength);
}

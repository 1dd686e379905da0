// Which feeds there are, and what each holds.
import { publishedAt, toEntry, toPostEntry } from '@/app/views/feed-entries';
import { compare } from '@/lib/base/compare';
import { personPath, releasePath, sectionPath, tagPath } from '@/lib/base/urls';
import { entryOf } from '@/lib/content/community';
import { type Content, findPerson } from '@/lib/content/content';
import type { Post } from '@/lib/content/posts';
import { getContent } from '@/lib/content/queries';
import type { Tag } from '@/lib/content/tags';
import { event } from '@/lib/kinds/event/kind';
import type { EntryKind } from '@/lib/kinds/index';
import type { EntryBase } from '@/lib/kinds/kind';
import { person as personKind } from '@/lib/kinds/person/kind';
import { release } from '@/lib/kinds/release/kind';
import { type FeedEntry, type FeedSource, feedLength } from '@/lib/output/feeds/feed';
import { site } from '@/lib/site';

/** The latest posts. */
export async function postsFeed(): Promise<FeedSource> {
  const content = await getContent();
  return {
    title: site.name,
    description: site.description,
    page: '/',
    folder: '/',
    entries: await toEntries(content.posts.slice(0, feedLength), content),
  };
}

/** The latest posts with a tag. */
export async function tagFeed(tag: Tag): Promise<FeedSource> {
  return {
    title: `${site.shortName}: ${tag.name}`,
    description: `Posts of ${site.name} tagged “${tag.name}”.`,
    page: tagPath(tag.slug),
    folder: tagPath(tag.slug),
    entries: await toEntries(tag.posts.slice(0, feedLength), await getContent()),
  };
}

/** The latest posts of an author. @returns undefined where nobody of that id has written any. */
export async function authorFeed(id: string): Promise<FeedSource | undefined> {
  const content = await getContent();
  const posts = writtenBy(id, content);
  const person = entryOf(content.community, personKind, id);
  if (!person || posts.length === 0) return undefined;
  return {
    title: `${site.shortName}: ${person.name}`,
    description: `What ${person.name} wrote for ${site.name}.`,
    page: personPath(id),
    folder: personPath(id),
    entries: await toEntries(posts.slice(0, feedLength), content),
  };
}

/** The ids of all who have written something. */
export async function authorIds(): Promise<string[]> {
  const content = await getContent();
  const people = content.posts.flatMap(({ authors }) => authors.map((author) => findPerson(content, author)));
  return [...new Set(people.flatMap((person) => (person ? [person.id] : [])))];
}

/** The latest releases, of all projects or of one. @returns undefined where there is no such project. */
export async function releasesFeed(projectId?: string): Promise<FeedSource | undefined> {
  const content = await getContent();
  if (projectId === undefined) return entriesFeed(release, content.community.releases, content);
  const project = content.lookup.project(projectId);
  if (!project) return undefined;
  return {
    ...entriesFeed(
      release,
      content.community.releases.filter((entry) => entry.project === projectId),
      content,
    ),
    title: `${site.shortName}: ${project.name} releases`,
    description: `Releases of ${project.name}.`,
    page: releasePath(projectId),
    folder: releasePath(projectId),
  };
}

/** The events that were announced last. */
export async function eventsFeed(): Promise<FeedSource> {
  const content = await getContent();
  return entriesFeed(event, content.community.events, content);
}

/** The latest entries of a kind. */
export function entriesFeed(kind: EntryKind, entries: readonly EntryBase[], content: Content): FeedSource {
  const folder = sectionPath(kind.folder);
  return {
    title: `${site.shortName}: ${kind.feed?.title ?? kind.label.many}`,
    description: kind.feed?.description ?? kind.about,
    page: folder,
    folder,
    entries: latest(entries, (entry) => publishedAt(kind, entry, content)).map(([entry, published]) =>
      toEntry(kind, entry, published, content),
    ),
  };
}

function writtenBy(id: string, content: Content): Post[] {
  return content.posts.filter(({ authors }) => authors.some((author) => findPerson(content, author)?.id === id));
}

function toEntries(posts: readonly Post[], content: Content): Promise<FeedEntry[]> {
  return Promise.all(posts.map((post) => toPostEntry(post, content)));
}

/** The latest of some, each with its time: chosen before any is drawn, since there may be thousands. */
function latest<T extends { readonly id: string }>(
  list: readonly T[],
  timeOf: (one: T) => Date | undefined,
): [T, Date][] {
  return list
    .flatMap((one): [T, Date][] => {
      const time = timeOf(one);
      return time ? [[one, time]] : [];
    })
    .sort(([a, m], [b, n]) => n.getTime() - m.getTime() || compare(a.id, b.id))
    .slice(0, feedLength);
}

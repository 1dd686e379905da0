// All that the site shows, loaded once a process (in dev: again when it has changed), and the questions asked of it.
import { now } from '@/lib/base/clock';
import { ContentError, compare, errorsOf, type Problem } from '@/lib/base/problems';
import { eventPath, personPath, releasePath } from '@/lib/base/urls';
import {
  type Adopter,
  type Community,
  type EcosystemEntry,
  loadCommunity,
  type Person,
  type Project,
} from '@/lib/content/community';
import { type CoveredKind, checkCoverage, coveredKinds } from '@/lib/content/coverage';
import type { EntryBase } from '@/lib/content/entries';
import { contentDir } from '@/lib/content/files';
import { type LoadedPosts, loadPosts, type Post, type Section } from '@/lib/content/posts';
import { readLedger } from '@/lib/content/published';
import type { ReadMemory } from '@/lib/content/read-memory';
import { readSnapshot, snapshotVersion } from '@/lib/content/snapshot';
import { type Tag, toTags } from '@/lib/content/tags';
import { hiddenReason, isListed, isPreview } from '@/lib/content/visibility';
import type { LocatedData } from '@/lib/content/yaml';
import type { Event } from '@/lib/kinds/event/event';
import { byDate, byVersion, type Release } from '@/lib/kinds/release/release';

/** Everything below the content folder, hidden posts included, with all that is wrong with it. */
export interface LoadedContent extends LoadedPosts {
  readonly community: Community;
  /** Where each value of an entry stands. */
  readonly entryPlaces: ReadonlyMap<EntryBase, LocatedData>;
}

/** What readers may see, and nothing else. */
export interface Content {
  /** What lists show, newest first. */
  readonly posts: readonly Post[];
  /** What `blog/_index.md` says of their list. */
  readonly section: Section | undefined;
  /** All that have a page: those of lists, those that have expired, and those that were withdrawn. */
  readonly postByUrl: ReadonlyMap<string, Post>;
  /** Old address to the path of the page that it leads to. */
  readonly aliases: ReadonlyMap<string, { readonly url: string }>;
  /** Where each post stands in `posts`, for its neighbours. */
  readonly positions: ReadonlyMap<Post, number>;
  /** Year (`2022`) to month (`03`) to posts, each newest first. */
  readonly archive: ReadonlyMap<string, ReadonlyMap<string, readonly Post[]>>;
  readonly community: Community;
  readonly byId: Directory;
  /** Releases of each project, newest version first; projects in the family's order. */
  readonly releasesByProject: ReadonlyMap<Project, readonly Release[]>;
  /** Releases of all projects, newest first. */
  readonly latestReleases: readonly Release[];
  /** Posts that name an entry, by kind and id, newest first. */
  readonly mentions: ReadonlyMap<string, readonly Post[]>;
  /** By the last part of their address, the most used first. */
  readonly tags: ReadonlyMap<string, Tag>;
  /** The month in which each address of the ledger appeared, `2022-03`. */
  readonly published: ReadonlyMap<string, string>;
}

/** Entries by id. */
export interface Directory {
  readonly releases: ReadonlyMap<string, Release>;
  readonly events: ReadonlyMap<string, Event>;
  readonly adopters: ReadonlyMap<string, Adopter>;
  readonly ecosystem: ReadonlyMap<string, EcosystemEntry>;
  readonly people: ReadonlyMap<string, Person>;
  readonly projects: ReadonlyMap<string, Project>;
  /** People by the names they use. */
  readonly peopleByName: ReadonlyMap<string, Person>;
}

let loaded: { readonly key: string; readonly content: Promise<Content> } | undefined;

/**
 * The visible content at the clock's now.
 *
 * @throws {ContentError} with every error of every file, if there is one.
 */
export async function getContent(): Promise<Content> {
  const dir = contentDir();
  const snapshot = process.env.NODE_ENV === 'development' ? process.env.NEWS_SNAPSHOT : undefined;
  const key = snapshot ? await snapshotVersion(snapshot) : dir;
  if (loaded?.key !== key) loaded = { key, content: toContent(dir) };
  return loaded.content;
}

/** Posts that are public, newest first. In a preview: all of them. */
export async function getPosts(): Promise<readonly Post[]> {
  return (await getContent()).posts;
}

/** Every post that has a page, those that have expired too. */
export async function getPostPages(): Promise<readonly Post[]> {
  return [...(await getContent()).postByUrl.values()];
}

/** The post at an address. */
export async function getPost(url: string): Promise<Post | undefined> {
  return (await getContent()).postByUrl.get(url);
}

/** The posts before and after one in time. */
export async function getNeighbours(post: Post): Promise<{ newer: Post | undefined; older: Post | undefined }> {
  const { posts, positions } = await getContent();
  const index = positions.get(post);
  if (index === undefined) return { newer: undefined, older: undefined };
  return { newer: posts[index - 1], older: posts[index + 1] };
}

/** Posts that name an entry, newest first. */
export function mentionsOf(content: Content, kind: CoveredKind, id: string): readonly Post[] {
  return content.mentions.get(`${kind}/${id}`) ?? [];
}

/** The person that a post's author, an event's speaker or a contributor is, by id or by name. */
export function findPerson({ byId }: Content, name: string): Person | undefined {
  return byId.people.get(name) ?? byId.peopleByName.get(name.toLowerCase());
}

/**
 * The address under which readers' programs know a page for good: of its own and its old ones the one that was published
 * first, by the ledger; its own where the ledger has none of them.
 */
export function firstAddress({ published }: Content, { url, aliases = [] }: Addressed): string {
  const known = [url, ...aliases].filter((address) => published.has(address));
  return known.sort((a, b) => compare(published.get(a) ?? '', published.get(b) ?? '') || compare(a, b))[0] ?? url;
}

/** What has an address, and old ones. */
interface Addressed {
  readonly url: string;
  readonly aliases?: readonly string[] | undefined;
}

/**
 * Reads everything below a content folder. Nothing is hidden and nothing is thrown: the check wants to see it all.
 *
 * @param memory what was read before; without, every file is read.
 */
export async function loadContent(dir: string, memory?: ReadMemory): Promise<LoadedContent> {
  memory?.begin();
  const [posts, { community, entryPlaces, problems, files }] = await Promise.all([
    loadPosts(dir, memory),
    loadCommunity(dir, memory),
  ]);
  const all: Problem[] = [...posts.problems, ...problems, ...checkCoverage(posts, community)];
  return { ...posts, problems: all, files: [...posts.files, ...files], community, entryPlaces };
}

async function toContent(dir: string): Promise<Content> {
  const snapshot = process.env.NEWS_SNAPSHOT;
  const { posts: all, section, problems, community } = snapshot ? await readSnapshot(snapshot) : await loadContent(dir);
  const errors = errorsOf(problems);
  if (errors.length > 0) throw new ContentError(errors);
  const instant = now();
  const pages = isPreview() ? all : all.filter((post) => hiddenReason(post, instant) === undefined);
  const posts = pages.filter((post) => isListed(post, instant));
  const { releases, projects } = community;
  const { addresses } = await readLedger(dir);
  return {
    posts: Object.freeze(posts),
    section,
    postByUrl: new Map(pages.map((post) => [post.url, post])),
    aliases: toAliases(pages, community),
    positions: new Map(posts.map((post, index) => [post, index])),
    archive: toArchive(posts),
    community,
    byId: toDirectory(community),
    releasesByProject: new Map(
      projects.map((project) => [
        project,
        releases.filter((release) => release.project === project.id).sort(byVersion),
      ]),
    ),
    latestReleases: [...releases].sort(byDate),
    mentions: toMentions(posts),
    tags: new Map(toTags(posts).map((tag) => [tag.slug, tag])),
    published: new Map(addresses.map(({ path, month }) => [path, month])),
  };
}

function toAliases(posts: readonly Post[], { events, releases, people }: Community): Map<string, { url: string }> {
  const pages: [url: string, aliases: readonly string[] | undefined][] = [
    ...posts.map((post): [string, readonly string[]] => [post.url, post.aliases]),
    ...events.map((event): [string, readonly string[] | undefined] => [eventPath(event.id), event.aliases]),
    ...releases.map((release): [string, readonly string[] | undefined] => [
      releasePath(release.project, release.version),
      release.aliases,
    ]),
    ...people.map((person): [string, readonly string[] | undefined] => [personPath(person.id), person.aliases]),
  ];
  return new Map(pages.flatMap(([url, aliases = []]) => aliases.map((alias) => [alias, { url }])));
}

function toArchive(posts: readonly Post[]): Map<string, Map<string, Post[]>> {
  const archive = new Map<string, Map<string, Post[]>>();
  for (const post of posts) {
    const months = archive.get(post.year) ?? new Map<string, Post[]>();
    archive.set(post.year, months);
    const month = months.get(post.month);
    if (month) month.push(post);
    else months.set(post.month, [post]);
  }
  return archive;
}

function toDirectory(community: Community): Directory {
  const byId = <T extends { id: string }>(entries: readonly T[]) => new Map(entries.map((entry) => [entry.id, entry]));
  return {
    releases: byId(community.releases),
    events: byId(community.events),
    adopters: byId(community.adopters),
    ecosystem: byId(community.ecosystem),
    people: byId(community.people),
    projects: byId(community.projects),
    peopleByName: new Map(community.people.map((person) => [person.name.toLowerCase(), person])),
  };
}

function toMentions(posts: readonly Post[]): Map<string, Post[]> {
  const mentions = new Map<string, Post[]>();
  for (const post of posts) {
    for (const kind of coveredKinds) {
      for (const id of post.coverage[kind]) {
        const key = `${kind}/${id}`;
        const list = mentions.get(key);
        if (list) list.push(post);
        else mentions.set(key, [post]);
      }
    }
  }
  return mentions;
}

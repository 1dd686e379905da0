// What readers may see of the content, and what belongs together in it.
import { compare } from '@/lib/base/compare';
import { groupBy } from '@/lib/base/group-by';
import { type Community, entryPages, lookupIn, type Project } from '@/lib/content/community';
import type { LoadedContent } from '@/lib/content/load';
import type { Post, Section } from '@/lib/content/posts';
import type { PublishedAddress } from '@/lib/content/published';
import { type Tag, toTags } from '@/lib/content/tags';
import { hiddenReason, isListed } from '@/lib/content/visibility';
import { countedKinds, type Folder } from '@/lib/kinds/index';
import type { Lookup } from '@/lib/kinds/kind';
import { byDate, byVersion, type Release } from '@/lib/kinds/release/release';

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
  /** The position of each post in `posts`, for its neighbours. */
  readonly positions: ReadonlyMap<Post, number>;
  /** Year (`2022`) to month (`03`) to posts, each newest first. */
  readonly archive: ReadonlyMap<string, ReadonlyMap<string, readonly Post[]>>;
  readonly community: Community;
  /** What entries ask of the rest, at the instant for which the content was chosen. */
  readonly lookup: Lookup;
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

/** Posts that name an entry, newest first. */
export function mentionsOf(content: Content, folder: Folder, id: string): readonly Post[] {
  return content.mentions.get(`${folder}/${id}`) ?? [];
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
 * What readers may see of content that has no errors.
 *
 * @param addresses those of the ledger.
 */
export function toContent(
  { posts: all, section, community }: Pick<LoadedContent, 'posts' | 'section' | 'community'>,
  addresses: readonly PublishedAddress[],
  { now, isPreview }: { now: Date; isPreview: boolean },
): Content {
  const pages = isPreview ? all : all.filter((post) => hiddenReason(post, now) === undefined);
  const posts = pages.filter((post) => isListed(post, now));
  const { releases, projects } = community;
  return {
    posts: Object.freeze(posts),
    section,
    postByUrl: new Map(pages.map((post) => [post.url, post])),
    aliases: toAliases(pages, community),
    positions: new Map(posts.map((post, index) => [post, index])),
    archive: toArchive(posts),
    community,
    lookup: lookupIn(community, now),
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

function toAliases(posts: readonly Post[], community: Community): Map<string, { url: string }> {
  const pages: readonly Addressed[] = [...posts, ...entryPages(community)];
  return new Map(pages.flatMap(({ url, aliases = [] }) => aliases.map((alias) => [alias, { url }])));
}

function toArchive(posts: readonly Post[]): Map<string, Map<string, Post[]>> {
  const years = groupBy(posts, ({ year }) => year);
  return new Map([...years].map(([year, ofYear]) => [year, groupBy(ofYear, ({ month }) => month)]));
}

function toMentions(posts: readonly Post[]): Map<string, Post[]> {
  const mentions = posts.flatMap((post) =>
    countedKinds.flatMap(({ folder }) => post.coverage[folder].map((id) => ({ key: `${folder}/${id}`, post }))),
  );
  const groups = groupBy(mentions, ({ key }) => key);
  return new Map([...groups].map(([key, group]) => [key, group.map(({ post }) => post)]));
}

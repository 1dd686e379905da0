// The visible content, and the relations between its parts.

import { compare } from '@/lib/base/compare';
import { groupBy } from '@/lib/base/group-by';
import { hasSection } from '@/lib/base/sections';
import { type Community, entryPages, lookupIn } from '@/lib/content/community';
import type { LoadedContent } from '@/lib/content/load';
import type { Post } from '@/lib/content/posts';
import type { PublishedAddress } from '@/lib/content/published';
import { toTags } from '@/lib/content/tags';
import { hiddenReason, isListed } from '@/lib/content/visibility';
import { countedKinds, type Folder } from '@/lib/kinds/index';
import { byDate, byVersion } from '@/lib/kinds/release/release';

/** What readers may see, and nothing else. */
export type Content = Readonly<ReturnType<typeof toContent>>;

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
) {
  const pages = isPreview ? all : all.filter((post) => hiddenReason(post, now) === undefined);
  const posts = pages.filter((post) => isListed(post, now));
  const { releases, projects } = community;
  return {
    /** What lists show, newest first. */
    posts: Object.freeze(posts),
    /** What `blog/_index.md` says of their list. */
    section,
    /** All that have a page: those of lists, those that have expired, and those that were withdrawn. */
    postByUrl: new Map(pages.map((post) => [post.url, post])),
    /** Old addresses, and the path of the page to which each redirects. */
    aliases: toAliases(pages, community),
    /** The position of each post in `posts`, for its neighbours. */
    positions: new Map(posts.map((post, index) => [post, index])),
    /** Year (`2022`) to month (`03`) to posts, each newest first. */
    archive: toArchive(posts),
    community,
    /** What entries ask of the rest, at the instant for which the content was chosen. */
    lookup: lookupIn(community, now),
    /** Releases of each project, newest version first; projects in the family's order. */
    releasesByProject: new Map(
      (hasSection('releases') ? projects : []).map((project) => [
        project,
        releases.filter((release) => release.project === project.id).sort(byVersion),
      ]),
    ),
    /** Releases of all projects, newest first. */
    latestReleases: [...releases].sort(byDate),
    /** Posts that name an entry, by kind and id, newest first. */
    mentions: toMentions(posts),
    /** By the last part of their address, the most used first. */
    tags: new Map(toTags(posts).map((tag) => [tag.slug, tag])),
    /** The month in which each address of the ledger appeared, `2022-03`. */
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

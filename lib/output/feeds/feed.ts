// Collects the contents of a feed once; `render-feed.ts` only writes them in each format.
import { ownOrigin, permanentId, toUrl } from '@/lib/base/urls';
import { toXmlLine, toXmlText } from '@/lib/output/feeds/xml-text';
import { authorHref, type PostFacts } from '@/lib/output/post-facts';
import { site } from '@/lib/site';
import type { Site } from '@/lib/site-types';

/** One entry of a feed: a post, or an entry of a kind. */
export interface FeedEntry extends PostFacts {
  /** The path at which it was first published, by which feed readers recognize it; without it, `path`. */
  readonly firstPath?: string | undefined;
  /** Its whole content: see `toPlainHtml`. */
  readonly html: string;
  /** Its picture, as a path below the site's root that is ready for a page. */
  readonly picture: string | undefined;
}

/** What a feed is about. */
export interface FeedSource {
  readonly title: string;
  readonly description: string;
  /** The page with the same content. */
  readonly page: string;
  /** The path to which the name of each format is added: `/`, `/tags/security/`. */
  readonly folder: string;
  /** Newest first, no more than `feedLength`. */
  readonly entries: readonly FeedEntry[];
}

/** A feed, ready to be written: every text is safe in XML, every address is absolute. */
export interface Feed extends Pick<FeedSource, 'title' | 'description' | 'folder'> {
  readonly lang: string;
  readonly href: string;
  /** The time of the latest change of an entry; the beginning of 1970 without entries. Never the time of the build. */
  readonly updated: Date;
  /** The licence of the texts; undefined where the community names none. */
  readonly rights: string | undefined;
  readonly items: readonly FeedItem[];
}

export interface FeedItem extends Omit<FeedEntry, 'path' | 'firstPath' | 'authors'> {
  /**
   * Permanent: the address at which it was first published, at the origin of `lib/site.ts` and not at that of this build.
   * It was the id on the Hugo site, too, so nobody gets a post twice.
   */
  readonly id: string;
  readonly href: string;
  readonly authors: readonly { readonly name: string; readonly href: string | undefined }[];
}

/** The formats, each with the name of its file and its media type (RFC 4287, section 7; JSON Feed 1.1). */
export const feedFormats = {
  rss: { name: 'feed.xml', title: 'RSS', type: 'application/rss+xml' },
  atom: { name: 'atom.xml', title: 'Atom', type: 'application/atom+xml' },
  json: { name: 'feed.json', title: 'JSON Feed', type: 'application/feed+json' },
} as const;

export type FeedFormat = keyof typeof feedFormats;

/** How many of the latest entries a feed has. */
export const feedLength = 30;

/** The absolute address of a path. On a preview it points to the preview itself, the only place that has hidden posts. */
export function toFeedHref(path: string): string {
  return ownOrigin() + toUrl(path);
}

/** The address of a feed in one of the formats. */
export function feedHref({ folder }: Pick<Feed, 'folder'>, format: FeedFormat): string {
  return toFeedHref(folder + feedFormats[format].name);
}

export function toFeed(
  { title, description, page, folder, entries }: FeedSource,
  { contentLicence }: Pick<Site, 'contentLicence'> = site,
): Feed {
  const items = entries.map(toFeedItem);
  return {
    title: toXmlLine(title),
    description: toXmlLine(description),
    lang: site.lang,
    href: toFeedHref(page),
    folder,
    updated: new Date(Math.max(0, ...items.map(({ updated }) => updated.getTime()))),
    rights: contentLicence && `${contentLicence.name}, ${contentLicence.url}`,
    items,
  };
}

function toFeedItem({ path, firstPath = path, ...entry }: FeedEntry): FeedItem {
  const href = toFeedHref(path);
  return {
    ...entry,
    id: permanentId(firstPath),
    href,
    title: toXmlLine(entry.title) || href,
    html: toXmlText(entry.html),
    description: entry.description && toXmlLine(entry.description),
    updated: new Date(Math.max(entry.updated.getTime(), entry.published.getTime())),
    authors: entry.authors.map((author) => ({ name: toXmlLine(author.name), href: authorHref(author) })),
    tags: entry.tags.map(toXmlLine),
    picture: entry.picture && new URL(entry.picture, href).href,
  };
}

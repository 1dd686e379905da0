// What a feed holds, decided once; `rss.ts`, `atom.ts` and `json-feed.ts` only spell it.

import { permanentId, toHref } from '@/lib/base/urls';
import { toFeedHref } from '@/lib/output/feeds/feed-address';
import { toXmlLine, toXmlText } from '@/lib/output/feeds/xml-text';
import { site } from '@/lib/site';

/** One entry of a feed, as its maker has it. */
export interface FeedEntry {
  /** Its page: a path of the site. */
  readonly path: string;
  /** The path at which it was published first, by which readers' programs know it again; without it, `path`. */
  readonly firstPath?: string | undefined;
  readonly title: string;
  /** Its whole content: see `toPlainHtml`. */
  readonly html: string;
  readonly summary: string | undefined;
  readonly published: Date;
  /** When it was last changed in substance. */
  readonly updated: Date;
  readonly authors: readonly { readonly name: string; readonly path: string | undefined }[];
  readonly tags: readonly string[];
  /** BCP 47, where it is not the site's. */
  readonly lang: string | undefined;
  /** A picture that stands for it, as a path below the site's root that is ready for a page. */
  readonly picture: string | undefined;
}

/** What a feed is about. */
export interface FeedSource {
  readonly title: string;
  readonly description: string;
  /** The page that shows the same to people. */
  readonly page: string;
  /** The path to which the name of each format is added: `/`, `/tags/security/`. */
  readonly folder: string;
  /** Newest first. */
  readonly entries: readonly FeedEntry[];
}

/** A feed, ready to be spelled: every text can stand in XML, every address is absolute. */
export interface Feed {
  readonly title: string;
  readonly description: string;
  readonly lang: string;
  readonly href: string;
  readonly folder: string;
  /** Of the latest change of an entry; the beginning of 1970 where there is none. Never the time of the build. */
  readonly updated: Date;
  readonly rights: string;
  readonly items: readonly FeedItem[];
}

export interface FeedItem {
  /**
   * Permanent: the address at which it was published first, at the origin that `lib/site.ts` names and not at the one where
   * this build is served. It was the id on the Hugo site, too, so nobody reads a post twice.
   */
  readonly id: string;
  readonly href: string;
  readonly title: string;
  readonly html: string;
  readonly summary: string | undefined;
  readonly published: Date;
  readonly updated: Date;
  readonly authors: readonly { readonly name: string; readonly href: string | undefined }[];
  readonly tags: readonly string[];
  readonly lang: string | undefined;
  readonly picture: string | undefined;
}

/** The formats, each with the name of its file and its media type (RFC 4287, section 7; JSON Feed 1.1). */
export const feedFormats = {
  rss: { name: 'feed.xml', title: 'RSS', type: 'application/rss+xml' },
  atom: { name: 'atom.xml', title: 'Atom', type: 'application/atom+xml' },
  json: { name: 'feed.json', title: 'JSON Feed', type: 'application/feed+json' },
} as const;

export type FeedFormat = keyof typeof feedFormats;

/** How many of the latest entries a feed holds. */
export const feedLength = 30;

/** Decides what a feed says. @param source with no more entries than it shall have. */
export function toFeed({ title, description, page, folder, entries }: FeedSource): Feed {
  const items = entries.map(toFeedItem);
  const latest = Math.max(0, ...items.map(({ updated }) => updated.getTime()));
  return {
    title: toXmlLine(title),
    description: toXmlLine(description),
    lang: site.lang,
    href: toFeedHref(page),
    folder,
    updated: new Date(latest),
    rights: `${site.contentLicence.name}, ${site.contentLicence.url}`,
    items,
  };
}

/** The address of a feed in one of the formats. */
export function feedHref({ folder }: Pick<Feed, 'folder'>, format: FeedFormat): string {
  return toFeedHref(folder + feedFormats[format].name);
}

/** What a feed is called for ever, in a format that asks for that. */
export function feedId({ folder }: Pick<Feed, 'folder'>, format: FeedFormat): string {
  return permanentId(folder + feedFormats[format].name);
}

/** Decides what is said of one entry. */
export function toFeedItem(entry: FeedEntry): FeedItem {
  const href = toFeedHref(entry.path);
  const title = toXmlLine(entry.title);
  return {
    id: permanentId(entry.firstPath ?? entry.path),
    href,
    title: title || href,
    html: toXmlText(entry.html),
    summary: entry.summary === undefined ? undefined : toXmlLine(entry.summary),
    published: entry.published,
    updated: entry.updated.getTime() > entry.published.getTime() ? entry.updated : entry.published,
    authors: entry.authors.map(({ name, path }) => ({
      name: toXmlLine(name),
      href: path === undefined ? undefined : toHref(path),
    })),
    tags: entry.tags.map(toXmlLine),
    lang: entry.lang,
    picture: entry.picture === undefined ? undefined : new URL(entry.picture, href).href,
  };
}

// Every address of the site is made here. A `url` is a path on the site, an `href` is absolute.
import { site } from '@/lib/site';

/** `/sub/path` when the site lives under a sub-path, else the empty string. next.config.mjs reads it the same way. */
export const basePath = (process.env.BASE_PATH ?? '').replace(/^\/*|\/*$/g, '').replace(/^(?=.)/, '/');

/**
 * The absolute origin of the site, without a final slash.
 *
 * @returns `SITE_URL`, else the production address that Vercel gives, else the one in `lib/site.ts`.
 * @throws {Error} if `SITE_URL` is not an http(s) URL.
 */
export function origin(): string {
  const vercel = process.env.VERCEL_PROJECT_PRODUCTION_URL;
  const given = process.env.SITE_URL || (vercel ? `https://${vercel}` : site.origin);
  if (!URL.canParse(given) || !/^https?:$/.test(new URL(given).protocol)) {
    throw new Error(`SITE_URL is "${given}", which is not a URL (fix: write it like https://news.example.org)`);
  }
  return new URL(given).origin;
}

/**
 * The origin that this very build is served from: on a preview its own, else {@link origin}. For what must be fetched from
 * the build that names it, such as social pictures; canonical addresses are the site's.
 */
export function ownOrigin(): string {
  const host = process.env.VERCEL_BRANCH_URL || process.env.VERCEL_URL;
  return process.env.VERCEL_ENV === 'preview' && host ? new URL(`https://${host}`).origin : origin();
}

/**
 * A path as it is written into a page: percent-encoded and below the sub-path.
 *
 * @param path a path of the site, unencoded, starting with a slash; or that of an entry in a list: `/jobs/#job-editor`.
 */
export function toUrl(path: string): string {
  return basePath + encodePath(path);
}

/** The absolute address of a path of the site, for feeds, canonical links and mail. */
export function toHref(path: string): string {
  return origin() + toUrl(path);
}

/**
 * What a path is called for ever, in feeds: at the origin of `lib/site.ts` and not below the sub-path, so that neither another
 * SITE_URL nor a preview makes another thing of it. It need not lead anywhere.
 */
export function permanentId(path: string): string {
  return new URL(site.origin).origin + encodePath(path);
}

/** The path of page `page` (from 1) of the blog list. */
export function blogPagePath(page: number): string {
  return page === 1 ? '/blog/' : `/blog/page/${page}/`;
}

/** The path of a year's archive, or of a month's where one is given. */
export function archivePath(year: string, month?: string): string {
  return month ? `/blog/${year}/${month}/` : `/blog/${year}/`;
}

/** The folder of the search index, without the sub-path. @param hash of its files; left out where they are not made yet. */
export function searchIndexPath(hash = 'to-come'): string {
  return `/_next/static/search/${hash}/`;
}

/** The folder of the index that `npm run dev` makes when somebody searches. */
export const liveIndexPath = '/search/live/';

/** The path of a tag's page `page` (from 1). @param slug see `tagSlug` in lib/content/tags.ts. */
export function tagPath(slug: string, page = 1): string {
  return page === 1 ? `/tags/${slug}/` : `/tags/${slug}/page/${page}/`;
}

/** The path of a page's social picture. @param path the page's. @param ending `png` */
export function cardPath(path: string, ending: string): string {
  return `/cards${path === '/' ? '/index' : path.replace(/\/$/, '')}.${ending}`;
}

/** The path of a section: the list of a kind. @param folder the kind's, `events`. */
export function sectionPath(folder: string): string {
  return `/${folder}/`;
}

/** The id by which an entry is found on the list of its kind. @param name the kind's, `job`. */
export function partId(name: string, id: string): string {
  return `${name}-${id}`;
}

/** The path of an entry that is a part of the list of its kind. */
export function partPath(folder: string, name: string, id: string): string {
  return `${sectionPath(folder)}#${partId(name, id)}`;
}

/** The path of an event's page. @param id the event's id. */
export function eventPath(id: string): string {
  return `/events/${id}/`;
}

/** The path of the list of events of one kind. */
export function eventKindPath(kind: string): string {
  return `/events/kind/${kind}/`;
}

/** The path of the calendar with events of one kind. */
export function kindCalendarPath(kind: string): string {
  return `/events/kind/${kind}.ics`;
}

/** The path of the calendar with one event; without an id, of the one with all. */
export function calendarPath(id?: string): string {
  return id === undefined ? '/events.ics' : `/events/${id}.ics`;
}

/** The path of a project's releases, or of one of them. */
export function releasePath(project: string, version?: string): string {
  return version === undefined ? `/releases/${project}/` : `/releases/${project}/${version}/`;
}

/** The path of a person's page. @param id the person's id. */
export function personPath(id: string): string {
  return `/people/${id}/`;
}

/** The code host's form for a new file, filled in. @param file path below the content folder. @param value its text. */
export function newFileHref(file: string, value: string): string {
  const query = new URLSearchParams({ filename: `content/${file}`, value });
  return `${site.repository.newFileUrl}?${query}`;
}

/** Where the file behind a page can be edited. @param file path below the content folder. */
export function editHref(file: string): string {
  return site.repository.editUrl + encodePath(file);
}

/** The path of a file next to a post. @param postUrl the post's path. @param name its path in the post's folder. */
export function postFilePath(postUrl: string, name: string): string {
  return postUrl + name;
}

/** The path of a part of a sitemap that fills several files. @param part from 1. */
export function sitemapPath(part: number): string {
  return `/sitemaps/${part}.xml`;
}

/** The path of a post as Markdown. */
export function markdownPath(postUrl: string): string {
  return `${postUrl}index.md`;
}

/** The path of entries as data. @param kind `events`. */
export function dataPath(kind: string): string {
  return `/data/${kind}.json`;
}

/** The path of the JSON Schema of a kind of file. @param kind `event`. */
export function schemaPath(kind: string): string {
  return `/schemas/${kind}.json`;
}

/** A file of another place's documentation. @param path a site-absolute path with query and fragment, as written in a post. */
export function docsHref(path: string): string {
  return site.docsOrigin + path;
}

/** Where an entry is in the list of its section. Files whose names begin with a number sign are in deeper folders. */
const placeInList = /^(\/[a-z0-9-]+\/)(#[a-z0-9._-]+)$/;

function encodePath(path: string): string {
  const [, page = path, fragment = ''] = placeInList.exec(path) ?? [];
  return page.split('/').map(encodeSegment).join('/') + fragment;
}

// RFC 3986, section 3.3: what a segment may contain as it is, which encodeURIComponent escapes too eagerly.
function encodeSegment(segment: string): string {
  return encodeURIComponent(segment).replace(/%(?:40|3A|24|26|2B|2C|3B|3D)/g, decodeURIComponent);
}

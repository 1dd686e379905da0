// Every address of the site is made here. A `url` is a path on the site, an `href` is absolute.
import { site } from '@/lib/site';
import type { Site } from '@/lib/site-types';

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
 * The origin that this build is served from: on a preview its own, else {@link origin}. For what must be fetched from
 * the build that names it, such as social pictures; canonical addresses are the site's.
 */
export function ownOrigin(): string {
  const host = process.env.VERCEL_BRANCH_URL || process.env.VERCEL_URL;
  return process.env.VERCEL_ENV === 'preview' && host ? new URL(`https://${host}`).origin : origin();
}

/**
 * A path for use in a page: percent-encoded and below the sub-path.
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
 * The permanent id of a path, for feeds: at the origin of `lib/site.ts` and not below the sub-path, so that it is the same
 * with another SITE_URL and in a preview. It need not lead anywhere.
 */
export function permanentId(path: string): string {
  return new URL(site.origin).origin + encodePath(path);
}

// Paths of pages and files: unencoded, with the slashes that they are served with.

/** How many pages a list of posts has. @param perPage a number below 1, which the check reports, counts as 1. */
export const pageCount = (posts: number, perPage = site.postsPerPage) =>
  Math.max(1, Math.ceil(posts / Math.max(1, perPage)));

/** @param page of the list, from 1. */
export const blogPagePath = (page: number) => (page === 1 ? '/blog/' : `/blog/page/${page}/`);

/** A year's archive, or a month's where one is given. */
export const archivePath = (year: string, month?: string) => (month ? `/blog/${year}/${month}/` : `/blog/${year}/`);

/** The folder of the search index, without the sub-path. @param hash of its files; left out where they are not made yet. */
export const searchIndexPath = (hash = 'to-come') => `/_next/static/search/${hash}/`;

/** The folder of the index that `npm run dev` makes when somebody searches. */
export const liveIndexPath = '/search/live/';

/** @param slug see `tagSlug` in lib/content/tags.ts. @param page from 1. */
export const tagPath = (slug: string, page = 1) => (page === 1 ? `/tags/${slug}/` : `/tags/${slug}/page/${page}/`);

/** A page's social picture. @param path the page's. @param ending `png` */
export const cardPath = (path: string, ending: string) =>
  `/cards${path === '/' ? '/index' : path.replace(/\/$/, '')}.${ending}`;

/** The card that stands for an edition's cover where pages have cards: emails show its image. @param url the post's. */
export const mailCoverPath = (url: string) => `${url}cover/`;

/** The list of a kind. @param folder the kind's, `events`. */
export const sectionPath = (folder: string) => `/${folder}/`;

/** The id by which an entry is found on the list of its kind. @param name the kind's, `job`. */
export const partId = (name: string, id: string) => `${name}-${id}`;

/** An entry that is a part of the list of its kind. */
export const partPath = (folder: string, name: string, id: string) => `${sectionPath(folder)}#${partId(name, id)}`;

export const eventPath = (id: string) => `/events/${id}/`;
export const personPath = (id: string) => `/people/${id}/`;

/** The list of events of one kind, and the calendar with them. */
export const eventKindPath = (kind: string) => `/events/kind/${kind}/`;
/** The links of one form or about one project. */
export const linkPartPath = (by: 'form' | 'project', id: string) => `/links/${by}/${id}/`;
export const kindCalendarPath = (kind: string) => `/events/kind/${kind}.ics`;

/** The calendar with one event; without an id, with all. */
export const calendarPath = (id?: string) => (id === undefined ? '/events.ics' : `/events/${id}.ics`);

/** A project's releases, or one of them. */
export const releasePath = (project: string, version?: string) =>
  version === undefined ? `/releases/${project}/` : `/releases/${project}/${version}/`;

/** A file next to a post. @param postUrl the post's path. @param name its path in the post's folder. */
export const postFilePath = (postUrl: string, name: string) => postUrl + name;

/** A post as Markdown. */
export const markdownPath = (postUrl: string) => `${postUrl}index.md`;

/** A part of a sitemap that fills several files. @param part from 1. */
export const sitemapPath = (part: number) => `/sitemaps/${part}.xml`;

/** Entries as data. @param kind `events`. */
export const dataPath = (kind: string) => `/data/${kind}.json`;

/** The JSON Schema of a kind of file. @param kind `event`. */
export const schemaPath = (kind: string) => `/schemas/${kind}.json`;

/** The form of a kind of entry on this site; without a kind, the list of forms. */
export const contributePath = (kind?: string) => (kind === undefined ? '/contribute/' : `/contribute/${kind}/`);

/** Where the form of a kind of entry is sent. */
export const contributeCheckPath = (kind: string) => `/contribute/${kind}/check/`;

/** A link to the code host's page for a new file, and whether the text is filled in there. */
export interface NewFileLink {
  readonly href: string;
  readonly isFilled: boolean;
}

/** Characters. GitHub, and what is before Forgejo and Gitea, answer 414 to an address of 8 kB. */
const longestAddress = 7_500;

/**
 * The code host's page for a new file. Where the text does not fit into an address, it has the name of the file alone.
 *
 * @param file path below the content folder. @param value its text.
 */
export function newFileLink(file: string, value: string): NewFileLink {
  const { newFileUrl } = site.repository;
  const path = `content/${file}`;
  // GitLab's editor shows only the name of the file: https://gitlab.com/gitlab-org/gitlab/-/work_items/594214
  if (newFileUrl.includes('/-/'))
    return { href: `${newFileUrl}?${new URLSearchParams({ file_name: path })}`, isFilled: false };
  const filled = `${newFileUrl}?${new URLSearchParams({ filename: path, value })}`;
  if (filled.length <= longestAddress) return { href: filled, isFilled: true };
  return { href: `${newFileUrl}?${new URLSearchParams({ filename: path })}`, isFilled: false };
}

/** The form of the code host for a new entry; undefined for hosts without such forms. @param kind one that has a form there. */
export function issueFormHref(kind: string): string | undefined {
  const { newFileUrl, issuesUrl } = site.repository;
  // GitLab has /-/new/, Forgejo and Gitea have /_new/.
  return /^[^?]*(?<!\/-)\/new\//.test(newFileUrl) ? `${issuesUrl}/new?template=${kind}.yml` : undefined;
}

/** The address of {@link newFileLink}. */
export function newFileHref(file: string, value: string): string {
  return newFileLink(file, value).href;
}

/** Where the file behind a page can be edited. @param file path below the content folder. */
export function editHref(file: string): string {
  return site.repository.editUrl + encodePath(file);
}

/** A page of the documentation's site. @param path a site-absolute path with query and fragment, as written in a post. */
export function docsHref(path: string, { docsOrigin = '' }: Pick<Site, 'docsOrigin'> = site): string {
  return docsOrigin + path;
}

/** Where an entry is in the list of its section. Files whose names begin with a number sign are in deeper folders. */
const placeInList = /^(\/[a-z0-9-]+\/)(#[a-z0-9._-]+)$/;

function encodePath(path: string): string {
  const [, page = path, fragment = ''] = placeInList.exec(path) ?? [];
  return page.split('/').map(encodeSegment).join('/') + fragment;
}

// RFC 3986, section 3.3: characters that a segment may contain unescaped, although encodeURIComponent escapes them.
function encodeSegment(segment: string): string {
  return encodeURIComponent(segment).replace(/%(?:40|3A|24|26|2B|2C|3B|3D)/g, decodeURIComponent);
}

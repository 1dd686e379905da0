// Finds every link to another site in posts and entries, with its place.
import type { Place } from '@/lib/base/diagnostic';
import { parseUrl } from '@/lib/base/parse-url';
import { docsHref } from '@/lib/base/urls';
import type { LoadedContent } from '@/lib/content/load';
import type { Post } from '@/lib/content/posts';
import type { LocatedData } from '@/lib/content/yaml';
import { findCostlyText } from '@/lib/mdx/costly-text';
import { inspectBody } from '@/lib/mdx/inspect';
import { linkKind } from '@/lib/mdx/links';
import { parseBody } from '@/lib/mdx/syntax';
import { walkMarkdown } from '@/lib/mdx/walk';
import { site } from '@/lib/site';

/** A link to another site. */
export interface OutgoingLink extends Place {
  /** In full, without its fragment. */
  readonly url: string;
  /** Its fragment with the `#`; empty where it has none. */
  readonly fragment: string;
  readonly file: string;
  /** The day of the post, `20220301`, for the archived copy. */
  readonly day?: string | undefined;
}

/**
 * Finds the links of all posts that show their text, drafts too, and of all entries.
 *
 * @param isWanted which files to check, by the path that authors know.
 */
export function findOutgoingLinks(
  { posts, places, entryPlaces }: Pick<LoadedContent, 'posts' | 'places' | 'entryPlaces'>,
  isWanted: (file: string) => boolean,
): OutgoingLink[] {
  const links: OutgoingLink[] = [];
  for (const post of posts) {
    // The text of a withdrawn post is not shown.
    if (!isWanted(post.shownFile)) continue;
    if (post.withdrawn === undefined) links.push(...linksOfBody(post));
    links.push(...linksOfData(places.get(post), ['corrections', 'withdrawn'], post.shownFile));
  }
  for (const [entry, located] of entryPlaces) {
    if (isWanted(entry.shownFile)) links.push(...linksOfData(located, Object.keys(located.data), entry.shownFile));
  }
  return links;
}

function linksOfBody({ body, format, context, bodyLine, shownFile, date }: Post): OutgoingLink[] {
  const { references, placements } = inspectBody(body, format, context).inspection;
  const day = date.toISOString().slice(0, 10).replaceAll('-', '');
  const videos = placements.flatMap(({ values, line, column }) =>
    values.flatMap(({ kind, value }) => (kind === 'video' ? [{ address: value, line, column }] : [])),
  );
  return [...references, ...videos].flatMap(({ address, line, column }) => {
    const link = toElsewhere(address);
    return link ? [{ ...link, file: shownFile, line: line + bodyLine - 1, column, day }] : [];
  });
}

/** Addresses in the values of some keys: values that are addresses, and links in Markdown. */
function linksOfData(located: LocatedData | undefined, keys: readonly string[], file: string): OutgoingLink[] {
  if (!located) return [];
  const links: OutgoingLink[] = [];
  const look = (value: unknown, path: readonly PropertyKey[]): void => {
    if (typeof value === 'string') {
      for (const address of addressesIn(value)) {
        const link = toElsewhere(address);
        if (link) links.push({ ...link, file, ...located.placeOfText(path, address) });
      }
    } else if (Array.isArray(value)) {
      for (const [index, each] of value.entries()) look(each, [...path, index]);
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, each] of Object.entries(value)) look(each, [...path, key]);
    }
  };
  for (const key of keys) look(located.data[key], [key]);
  return links;
}

function addressesIn(text: string): string[] {
  if (/^https?:\/\/\S+$/i.test(text.trim())) return [text.trim()];
  if (!/https?:|www\.|\]\(|\]:/i.test(text) || findCostlyText(text).length > 0) return [];
  const addresses: string[] = [];
  walkMarkdown(parseBody(text, 'md'), (node) => {
    if (node.type === 'link' || node.type === 'definition') addresses.push(node.url);
  });
  return addresses;
}

/** The address of another site; undefined for a page of this site, and for anything that is not a page. */
function toElsewhere(address: string): { url: string; fragment: string } | undefined {
  const kind = linkKind(address);
  if (kind !== 'external' && kind !== 'docs') return undefined;
  const whole = kind === 'docs' ? docsHref(address) : address;
  // The check itself reports invalid addresses.
  const url = parseUrl(whole, site.origin);
  if (!url || !/^https?:$/.test(url.protocol) || url.origin === site.origin) return undefined;
  const fragment = url.hash;
  url.hash = '';
  return { url: url.href, fragment };
}

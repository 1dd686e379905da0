// Classifies the links of a post: a page of this site, the project's documentation, or another site.
import { readdirSync } from 'node:fs';
import type { Root } from 'hast';
import { parsePostPath } from '@/lib/base/address';
import { docsHref, toUrl } from '@/lib/base/urls';
import { sections } from '@/lib/kinds/index';
import { walkElements } from '@/lib/mdx/walk';
import { site } from '@/lib/site';
import type { Site } from '@/lib/site-types';

/** What a link is, by its address alone. */
export type LinkKind = 'fragment' | 'relative' | 'site' | 'docs' | 'external';

let ours: ReadonlySet<string> | undefined;

/** First path segments that this site serves, in lower case: its sections, and everything in `public/`. */
function ourSegments(): ReadonlySet<string> {
  ours ??= new Set([...sections, ...readdirSync('public')].map((segment) => segment.toLowerCase()));
  return ours;
}

/**
 * Classifies an address as a post has it.
 *
 * @returns `site` for a path of this site, in capitals too, which leads nowhere; `docs` for any other absolute path where the
 *   documentation has a site, else `site`; `relative` for one relative to the post.
 */
export function linkKind(href: string, { docsOrigin }: Pick<Site, 'docsOrigin'> = site): LinkKind {
  if (href.startsWith('#')) return 'fragment';
  if (/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(href)) return 'external';
  if (!href.startsWith('/')) return 'relative';
  if (docsOrigin === undefined) return 'site';
  const segment = /^\/([^/?#]*)/.exec(href)?.[1] ?? '';
  return segment === '' || ourSegments().has(decode(segment).toLowerCase()) ? 'site' : 'docs';
}

/** Splits an address into its path, decoded and in Unicode's form NFC, and the query and fragment after it, as written. */
export function splitHref(href: string): { path: string; rest: string } {
  const end = href.search(/[?#]/);
  const path = decode(end < 0 ? href : href.slice(0, end)).normalize('NFC');
  return { path, rest: end < 0 ? '' : href.slice(end) };
}

/** Completes the address of each link, and marks those that leave the site. */
export function rehypeLinks() {
  return (tree: Root): void => {
    walkElements(tree, ({ tagName, properties }) => {
      const { href } = properties;
      if (tagName !== 'a' || typeof href !== 'string') return;
      // A link to a page that is not here (`ref`): its text is shown.
      if (href === '') delete properties.href;
      const kind = linkKind(href);
      if (kind === 'site') {
        const { path, rest } = splitHref(href);
        properties.href = toUrl(withSlash(path)) + rest;
      } else if (kind === 'relative' && /\p{M}/u.test(decode(href))) {
        // Files are served in NFC, whatever form their names have on the disk.
        const { path, rest } = splitHref(href);
        properties.href = path.split('/').map(encodeURIComponent).join('/') + rest;
      } else if (kind === 'external' && !/^(?:https?:\/\/|\/\/|mailto:)/i.test(href)) {
        // Only web pages and email addresses are safe to follow.
        delete properties.href;
      } else if (kind === 'docs' || (kind === 'external' && !/^mailto:/i.test(href))) {
        properties.href = kind === 'docs' ? docsHref(href) : href;
        properties.rel = ['external'];
      }
    });
  };
}

/** A page's address ends in a slash; without it the reader would be redirected. A file's has none. */
function withSlash(path: string): string {
  if (path.endsWith('/')) return path;
  const isPost = parsePostPath(`${path}/`) !== undefined;
  return !isPost && /\.[a-z][a-z0-9]{1,4}$/i.test(path) ? path : `${path}/`;
}

/** Percent-decoding that leaves alone what is not decodable. */
export function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

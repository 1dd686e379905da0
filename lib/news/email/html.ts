// HTML of a page to HTML of a mail: whole addresses, and nothing that only a page needs.
import type { Element, ElementContent, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { origin, toHref } from '@/lib/base/urls';
import type { Post } from '@/lib/content/posts';

/** The widest that a picture is shown in a mail. Pixels. */
const pictureWidth = 552;

/** Pictures that mail programs do not show: Gmail takes SVG out, and Outlook knows neither SVG nor AVIF. */
const unshown = /\.(?:svg|avif)(?:$|\?)/i;

/** Attributes that a mail keeps. All others are for scripts, for styles of the site, or for pages. */
const kept = new Set([
  'href',
  'src',
  'alt',
  'width',
  'height',
  'id',
  'start',
  'colSpan',
  'rowSpan',
  'lang',
  'dir',
  'title',
]);

/** Classes that the styles of mails know. */
const styled = new Set(['box', 'breaking', 'security', 'small']);

/** @param html of our own making. */
export function toMailHtml(html: string, post: Post): string {
  const tree = fromHtml(html, { fragment: true });
  tree.children = tree.children.flatMap((child) => convert(child as ElementContent, post)) as Root['children'];
  return toHtml(tree, { characterReferences: { useNamedReferences: true } });
}

function convert(node: ElementContent, post: Post): ElementContent[] {
  if (node.type !== 'element') return [node];
  const { tagName, properties } = node;
  const classes = Array.isArray(properties.className) ? properties.className : [];
  // A heading's link to itself.
  if (classes.includes('anchor')) return [];
  const children = node.children.flatMap((child) => convert(child, post));
  // Colours of code are classes of the site, and what offers to copy it is a script: a mail has plain code.
  if (tagName === 'span' || tagName === 'copy-code') return children;
  if (tagName === 'input') return [{ type: 'text', value: properties.checked ? '☑' : '☐' }];
  const shown: Element['properties'] = {};
  for (const [name, value] of Object.entries(properties)) if (kept.has(name)) shown[name] = value;
  const names = classes.filter((name) => styled.has(String(name)));
  if (names.length > 0) shown.className = names;
  for (const name of ['href', 'src']) {
    if (typeof shown[name] === 'string') shown[name] = toWhole(shown[name], post);
  }
  if (tagName === 'img') return [toPicture(shown)];
  return [{ type: 'element', tagName, properties: shown, children }];
}

function toPicture(properties: Element['properties']): Element {
  const { src = '', alt = '', width, height } = properties;
  if (unshown.test(String(src))) {
    const text = { type: 'text' as const, value: `Picture: ${alt}` };
    return { type: 'element', tagName: 'a', properties: { href: src }, children: [text] };
  }
  const wide = Number(width);
  const size =
    wide > pictureWidth ? { width: pictureWidth, height: Math.round((Number(height) * pictureWidth) / wide) } : {};
  return { type: 'element', tagName: 'img', properties: { ...properties, ...size }, children: [] };
}

/** An address whole: a mail has no page that it could be relative to. */
function toWhole(address: string, post: Post): string {
  if (/^[a-z][a-z0-9+.-]*:/i.test(address)) return address;
  const base = address.startsWith('/') ? origin() : toHref(post.url);
  return URL.canParse(address, base) ? new URL(address, base).href : address;
}

// HTML that every feed reader can show: plain elements, absolute addresses, no scripts, and no classes of our style sheets.
import type { Element, ElementContent, Properties, Root, RootContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { toXmlText } from '@/lib/output/feeds/xml-text';

/** Elements that are kept; others are replaced by their content. */
const kept: ReadonlySet<string> = new Set(
  (
    'a abbr b bdi bdo blockquote br caption cite code dd del details dfn div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i ' +
    'img ins kbd li mark ol p pre q rp rt ruby s samp small strong sub summary sup table tbody td tfoot th thead time tr u ul var'
  ).split(' '),
);

/** Elements that are removed with their content. */
const dropped: ReadonlySet<string> = new Set(
  'audio base button canvas embed form frame frameset head iframe link math meta noscript object script select source style svg template textarea title track video'.split(
    ' ',
  ),
);

/** Attributes that are kept. Not `id`: a feed reader may show several posts on one page. */
const attributes: ReadonlySet<string> = new Set(
  'alt cite colSpan dateTime dir height href hrefLang lang open reversed rowSpan src start title width'.split(' '),
);

/**
 * A tree of HTML as text for a feed.
 *
 * @param href the page's own address, absolute: what its addresses are relative to.
 */
export function toPlainHtml(tree: Root, href: string): string {
  const plain: Root = { type: 'root', children: toPlainNodes(tree, href, []) };
  return toXmlText(toHtml(plain, { closeSelfClosing: true })).trim();
}

/**
 * The same as nodes.
 *
 * @param more attributes that are kept as well: by default the language of code, `dataLanguage`.
 */
export function toPlainNodes(tree: Root, href: string, more: readonly string[] = ['dataLanguage']): ElementContent[] {
  const allowed = new Set([...attributes, ...more]);
  return tree.children.flatMap((node) => toPlain(node, href, allowed));
}

function toPlain(node: RootContent, href: string, allowed: ReadonlySet<string>): ElementContent[] {
  if (node.type === 'text') return [{ type: 'text', value: node.value }];
  if (node.type !== 'element') return [];
  const { tagName, properties } = node;
  if (dropped.has(tagName) || isForSightOnly(node)) return [];
  if (tagName === 'input') return toCheckMark(node);
  if (tagName === 'a' && isAnchor(node)) return [];
  const children = node.children.flatMap((child) => toPlain(child, href, allowed));
  if (!kept.has(tagName)) return children;
  return [
    {
      type: 'element',
      tagName,
      properties: { ...toAttributes(properties, href, allowed), ...alignmentOf(node) },
      children,
    },
  ];
}

function toAttributes(properties: Properties, href: string, allowed: ReadonlySet<string>): Properties {
  const plain: Properties = {};
  for (const [name, value] of Object.entries(properties)) {
    const key = camel.get(name) ?? name;
    if (!allowed.has(key) || value === undefined || value === null) continue;
    const written = /^(?:href|src|cite)$/.test(key) ? toAbsolute(String(value), href) : value;
    if (written !== undefined) plain[key] = written;
  }
  return plain;
}

/** How the columns of a table are aligned: by class on pages (lib/mdx/tables.ts), by attribute where there is no style sheet. */
function alignmentOf(node: Element): Properties {
  const align =
    /^t[dh]$/.test(node.tagName) && classesOf(node).find((name) => /^align-(?:left|center|right)$/.test(name));
  return align ? { align: align.slice('align-'.length) } : {};
}

const camel: ReadonlyMap<string, string> = new Map(
  ['colSpan', 'rowSpan', 'dateTime', 'hrefLang'].map((name) => [name.toLowerCase(), name]),
);

/** An address that works wherever the feed is read; undefined for an invalid address, and for one that would run something. */
function toAbsolute(address: string, href: string): string | undefined {
  const url = URL.canParse(address, href) ? new URL(address, href) : undefined;
  return url && /^(?:https?|mailto):$/.test(url.protocol) ? url.href : undefined;
}

function isForSightOnly({ properties }: Element): boolean {
  return properties.hidden === true || String(properties.ariaHidden ?? properties['aria-hidden'] ?? '') === 'true';
}

/** A heading's link to itself, or a footnote's link back: without ids, their targets do not exist. */
function isAnchor(node: Element): boolean {
  const names = classesOf(node);
  return names.includes('anchor') || names.includes('data-footnote-backref');
}

function classesOf({ properties }: Element): string[] {
  const { className = properties.class } = properties;
  return Array.isArray(className) ? className.map(String) : String(className ?? '').split(' ');
}

/** The box of a task list as a character, so that it cannot be ticked. */
function toCheckMark({ properties }: Element): ElementContent[] {
  if (properties.type !== 'checkbox') return [];
  return [{ type: 'text', value: properties.checked === undefined || properties.checked === false ? '☐ ' : '☑ ' }];
}

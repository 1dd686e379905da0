// HTML made without React: trees, and text that is safe in markup.
import type { Element, ElementContent, Properties, Root, RootContent } from 'hast';

/** What may be given where nodes are wanted: nodes, text, nothing, or lists of these. */
export type HtmlNode = RootContent | Root | string | number | boolean | null | undefined | readonly HtmlNode[];

/** Nodes, whatever they were given as. */
export function toNodes(node: HtmlNode): ElementContent[] {
  if (node === null || node === undefined || typeof node === 'boolean') return [];
  if (typeof node === 'string' || typeof node === 'number') return [{ type: 'text', value: String(node) }];
  if ('length' in node) return node.flatMap(toNodes);
  if (node.type === 'root') return node.children.flatMap(toNodes);
  return node.type === 'element' || node.type === 'text' ? [node] : [];
}

/** An element. Attributes that are undefined are not written. */
export function element(tagName: string, properties: Properties, ...children: HtmlNode[]): Element {
  return { type: 'element', tagName, properties, children: toNodes(children) };
}

/** A list with an item for each of some things. */
export function list(items: readonly HtmlNode[], tagName: 'ul' | 'ol' = 'ul'): Element {
  return element(
    tagName,
    {},
    items.map((item) => element('li', {}, item)),
  );
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A text for HTML or XML, between tags or in an attribute within double quotes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => entities[character] ?? '');
}

// Collects the elements of a body's raw HTML, and the addresses of links, pictures and videos in Markdown and HTML.
import type { Element } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import type { Root } from 'mdast';
import type { Place } from '@/lib/base/diagnostic';
import { placeIn, placeOf } from '@/lib/mdx/places';
import { walkElements, walkMarkdown } from '@/lib/mdx/walk';

/** An element of raw HTML, and its place in the body. */
export interface HtmlElement {
  readonly element: Element;
  readonly place: Place;
}

/** Every element that opens in a body's HTML, except those that the HTML parser itself drops, such as `<body>`. */
export function htmlElementsOf(tree: Root): HtmlElement[] {
  const found: HtmlElement[] = [];
  walkMarkdown(tree, (node) => {
    if (node.type !== 'html') return;
    walkElements(fromHtml(node.value, { fragment: true }), (element) => {
      found.push({ element, place: placeIn(placeOf(node), element.position?.start) });
    });
  });
  return found;
}

/** An address in a body. */
export interface Reference extends Place {
  readonly kind: 'picture' | 'link' | 'video';
  readonly address: string;
}

/** The addresses in Markdown. A definition that a picture uses is one of a picture. */
export function findReferences(tree: Root): Reference[] {
  const references: Reference[] = [];
  const pictures = new Set<string>();
  walkMarkdown(tree, (node) => {
    if (node.type === 'imageReference') pictures.add(node.identifier);
  });
  walkMarkdown(tree, (node) => {
    if (node.type !== 'image' && node.type !== 'link' && node.type !== 'definition') return;
    const isPicture = node.type === 'image' || (node.type === 'definition' && pictures.has(node.identifier));
    references.push({ kind: isPicture ? 'picture' : 'link', address: node.url, ...placeOf(node) });
  });
  return references;
}

const attributes: readonly (readonly [tagName: string, attribute: string, kind: Reference['kind']])[] = [
  ['img', 'src', 'picture'],
  ['a', 'href', 'link'],
  ['video', 'poster', 'picture'],
  ['video', 'src', 'video'],
  ['source', 'src', 'video'],
];

/** The addresses in HTML. */
export function findHtmlReferences(elements: readonly HtmlElement[]): Reference[] {
  return elements.flatMap(({ element, place }) =>
    attributes.flatMap(([tagName, attribute, kind]) => {
      const address = element.tagName === tagName && element.properties[attribute];
      return address ? [{ kind, address: String(address), ...place }] : [];
    }),
  );
}

// The addresses in a body: of links, pictures and videos, in Markdown and in HTML.
import type { Root } from 'mdast';
import type { Place } from '@/lib/base/diagnostic';
import type { HtmlElement } from '@/lib/mdx/html-elements';
import { placeOf } from '@/lib/mdx/places';
import { walkMarkdown } from '@/lib/mdx/walk';

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

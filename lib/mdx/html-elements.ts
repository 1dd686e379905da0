// The elements of raw HTML in a Markdown file, each with its place in the body.
import type { Element } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import type { Root } from 'mdast';
import type { Place } from '@/lib/base/diagnostic';
import { placeIn, placeOf } from '@/lib/mdx/places';
import { walkHtml, walkMarkdown } from '@/lib/mdx/walk';

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
    walkHtml(fromHtml(node.value, { fragment: true }), (element) => {
      if (element.type !== 'element') return;
      found.push({ element, place: placeIn(placeOf(node), element.position?.start) });
    });
  });
  return found;
}

// The elements of raw HTML in a Markdown file, each with its place in the body.
import type { Element } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import type { Root } from 'mdast';
import type { Place } from '@/lib/base/diagnostic';
import { walkHtml, walkMarkdown } from '@/lib/mdx/walk';

/** An element of raw HTML. */
export interface HtmlElement {
  readonly element: Element;
  /** In the body, 1-based. */
  readonly place: Place;
}

/** Every element that opens in a body's HTML. Tags that HTML's parser itself drops, such as `<body>`, are none. */
export function htmlElementsOf(tree: Root): HtmlElement[] {
  const found: HtmlElement[] = [];
  walkMarkdown(tree, (node) => {
    if (node.type !== 'html') return;
    walkHtml(fromHtml(node.value, { fragment: true }), (element) => {
      if (element.type !== 'element') return;
      found.push({ element, place: placeIn(node.position?.start, element.position?.start) });
    });
  });
  return found;
}

/** A place within a piece of the body, as a place of the body. */
export function placeIn(piece: Place | undefined, inside: Place | undefined): Place {
  const { line = 1, column = 1 } = piece ?? {};
  if (!inside) return { line, column };
  return { line: line + inside.line - 1, column: inside.line === 1 ? column + inside.column - 1 : inside.column };
}

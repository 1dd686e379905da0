// The rules for bodies that need the tree and nothing of other files, all in one call.

import type { Root } from 'mdast';
import type { Diagnostic } from '@/lib/base/diagnostic';
import { findMissingAlt } from '@/lib/mdx/alt-text';
import type { Format } from '@/lib/mdx/body';
import { findAddressFaults } from '@/lib/mdx/body-addresses';
import { findDroppedHtml } from '@/lib/mdx/dropped-html';
import { findHiddenText } from '@/lib/mdx/hidden-text';
import type { HtmlElement } from '@/lib/mdx/html-elements';
import { findTooManyNodes } from '@/lib/mdx/node-limit';
import { findIdCollisions } from '@/lib/mdx/own-ids';

/**
 * Every fault of a body that shows on its tree.
 *
 * @param elements those of its HTML.
 * @param headings the ids that its headings have got.
 */
export function findBodyFaults(
  tree: Root,
  body: string,
  format: Format,
  { elements, headings }: { readonly elements: readonly HtmlElement[]; readonly headings: readonly string[] },
): Diagnostic[] {
  const tooMany = findTooManyNodes(tree);
  if (tooMany.length > 0) return tooMany;
  return [
    ...findAddressFaults(tree, format, elements),
    ...findMissingAlt(tree, format, elements),
    ...findHiddenText(tree, body),
    ...(format === 'md' ? [...findDroppedHtml(tree, elements), ...findIdCollisions(tree, elements, headings)] : []),
  ];
}

// Ids that a Markdown file sets, for headings and in HTML: none of the page's own, and none twice.
import type { Root } from 'mdast';
import { type Diagnostic, error, type Place, warning } from '@/lib/base/diagnostic';
import { ownIdOf } from '@/lib/mdx/heading-attributes';
import { isPageId } from '@/lib/mdx/headings';
import type { HtmlElement } from '@/lib/mdx/html-elements';
import { walkMarkdown } from '@/lib/mdx/walk';

/**
 * A fault for each id that the page uses itself, and a warning for each that stands twice or is a heading's.
 *
 * @param elements those of the body's HTML.
 * @param headings the ids that headings have got.
 */
export function findIdCollisions(
  tree: Root,
  elements: readonly HtmlElement[],
  headings: readonly string[] = [],
): Diagnostic[] {
  const faults: Diagnostic[] = [];
  const seen = new Set<string>();
  const look = (id: string, place: Place) => {
    if (isPageId(id)) {
      const message = `the id "${id}" is one of the page's own`;
      faults.push(error('html/page-id', message, 'choose another id', place));
    } else if (seen.has(id)) {
      const message = `the id "${id}" stands twice in this post`;
      faults.push(warning('html/id-twice', message, 'choose another id', place));
    }
    seen.add(id);
  };
  walkMarkdown(tree, (node) => {
    const id = node.type === 'heading' ? ownIdOf(node) : undefined;
    if (id !== undefined) look(id, node.position?.start ?? { line: 1, column: 1 });
  });
  for (const id of headings) seen.add(id);
  for (const { element, place } of elements) {
    const { id } = element.properties;
    if (typeof id === 'string' && id !== '') look(id, place);
  }
  return faults;
}

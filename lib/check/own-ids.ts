// Ids that a Markdown file's HTML sets: none of the page's own, and none twice.
import type { Root } from 'mdast';
import type { BodyFault } from '@/lib/check/body-rules';
import { htmlElementsOf } from '@/lib/check/html-elements';
import { isPageId } from '@/lib/mdx/headings';

/**
 * A fault for each id that the page uses itself, and a warning for each that stands twice or is a heading's.
 *
 * @param headings the ids that headings have got, where they are known.
 */
export function findIdCollisions(tree: Root, headings: readonly { readonly id: string }[] = []): BodyFault[] {
  const faults: BodyFault[] = [];
  const seen = new Set(headings.map(({ id }) => id));
  for (const { element, place } of htmlElementsOf(tree)) {
    const id = element.properties.id;
    if (typeof id !== 'string' || id === '') continue;
    if (isPageId(id)) {
      const message = `the id "${id}" is one of the page's own`;
      faults.push({ ...place, severity: 'error', code: 'html/page-id', message, fix: 'choose another id' });
    } else if (seen.has(id)) {
      const message = `the id "${id}" stands twice in this post`;
      faults.push({ ...place, severity: 'warning', code: 'html/id-twice', message, fix: 'choose another id' });
    }
    seen.add(id);
  }
  return faults;
}

// Ids that a Markdown file's HTML sets: none of the page's own, and none twice.
import type { BodyFault } from '@/lib/mdx/body-rules';
import { isPageId } from '@/lib/mdx/headings';
import type { HtmlElement } from '@/lib/mdx/html-elements';

/**
 * A fault for each id that the page uses itself, and a warning for each that stands twice or is a heading's.
 *
 * @param headings the ids that headings have got.
 */
export function findIdCollisions(elements: readonly HtmlElement[], headings: readonly string[] = []): BodyFault[] {
  const faults: BodyFault[] = [];
  const seen = new Set(headings);
  for (const { element, place } of elements) {
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

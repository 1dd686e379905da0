// Pictures without words for those who do not see them.
import type { Root } from 'mdast';
import { type Diagnostic, error, warning } from '@/lib/base/diagnostic';
import type { Format } from '@/lib/mdx/body';
import type { HtmlElement } from '@/lib/mdx/html-elements';
import { walkMarkdown } from '@/lib/mdx/walk';

/** A fault for each picture without alternative text. In HTML, `alt=""` says on purpose that a picture only decorates. */
export function findMissingAlt(tree: Root, format: Format, elements: readonly HtmlElement[]): Diagnostic[] {
  const places: { line: number; column: number }[] = [];
  walkMarkdown(tree, (node) => {
    if ((node.type === 'image' || node.type === 'imageReference') && !node.alt?.trim()) {
      places.push(node.position?.start ?? { line: 1, column: 1 });
    }
  });
  for (const { element, place } of elements) {
    if (element.tagName === 'img' && element.properties.alt === undefined) places.push(place);
  }
  const report = format === 'md' ? warning : error;
  const fix = 'say between the brackets what it shows: ![A graph of releases](graph.png)';
  return places.map((place) => report('picture/alt', 'this image has no alt text', fix, place));
}

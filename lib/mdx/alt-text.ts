// Pictures without words for those who do not see them.
import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { BodyFault } from '@/lib/mdx/body-rules';
import { htmlElementsOf } from '@/lib/mdx/html-elements';
import type { Format } from '@/lib/mdx/syntax';

/** A fault for each picture without alternative text. In HTML, `alt=""` says on purpose that a picture only decorates. */
export function findMissingAlt(tree: Root, format: Format): BodyFault[] {
  const places: { line: number; column: number }[] = [];
  visit(tree, (node) => {
    if ((node.type === 'image' || node.type === 'imageReference') && !node.alt?.trim()) {
      places.push(node.position?.start ?? { line: 1, column: 1 });
    }
  });
  for (const { element, place } of htmlElementsOf(tree)) {
    if (element.tagName === 'img' && element.properties.alt === undefined) places.push(place);
  }
  return places.map(({ line, column }) => ({
    line,
    column,
    severity: format === 'md' ? 'warning' : 'error',
    code: 'picture/alt',
    message: 'this picture has no words for those who do not see it',
    fix: 'say between the brackets what it shows: ![A graph of releases](graph.png)',
  }));
}

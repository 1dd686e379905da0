// HTML in Markdown files that readers would not see, because the allow-list of lib/mdx/raw-html.ts drops it.
import type { Root } from 'mdast';
import { type Diagnostic, warning } from '@/lib/base/diagnostic';
import { type HtmlElement, placeIn } from '@/lib/mdx/html-elements';
import { droppedOf } from '@/lib/mdx/raw-html';
import { walkMarkdown } from '@/lib/mdx/walk';

/** A warning for each element, and for the attributes of each element, that would be dropped. Comments are meant to be. */
export function findDroppedHtml(tree: Root, elements: readonly HtmlElement[]): Diagnostic[] {
  const faults: Diagnostic[] = elements.flatMap(({ element, place }): Diagnostic[] => {
    const { tagName } = element;
    const dropped = droppedOf(element);
    if (dropped === 'element') return [droppedElement(tagName, place)];
    if (dropped.length === 0) return [];
    const names = dropped.map((name) =>
      name
        .replace(/^className$/, 'class')
        .replace(/^xLink/, 'xlink:')
        .toLowerCase(),
    );
    const message = `${names.join(', ')} of <${tagName}> would be dropped`;
    return [warning('html/attribute', message, 'leave it out', place)];
  });
  walkMarkdown(tree, (node) => {
    if (node.type !== 'html') return;
    const { value, position } = node;
    // HTML's parser drops these by itself when they stand inside a page.
    for (const match of value.matchAll(/<(html|head|body|frameset|frame)\b|<\?|<!(?!--)/gi)) {
      const before = value.slice(0, match.index).split('\n');
      const inside = { line: before.length, column: (before.at(-1) ?? '').length + 1 };
      faults.push(droppedElement(match[1]?.toLowerCase() ?? match[0].slice(1), placeIn(position?.start, inside)));
    }
  });
  return faults;
}

function droppedElement(tagName: string, place: { line: number; column: number }): Diagnostic {
  const fix = `use Markdown; for the text itself write \\<${tagName}>, or put it between backquotes`;
  return warning('html/element', `<${tagName}> would be dropped`, fix, place);
}

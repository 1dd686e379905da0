// Definition lists, a line `: text` below its term (PHP Markdown Extra, “Definition Lists”), as elements of HTML.
import type { Root, RootContent } from 'mdast';
import { walkMarkdown } from '@/lib/mdx/walk';

const names = { descriptionList: 'dl', descriptionTerm: 'dt', descriptionDetails: 'dd' };

/** Names the elements of definition lists. As in lists, details without empty lines have no paragraphs. */
export function nameDefinitions(tree: Root): void {
  walkMarkdown(tree, (node) => {
    if (node.type !== 'descriptionList' && node.type !== 'descriptionTerm' && node.type !== 'descriptionDetails')
      return;
    node.data = { hName: names[node.type] };
    if (node.type !== 'descriptionDetails' || node.spread) return;
    const flat = node.children.flatMap((child): RootContent[] =>
      child.type === 'paragraph' ? child.children : [child],
    );
    (node as { children: RootContent[] }).children = flat;
  });
}

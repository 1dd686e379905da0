// Ids of headings in braces, `## Title {#id .class}`, as Goldmark has them.
import type { Heading, Root } from 'mdast';
import { walkMarkdown } from '@/lib/mdx/walk';

/**
 * Removes the attributes from the ends of headings, and gives each heading its id. Classes and other attributes are ignored:
 * this site has no styles for them. Braces around anything else are text.
 */
export function putHeadingAttributes(tree: Root): void {
  walkMarkdown(tree, (node) => {
    if (node.type !== 'heading') return node.type === 'paragraph' ? 'skip' : undefined;
    const last = node.children.at(-1);
    if (last?.type !== 'text') return 'skip';
    const value = last.value.trimEnd();
    const open = value.endsWith('}') ? value.lastIndexOf('{') : -1;
    const attributes = open < 0 ? undefined : readAttributes(value.slice(open + 1, -1));
    if (!attributes) return 'skip';
    last.value = value.slice(0, open).trimEnd();
    if (last.value === '') node.children.pop();
    if (attributes.id !== undefined) node.data = { ...node.data, hProperties: { id: attributes.id } };
    return 'skip';
  });
}

/** The id that its author gave a heading. */
export function ownIdOf({ data }: Heading): string | undefined {
  const id = data?.hProperties?.id;
  return typeof id === 'string' ? id : undefined;
}

/** What is between the braces; undefined where that is not a list of attributes. */
function readAttributes(source: string): { id?: string } | undefined {
  const part = /\s*(?:#([\p{L}\p{N}_:.-]+)|\.[\w-]+|[A-Za-z_:][\w:.-]*=(?:"[^"]*"|'[^']*'|[\w.-]+))(?=\s|$)/uy;
  const end = source.trimEnd().length;
  let id: string | undefined;
  while (part.lastIndex < end) {
    const match = part.exec(source);
    if (!match) return undefined;
    id ??= match[1];
  }
  return end === 0 ? undefined : id === undefined ? {} : { id };
}

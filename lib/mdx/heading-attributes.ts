// Ids that headings are given in braces, `## Title {#id .class}`, as Goldmark has them.
import type { Heading, Root } from 'mdast';
import { walkMarkdown } from '@/lib/mdx/walk';

/** Whether a body may hold attributes of headings; most hold no brace, and then nothing more is done. */
export function mayHoldHeadingAttributes(body: string): boolean {
  return body.includes('{');
}

/**
 * Takes the attributes off the ends of headings, and gives each its id. Classes and other attributes are read and left
 * out: no style of this site knows them. Braces that hold anything else are text.
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

/** What stands between the braces; undefined where that is no list of attributes. */
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

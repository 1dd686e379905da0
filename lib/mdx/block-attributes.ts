// Block and inline attributes, which have no meaning on this site: `{.wide}` below a table (Goldmark), `{: .lead}`
// (kramdown), `[link](/a/){target=_blank}` (Python-Markdown, Pandoc).
import type { Nodes, Paragraph, Parents, RootContent, Table } from 'mdast';
import { readAttributes } from '@/lib/mdx/goldmark';
import { walkMarkdown } from '@/lib/mdx/walk';

/**
 * Removes attributes after blocks, on a line of their own, and directly after links, pictures, emphasis and code. An id becomes
 * that of the block. Those of kramdown, which begin with a colon, may also be before a block and at the end of its last line.
 * Braces around anything else, and in the middle of text, are text.
 */
export function removeBlockAttributes(tree: Nodes): void {
  walkMarkdown(tree, (node) => {
    if (node.type === 'table') removeRow(node);
    else if (node.type === 'paragraph') cleanText(node, true);
    else if (node.type === 'heading' || node.type === 'tableCell') cleanText(node, false);
    if (!('children' in node) || node.type === 'paragraph') return;
    const parent = node as Parents & { children: RootContent[] };
    parent.children = withoutAttributes(parent.children);
  });
}

/** Without the blocks that are attributes, and lists that kramdown replaces by the list of contents. */
function withoutAttributes(blocks: readonly RootContent[]): RootContent[] {
  const kept: RootContent[] = [];
  for (const block of blocks) {
    const written = block.type === 'paragraph' ? soleText(block) : undefined;
    const before = kept.at(-1);
    const attributes = written === undefined ? undefined : attributesIn(written);
    const isNext = before !== undefined && block.position?.start.line === (before.position?.end.line ?? 0) + 1;
    const isRemoved = attributes ? isNext || written?.startsWith('{:') : isContents(block) || isComment(written);
    if (!isRemoved) kept.push(block);
    else if (before && isNext) setId(before, attributes?.id);
  }
  return kept;
}

/** A list of one item, `* TOC` with `{:toc}` below, in whose place kramdown puts the list of contents. */
function isContents(block: RootContent): boolean {
  const [item, ...others] = block.type === 'list' ? block.children : [];
  const [text] = item?.children ?? [];
  const written = others.length === 0 && text?.type === 'paragraph' ? soleText(text) : undefined;
  return written !== undefined && /\n\{:\s*toc\b[^{}]*\}$/.test(written);
}

/** `{::comment}text{:/comment}` of kramdown, and what sets its options. */
function isComment(text = ''): boolean {
  return /^\{::(?:comment\}.*\{:\/(?:comment)?|options [^{}]*\/)\}$/s.test(text);
}

function soleText({ children }: Paragraph): string | undefined {
  const [only] = children;
  return children.length === 1 && only?.type === 'text' ? only.value.trim() : undefined;
}

function attributesIn(braces: string): { id?: string | undefined } | undefined {
  return /^\{[^{}]*\}$/.test(braces) ? readAttributes(braces.slice(1, -1)) : undefined;
}

function setId(node: RootContent | Paragraph | Table, id: string | undefined): void {
  if (id !== undefined && node.type !== 'shortcode') {
    node.data = { ...node.data, hProperties: { id, ...node.data?.hProperties } } as typeof node.data;
  }
}

/** A line of attributes below a table is read as its last row. */
function removeRow(table: Table): void {
  const [cell, ...others] = table.children.at(-1)?.children ?? [];
  const [only] = cell?.children ?? [];
  if (table.children.length < 2 || only?.type !== 'text' || cell?.children.length !== 1) return;
  const attributes = others.every(({ children }) => children.length === 0) && attributesIn(only.value.trim());
  if (!attributes) return;
  table.children.pop();
  setId(table, attributes.id);
}

const inlineBefore = new Set([
  'link',
  'linkReference',
  'image',
  'imageReference',
  'strong',
  'emphasis',
  'delete',
  'inlineCode',
]);

/** Removes attributes from the text of a block. @param isParagraph whether they may be its first and last line. */
function cleanText(block: Extract<Nodes, { type: 'paragraph' | 'heading' | 'tableCell' }>, isParagraph: boolean): void {
  for (const [index, child] of block.children.entries()) {
    if (child.type !== 'text' || !child.value.includes('{')) continue;
    const before = block.children[index - 1];
    if (before && inlineBefore.has(before.type)) cut(child, /^(\{[^{}\n]*\})/);
    if (index === 0) cut(child, isParagraph ? /^(\{:[^{}\n]*\})[ \t]*(?:\n|(?=\S)|$)/ : /^(\{:[^{}\n]*\})/);
    if (index !== block.children.length - 1) continue;
    if (isParagraph) {
      const attributes = cut(child, /\n[ \t]*(\{[^{}\n]*\})[ \t]*$/);
      setId(block, attributes?.id);
    }
    const last = cut(child, /(?<=[ \t])(\{:[^{}\n]*\})[ \t]*$/);
    if (last) child.value = child.value.trimEnd();
    setId(block, last?.id);
  }
  const kept = block.children.filter((child) => child.type !== 'text' || child.value !== '');
  if (kept.length > 0) block.children = kept;
}

/** Removes every match that is a list of attributes. @returns the attributes. */
function cut(text: { value: string }, pattern: RegExp): ReturnType<typeof readAttributes> {
  let found: ReturnType<typeof readAttributes>;
  for (let match = pattern.exec(text.value); match; match = pattern.exec(text.value)) {
    const attributes = attributesIn(match[1] ?? '');
    if (!attributes) break;
    found ??= attributes;
    text.value = text.value.slice(0, match.index) + text.value.slice(match.index + match[0].length);
  }
  return found;
}

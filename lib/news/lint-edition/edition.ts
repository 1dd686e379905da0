// An edition with what the rules of `lint-edition` read: its text in blocks, whose characters have a place in the file.
import type { Nodes, Root, Text } from 'mdast';
import { now } from '@/lib/base/clock';
import type { Where } from '@/lib/base/diagnostic';
import { lookupIn } from '@/lib/content/community';
import type { LoadedContent } from '@/lib/content/load';
import type { Post } from '@/lib/content/posts';
import { resolveEdition } from '@/lib/edition/resolve';
import { findPlacements, toPlacements } from '@/lib/mdx/placements';
import { parseBody } from '@/lib/mdx/syntax';
import { toSpan } from '@/lib/news/arguments';
import { gatherMonth } from '@/lib/news/draft/gather';

/** A paragraph, a heading or a table cell as plain text, without inline code. */
export interface Block {
  readonly text: string;
  /** Whether it is part of a quotation. */
  readonly quoted: boolean;
  /** The number of the table that it is a cell of. */
  readonly table: number | undefined;
  /** The place of a character in the file. */
  at(index: number): Where;
}

/** An edition, with all that the rules read. */
export type LintedEdition = ReturnType<typeof readEdition>;

/** Reads a post for the rules. @throws if its text cannot be parsed, which `npm run check` explains. */
export function readEdition(post: Post, content: LoadedContent) {
  const tree = parseBody(post.body, post.format);
  const file = post.shownFile;
  const placeIn: PlaceIn = (line = 1, column = 1) => ({ file, line: line + post.bodyLine - 1, column });
  const { period, ahead } = post.coverage;
  const span = period === undefined ? undefined : toSpan(period, { ahead });
  const { community, posts } = content;
  const placements = toPlacements(findPlacements(tree));
  const lookup = lookupIn(community, now());
  const postAt = (url: string) => posts.find((each) => each.url === url);
  return {
    post,
    content,
    lookup,
    /** What it names, and what of that its text places. */
    edition: resolveEdition(post, { community, lookup, postAt }, placements),
    tree,
    blocks: toBlocks(tree, placeIn),
    placements,
    /** The days that it covers and their entries; undefined for a post that is not a monthly update. */
    month: span && { span, facts: gatherMonth(content, span, new Map()) },
    /** The place of a node of the tree in the file. */
    placeOf: ({ position }: Pick<Nodes, 'position'>) => placeIn(position?.start.line, position?.start.column),
    /** The place of a value of the front matter in the file. */
    placeOfField: (path: readonly PropertyKey[]): Where => ({ file, ...content.places.get(post)?.placeOf(path) }),
  };
}

/** The place of a line and a column of the body in the file. */
type PlaceIn = (line?: number, column?: number) => Where;

function toBlocks(tree: Root, placeIn: PlaceIn): Block[] {
  const blocks: Block[] = [];
  let tables = 0;
  const walk = (node: Nodes, quoted: boolean, table: number | undefined): void => {
    if (!('children' in node)) return;
    // A component on a line of its own has its text without a paragraph: <Prompt>…</Prompt>.
    const hasText = node.children.some(({ type }) => type === 'text');
    if (hasText || node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') {
      const { text, parts } = flatten(node);
      blocks.push({ text, quoted, table, at: (index) => placeWithin(parts, index, placeIn, node) });
      return;
    }
    if (node.type === 'table') tables += 1;
    const inTable = node.type === 'table' ? tables : table;
    // An alert (`> [!NOTE]`) is written as a quotation but is our own text.
    const isQuote = node.type === 'blockquote' && !/^\[!\w+\]/.test(flatten(node).text);
    for (const child of node.children) walk(child, quoted || isQuote, inTable);
  };
  walk(tree, false, undefined);
  return blocks;
}

interface PlacedText {
  readonly start: number;
  readonly node: Text;
}

function flatten(node: Nodes): { text: string; parts: PlacedText[] } {
  let text = '';
  const parts: PlacedText[] = [];
  const walk = (child: Nodes): void => {
    if (child.type === 'text') {
      parts.push({ start: text.length, node: child });
      text += child.value;
    } else if (child.type === 'inlineCode' || child.type === 'break') text += ' ';
    else if ('children' in child) child.children.forEach(walk);
  };
  walk(node);
  return { text, parts };
}

function placeWithin(parts: readonly PlacedText[], index: number, placeIn: PlaceIn, block: Nodes): Where {
  const part = parts.findLast(({ start }) => start <= index);
  const begin = (part?.node ?? block).position?.start;
  if (!begin || !part) return placeIn(begin?.line, begin?.column);
  const before = part.node.value.slice(0, index - part.start).split('\n');
  const last = before.at(-1) ?? '';
  return before.length === 1
    ? placeIn(begin.line, begin.column + last.length)
    : placeIn(begin.line + before.length - 1, last.length + 1);
}

/** The index of a name in a text, as a word of its own; -1 if it is not there. */
export function indexOfName(text: string, name: string): number {
  const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+');
  return text.search(new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}]|\\.\\d)`, 'u'));
}

/** The place of a name in the first block that contains it. */
export function findName({ blocks }: LintedEdition, name: string): Where | undefined {
  for (const block of blocks) {
    const index = indexOfName(block.text, name);
    if (index >= 0) return block.at(index);
  }
  return undefined;
}

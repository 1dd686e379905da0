// An edition as its last reader sees it: its text in blocks, each of whose characters has a place in the file.
import type { Nodes, Root, Text } from 'mdast';
import { now } from '@/lib/base/clock';
import type { Place } from '@/lib/base/diagnostic';
import type { Span } from '@/lib/base/month';
import { lookupIn } from '@/lib/content/community';
import type { LoadedContent } from '@/lib/content/load';
import type { Post } from '@/lib/content/posts';
import type { LocatedData } from '@/lib/content/yaml';
import { type Edition, resolveEdition } from '@/lib/edition/resolve';
import type { Lookup } from '@/lib/kinds/kind';
import { findPlacements } from '@/lib/mdx/inspect';
import { type Placements, toPlacements } from '@/lib/mdx/placements';
import { parseBody } from '@/lib/mdx/syntax';
import { gatherMonth, type MonthFacts } from '@/lib/news/draft/gather';
import { toSpan } from '@/lib/news/month';

/** A paragraph, a heading or a cell of a table, as plain text. What stands between backquotes is left out. */
export interface Block {
  readonly text: string;
  /** 0 for what is no heading. */
  readonly rank: number;
  /** Whether others are quoted in it. */
  readonly quoted: boolean;
  /** Which table it is a cell of, by number. */
  readonly table: number | undefined;
  /** The place in the file of a character. */
  at(index: number): Place;
}

/** An edition, with all that the rules look at. */
export interface LintedEdition {
  readonly post: Post;
  readonly content: LoadedContent;
  readonly lookup: Lookup;
  /** What it names, and what of that its text shows. */
  readonly edition: Edition;
  readonly tree: Root;
  readonly blocks: readonly Block[];
  readonly placements: Placements;
  /** Where the values of its front matter are. */
  readonly located: LocatedData | undefined;
  /** The days that it covers, and what the entries know of them; nothing for a post that is no monthly update. */
  readonly month: { readonly span: Span; readonly facts: MonthFacts } | undefined;
  /** The place in the file of a node of the tree. */
  placeOf(node: { position?: Nodes['position'] }): Place;
}

/** What a rule found. */
export interface Finding extends Place {
  /** The second half of its code: `weekday`. */
  readonly rule: string;
  readonly message: string;
  readonly fix: string;
}

/** Reads a post for its last look. @throws where its text cannot be parsed, which `npm run check` explains. */
export function readEdition(post: Post, content: LoadedContent): LintedEdition {
  const tree = parseBody(post.body, post.format);
  const placeIn = (line: number, column: number): Place => ({ line: line + post.bodyLine - 1, column });
  const { period } = post.coverage;
  const span = period === undefined ? undefined : toSpan(period);
  const { community, posts } = content;
  const placements = toPlacements(findPlacements(tree));
  const lookup = lookupIn(community, now());
  const postAt = (url: string) => posts.find((each) => each.url === url);
  return {
    post,
    content,
    lookup,
    edition: resolveEdition(post, { community, lookup, postAt }, placements),
    tree,
    blocks: toBlocks(tree, placeIn),
    placements,
    located: content.places.get(post),
    month: span && { span, facts: gatherMonth(content, span, new Map()) },
    placeOf: ({ position }) => placeIn(position?.start.line ?? 1, position?.start.column ?? 1),
  };
}

function toBlocks(tree: Root, placeIn: (line: number, column: number) => Place): Block[] {
  const blocks: Block[] = [];
  let tables = 0;
  const walk = (node: Nodes, quoted: boolean, table: number | undefined): void => {
    if (!('children' in node)) return;
    // A component on a line of its own has its text without a paragraph: <Prompt>…</Prompt>.
    const hasText = node.children.some(({ type }) => type === 'text');
    if (hasText || node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') {
      const rank = node.type === 'heading' ? node.depth : 0;
      const { text, parts } = flatten(node);
      const at = (index: number) => placeWithin(parts, index, placeIn, node);
      blocks.push({ text, rank, quoted, table, at });
      return;
    }
    if (node.type === 'table') tables += 1;
    const inTable = node.type === 'table' ? tables : table;
    // An alert (`> [!NOTE]`) is written as a quotation and is our own text.
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

function placeWithin(
  parts: readonly PlacedText[],
  index: number,
  placeIn: (line: number, column: number) => Place,
  around: Nodes,
): Place {
  const part = parts.findLast(({ start }) => start <= index);
  const begin = (part?.node ?? around).position?.start;
  if (!begin || !part) return placeIn(begin?.line ?? 1, begin?.column ?? 1);
  const before = part.node.value.slice(0, index - part.start).split('\n');
  const last = before.at(-1) ?? '';
  return before.length === 1
    ? placeIn(begin.line, begin.column + last.length)
    : placeIn(begin.line + before.length - 1, last.length + 1);
}

/** Where a name stands in a text as a word of its own, or -1. */
export function indexOfName(text: string, name: string): number {
  const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+');
  return text.search(new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}]|\\.\\d)`, 'u'));
}

/** The first block that holds a name, with the place of the name. */
export function findName({ blocks }: LintedEdition, name: string): Place | undefined {
  for (const block of blocks) {
    const index = indexOfName(block.text, name);
    if (index >= 0) return block.at(index);
  }
  return undefined;
}

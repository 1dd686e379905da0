// Release notes, reduced by their headings to highlights and breaking changes.
import type { PhrasingContent, Root, RootContent } from 'mdast';
import { toMarkdown } from 'mdast-util-to-markdown';
import { toString as plainText } from 'mdast-util-to-string';
import { httpsUrl } from '@/lib/base/fields';
import { parseBody } from '@/lib/mdx/syntax';
import { cleanText } from '@/lib/news/collect/clean';

type Part = 'highlights' | 'breaking' | 'other';

/** Parts by the words of their headings; the first match counts. */
const parts: readonly [RegExp, Part][] = [
  [/\bbreaking\b/i, 'breaking'],
  [/\b(?:highlights?|notable)\b/i, 'highlights'],
  [
    /\b(?:changelogs?|contributors|documentation|docs|fix(?:es)?|bugs?|dependencies|install\w*|upgrad\w+|thanks|changes|changed|commits)\b/i,
    'other',
  ],
  [/\b(?:features?|improvements?|enhancements?|added|new)\b/i, 'highlights'],
];

/** The most characters of the notes, of a block, and of a line that is kept: longer text is slow to parse. */
const longest = { notes: 130_000, block: 4_000, line: 600 };
const mostLines = 20;

/**
 * Reduces release notes.
 *
 * @param notes Markdown from GitHub, which is not trusted.
 * @param base the address that relative links are resolved against.
 * @returns what is kept, each item a line of Markdown, and what was left out, a sentence each.
 */
export function reduceNotes(notes: string, base: string) {
  const { text, left } = dropUnreadable(cleanText(notes.slice(0, longest.notes)));
  const empty = () => ({ items: [] as string[], paragraphs: [] as string[] });
  const found = { highlights: empty(), breaking: empty(), other: empty() };
  let tree: Root;
  try {
    tree = parseBody(text, 'md');
  } catch {
    return { highlights: [], breaking: [], remarks: ['its notes cannot be parsed'] };
  }
  const links = definitionsOf(tree);
  const line = (nodes: readonly PhrasingContent[]) => toLine(nodes, base, links);
  let open: { depth: number; part: Part }[] = [];
  for (const node of tree.children) {
    const heading = headingOf(node);
    if (heading) {
      open = open.filter(({ depth }) => depth < heading.depth);
      const part = parts.find(([words]) => words.test(heading.text))?.[1] ?? open.at(-1)?.part ?? 'other';
      open.push({ depth: heading.depth, part });
      continue;
    }
    const { items, paragraphs } = found[open.at(-1)?.part ?? 'other'];
    if (node.type === 'paragraph') paragraphs.push(line(node.children));
    if (node.type !== 'list') continue;
    for (const { children } of node.children) {
      if (children[0]?.type === 'paragraph') items.push(line(children[0].children));
    }
  }
  const remarks = left > 0 ? ['parts of its notes are too long or too deeply nested to parse'] : [];
  const keep = ({ items, paragraphs }: ReturnType<typeof empty>, what: string) => {
    const all = (items.length > 0 ? items : paragraphs).filter((each) => each !== '');
    const short = all.filter((each) => each.length <= longest.line);
    const kept = [...new Set(short)].slice(0, mostLines);
    if (kept.length < new Set(all).size) remarks.push(`kept ${kept.length} of ${all.length} ${what}`);
    return kept;
  };
  return {
    highlights: keep(found.highlights, 'highlights'),
    breaking: keep(found.breaking, 'breaking changes'),
    remarks,
  };
}

/** Without blocks that would take the parser seconds, or exhaust its stack. */
function dropUnreadable(text: string): { text: string; left: number } {
  const blocks = text.split(/(\n(?=[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t])|\n(?:[ \t]*\n)+)/);
  const isReadable = (block: string) =>
    block.length <= longest.block &&
    !/^(?:[ \t]*(?:[>*+-]|\d{1,9}[.)])){12}/m.test(block) &&
    !/^[ \t]{60}/m.test(block);
  const readable = blocks.filter(isReadable);
  return { text: readable.join(''), left: blocks.length - readable.length };
}

const noAlt = { includeImageAlt: false };

/** A heading, or a paragraph that is used as one: `**Breaking changes:**`. */
function headingOf(node: RootContent): { depth: number; text: string } | undefined {
  if (node.type === 'heading') return { depth: node.depth, text: plainText(node, noAlt) };
  if (node.type !== 'paragraph' || node.children.length !== 1) return undefined;
  const [only] = node.children;
  return only?.type === 'strong' ? { depth: 7, text: plainText(only, noAlt) } : undefined;
}

function definitionsOf(tree: Root): ReadonlyMap<string, string> {
  return new Map(tree.children.flatMap((node) => (node.type === 'definition' ? [[node.identifier, node.url]] : [])));
}

/** Inline Markdown on one line, with only text, code, emphasis and links to https addresses. */
function toLine(nodes: readonly PhrasingContent[], base: string, links: ReadonlyMap<string, string>): string {
  const children = nodes.flatMap((node) => harmless(node, base, links));
  const markdown = toMarkdown({ type: 'paragraph', children }, { bullet: '-', emphasis: '_' });
  return markdown.replace(/\s+/g, ' ').replace(/^(?: |&#x20;)+|(?: |&#x20;)+$/g, '');
}

function harmless(node: PhrasingContent, base: string, links: ReadonlyMap<string, string>): PhrasingContent[] {
  const inner = (children: readonly PhrasingContent[]) => children.flatMap((child) => harmless(child, base, links));
  switch (node.type) {
    case 'text':
      return [{ type: 'text', value: node.value.replace(/\s+/g, ' ') }];
    case 'inlineCode':
      return [{ type: 'inlineCode', value: node.value.replace(/\s+/g, ' ') }];
    case 'break':
      return [{ type: 'text', value: ' ' }];
    case 'strong':
    case 'emphasis':
      return [{ type: node.type, children: inner(node.children) }];
    case 'delete':
      return inner(node.children);
    case 'link':
      return toLink(node.url, inner(node.children), base);
    case 'linkReference':
      return toLink(links.get(node.identifier) ?? '', inner(node.children), base);
    default:
      return [];
  }
}

function toLink(address: string, children: PhrasingContent[], base: string): PhrasingContent[] {
  const url = address !== '' && URL.canParse(address, base) ? new URL(address, base).href : '';
  if (!httpsUrl.safeParse(url).success) return children;
  const [, number] = /^https:\/\/github\.com\/[^/]+\/[^/]+\/(?:pull|issues)\/(\d+)$/.exec(url) ?? [];
  const isBare = children.length === 1 && children[0]?.type === 'text' && children[0].value === address;
  const label: PhrasingContent[] = number && isBare ? [{ type: 'text', value: `#${number}` }] : children;
  // Links cannot be nested.
  const plain = label.filter(({ type }) => type !== 'link') as typeof children;
  return [{ type: 'link', url, children: plain as never }];
}

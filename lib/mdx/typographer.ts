// Typographic quotation marks, dashes and dots for those that keyboards have: what Goldmark's typographer does.
import type { Link, Nodes, Root, Text } from 'mdast';
import { walkMarkdown } from '@/lib/mdx/walk';

/** Blocks whose text belongs together: a mark at the edge of one node opens or closes what is next to it. */
const blocks: ReadonlySet<string> = new Set([
  'paragraph',
  'heading',
  'tableCell',
  'descriptionTerm',
  'descriptionDetails',
]);

/**
 * Sets quotation marks (‘ ’ “ ”), dashes (`--` –, `---` —), dots (`...` …) and guillemets. Code, HTML and links whose text
 * is their address stay as they are, and so do dashes in headings, because ids are made from them.
 */
export function setTypography(tree: Root): void {
  let before = '';
  let inHeading = false;
  walkMarkdown(tree, (node, _, parent) => {
    if (blocks.has(node.type)) {
      before = '';
      inHeading = node.type === 'heading';
    } else if (node.type === 'text') {
      const { value } = node;
      if (isAddress(node, parent)) before = value.at(-1) ?? before;
      else before = setText(node, before, inHeading);
    } else if (node.type === 'inlineCode' || node.type === 'image') before = 'x';
    else if (node.type === 'break') before = ' ';
  });
}

/** Whether a text is the address of its own link. */
function isAddress({ value }: Text, parent: Nodes | undefined): boolean {
  if (parent?.type !== 'link') return false;
  const { url } = parent as Link;
  return url === value || url.replace(/^(?:https?:\/\/|mailto:)/, '') === value;
}

const marks = /["']|-{2,3}(?!-)|\.{3}|<<|>>/g;

/** Sets one text. @param before the character before it. @returns its last character. */
function setText(node: Text, before: string, inHeading: boolean): string {
  const { value } = node;
  node.value = value.replace(marks, (mark, index: number) => {
    const previous = index === 0 ? before : (value[index - 1] ?? '');
    const next = value[index + mark.length] ?? '';
    if (mark === '"') return opens(previous, next) ? '“' : '”';
    if (mark === "'") return opens(previous, next) && !isElided(value, index) ? '‘' : '’';
    if (mark === '...') return '…';
    if (mark === '<<') return '«';
    if (mark === '>>') return '»';
    if (inHeading || previous === '-') return mark;
    return mark === '---' ? '—' : '–';
  });
  return value.at(-1) ?? before;
}

/** Whether a quotation mark between two characters opens. What follows the end of a text is unknown, and not a space. */
function opens(previous: string, next: string): boolean {
  return (previous === '' || /[\s([{\-–—/"'“‘«¿¡]/.test(previous)) && !/\s/.test(next);
}

/** Whether an apostrophe marks letters left out at the start of a word: ’90s, ’tis. */
function isElided(value: string, index: number): boolean {
  return /^'(?:\d\ds?\b|(?:tis|twas|em|cause|til|n)\b)/i.test(value.slice(index, index + 8));
}

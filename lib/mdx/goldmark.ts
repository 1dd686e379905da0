// The extensions of Goldmark, Hugo's parser: attributes of headings, definition lists, emoji, typography.
import { nameToEmoji } from 'gemoji';
import type { Heading, Link, Nodes, Root, RootContent, Text } from 'mdast';
import { walkMarkdown } from '@/lib/mdx/walk';

/**
 * Removes the attributes from the ends of headings, `## Title {#id .class}`, and gives each heading its id. Classes and other
 * attributes are ignored: this site has no styles for them. Braces around anything else are text.
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

/** The id that its author gave a heading or another block. */
export function ownIdOf({ data }: Pick<Nodes, 'data'>): string | undefined {
  const id = (data as Heading['data'])?.hProperties?.id;
  return typeof id === 'string' ? id : undefined;
}

/**
 * Reads what is between braces: `#id .class key=value`, and after a colon also single words, as kramdown has them.
 *
 * @returns undefined where that is not a list of attributes.
 */
export function readAttributes(source: string): { id?: string | undefined } | undefined {
  const [, colon, list = ''] = /^(:?)(.*)$/s.exec(source.trimEnd()) ?? [];
  const part =
    /\s*(?:#([\p{L}\p{N}_:.-]+)|\.[\w-]+|([A-Za-z_:][\w:.-]*)=(?:"([^"]*)"|'([^']*)'|([\w.%/-]+)))(?=[\s.#]|$)/uy;
  const word = /\s*[\w-]+:?(?=\s|$)/y;
  let id: string | undefined;
  for (let at = 0; at < list.length; at = part.lastIndex) {
    part.lastIndex = at;
    const match = part.exec(list);
    word.lastIndex = at;
    if (match) id ??= match[1] ?? (match[2] === 'id' ? (match[3] ?? match[4] ?? match[5]) : undefined);
    else if (colon && word.test(list)) part.lastIndex = word.lastIndex;
    else return undefined;
  }
  return list === '' ? undefined : { id };
}

const definitionElements = { descriptionList: 'dl', descriptionTerm: 'dt', descriptionDetails: 'dd' };

/**
 * Names the elements of definition lists, a line `: text` below its term (PHP Markdown Extra, “Definition Lists”). As in
 * lists, details without empty lines have no paragraphs.
 */
export function nameDefinitions(tree: Root): void {
  walkMarkdown(tree, (node) => {
    if (node.type !== 'descriptionList' && node.type !== 'descriptionTerm' && node.type !== 'descriptionDetails')
      return;
    node.data = { hName: definitionElements[node.type] };
    if (node.type !== 'descriptionDetails' || node.spread) return;
    const flat = node.children.flatMap((child): RootContent[] =>
      child.type === 'paragraph' ? child.children : [child],
    );
    (node as { children: RootContent[] }).children = flat;
  });
}

/** Replaces the names of emoji, `:tada:`. Code and other words between colons are unchanged. */
export function putEmoji(tree: Root): void {
  walkMarkdown(tree, (node) => {
    if (node.type !== 'text') return;
    node.value = node.value.replace(/:([a-z0-9_+-]+):/g, (written, name: string) =>
      Object.hasOwn(nameToEmoji, name) ? (nameToEmoji[name] ?? written) : written,
    );
  });
}

/** Blocks whose text belongs together: a mark at the edge of one node opens or closes what is next to it. */
const blocks = new Set(['paragraph', 'heading', 'tableCell', 'descriptionTerm', 'descriptionDetails']);

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

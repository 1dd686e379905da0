// A mail as plain text, for programs that show no HTML and readers who want none.
import type { Element, ElementContent } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { convert, type FormatCallback } from 'html-to-text';
import { element } from '@/lib/base/html';
import { toMailHtml } from '@/lib/news/email/html';

/** The width of lines, so that they survive being quoted. Code and addresses that are longer stay whole. */
const width = 72;

/** @param nodes see `toMailNodes`. */
export function toMailText(nodes: readonly ElementContent[]): string {
  return `${toText(nodes.map(toReadable))}\n`;
}

function toText(nodes: readonly ElementContent[]): string {
  const blocks = { dd: indented, ...Object.fromEntries(Object.entries({ h1: '=', h2: '-' }).map(toUnderlined)) };
  const plain = ['h3', 'h4', 'h5', 'h6'].map((selector) => ({
    selector,
    options: { uppercase: false, leadingLineBreaks: 2 },
  }));
  return convert(toMailHtml(nodes), {
    wordwrap: width,
    formatters: blocks,
    selectors: [
      ...Object.keys(blocks).map((selector) => ({ selector, format: selector })),
      ...plain,
      { selector: 'a', options: { hideLinkHrefIfSameAsText: true, linkBrackets: ['<', '>'] } },
      { selector: 'img', options: { linkBrackets: ['<', '>'] } },
      { selector: 'del', format: 'inlineSurround', options: { prefix: '~~', suffix: '~~' } },
      { selector: 'dt', format: 'block', options: { leadingLineBreaks: 2, trailingLineBreaks: 1 } },
      { selector: 'div.box', format: 'blockquote' },
      { selector: 'table', format: 'dataTable', options: { uppercaseHeaderCells: false, maxColumnWidth: 40 } },
    ],
  });
}

/** A heading with a line of a character below it. */
function toUnderlined([tagName, character]: [string, string]): [string, FormatCallback] {
  const underline = (text: string) => {
    const lengths = text.split('\n').map((line) => [...line].length);
    return `${text}\n${character.repeat(Math.min(Math.max(...lengths), width))}`;
  };
  return [
    tagName,
    ({ children }, walk, builder) => {
      builder.openBlock({ leadingLineBreaks: 3 });
      walk(children, builder);
      builder.closeBlock({ trailingLineBreaks: 2, blockTransform: underline });
    },
  ];
}

const indented: FormatCallback = ({ children }, walk, builder) => {
  builder.openBlock({ leadingLineBreaks: 1, reservedLineLength: 2 });
  walk(children, builder);
  builder.closeBlock({ trailingLineBreaks: 2, blockTransform: (text) => text.replace(/^(?=.)/gm, '  ') });
};

/** What loses its meaning without marks: references to footnotes, powers, and tables that are too wide for a line. */
function toReadable(node: ElementContent): ElementContent {
  if (node.type !== 'element') return node;
  const children = node.children.map(toReadable);
  if (node.tagName === 'sup') return { type: 'text', value: raised(node) };
  const shown = { ...node, children };
  return node.tagName === 'table' && isTooWide(shown) ? toRecords(shown) : shown;
}

function raised(node: Element): string {
  const text = textOf(node);
  const isReference = node.children.some((child) => child.type === 'element' && child.tagName === 'a');
  if (isReference) return `[${text}]`;
  return /^[-+−]?\d/.test(text) ? `^${text}` : text;
}

function isTooWide(table: Element): boolean {
  return toText([table])
    .split('\n')
    .some((line) => line.length > width);
}

/** A table as a paragraph for each row, which has each cell on a line of its own, after the name of its column. */
function toRecords(table: Element): Element {
  const rows = rowsOf(table);
  const [first = [], ...rest] = rows;
  if (rows.flat().some(({ properties }) => properties.colSpan || properties.rowSpan)) return table;
  const hasHead = first.every(({ tagName }) => tagName === 'th');
  const names = hasHead ? first.map(textOf) : [];
  const records = (hasHead ? rest : rows).map((cells) => {
    const named = cells.map(({ children }, at) => (names[at] ? [`${names[at]}: `, ...children] : children));
    const lines = named.filter((_, at) => cells[at]?.children.length);
    return element(
      'p',
      {},
      lines.map((line, at) => (at === 0 ? line : [element('br', {}), ...line])),
    );
  });
  return element('div', {}, records);
}

function rowsOf(node: Element): Element[][] {
  const elements = node.children.filter((child) => child.type === 'element');
  return elements.flatMap((child) => (child.tagName === 'tr' ? [cellsOf(child)] : rowsOf(child)));
}

function cellsOf(row: Element): Element[] {
  return row.children.filter((child) => child.type === 'element');
}

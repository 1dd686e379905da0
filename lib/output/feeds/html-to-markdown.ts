// Plain HTML to Markdown, in one walk over the tree. A library that does it by way of a second tree takes ten times as long,
// and it is done for every post of every build.
import type { Element, ElementContent, Properties } from 'hast';

/** Elements that begin a block of their own; all others stand in a line of text. */
const blocks: ReadonlySet<string> = new Set(
  (
    'blockquote caption dd details div dl dt figcaption figure h1 h2 h3 h4 h5 h6 hr li ol p pre summary table tbody td ' +
    'tfoot th thead tr ul'
  ).split(' '),
);

/**
 * Writes elements of HTML as Markdown (CommonMark 0.31.2 with the tables and the struck text of GFM). What Markdown has no
 * form for is written as what stands in it.
 *
 * @param nodes of text and elements; addresses are written as they are.
 * @returns blocks with an empty line between them, without a final line end; empty for nothing.
 */
export function toMarkdown(nodes: readonly ElementContent[]): string {
  return toBlocks(nodes).join('\n\n');
}

/** The blocks in some content; what stands between two of them is a paragraph. */
function toBlocks(nodes: readonly ElementContent[]): string[] {
  const written: string[] = [];
  let line: ElementContent[] = [];
  /** The list that was written last, while nothing came after it. */
  let list: { readonly tagName: string; readonly isOther: boolean } | undefined;
  const endLine = () => {
    const text = toParagraph(line);
    if (text !== '') {
      written.push(text);
      list = undefined;
    }
    line = [];
  };
  for (const node of nodes) {
    if (node.type !== 'element' || !isBlock(node)) {
      line.push(node);
      continue;
    }
    endLine();
    const { tagName } = node;
    const isList = tagName === 'ul' || tagName === 'ol';
    // Two lists beside each other are two by another mark alone (section 5.3).
    const isOther = isList && list?.tagName === tagName && !list.isOther;
    const texts = isList ? nonEmpty(toList(node, isOther)) : toBlock(node);
    written.push(...texts);
    if (texts.length > 0) list = isList ? { tagName, isOther } : undefined;
  }
  endLine();
  return written;
}

/** Whether an element begins a block: `<a><h2>…` does, too. */
function isBlock(element: Element): boolean {
  return blocks.has(element.tagName) || holdsBlock(element);
}

function holdsBlock({ children }: { readonly children: readonly ElementContent[] }): boolean {
  return children.some((child) => child.type === 'element' && isBlock(child));
}

function toBlock(element: Element): string[] {
  const { tagName, children } = element;
  switch (tagName) {
    case 'p':
      return holdsBlock(element) ? toBlocks(children) : nonEmpty(toParagraph(children));
    case 'h1':
    case 'h2':
    case 'h3':
    case 'h4':
    case 'h5':
    case 'h6':
      return nonEmpty(toHeading(Number(tagName[1]), children));
    case 'hr':
      return ['***'];
    case 'pre':
      return [toFence(element)];
    case 'blockquote':
      return nonEmpty(indent(toBlocks(children).join('\n\n'), '> ', '> '));
    case 'table':
      return toTable(element);
    case 'dt': {
      const text = toLine(children, { bold: true });
      return nonEmpty(text && `**${text}**`);
    }
    default:
      return toBlocks(children);
  }
}

function nonEmpty(text: string): string[] {
  return text === '' ? [] : [text];
}

function toHeading(level: number, children: readonly ElementContent[]): string {
  const text = toLine(children).replaceAll('\\\n', ' ');
  // Hashes at the end would be taken for the heading's own (CommonMark, section 4.2).
  return text && `${'#'.repeat(level)} ${text.replace(/(^|\s)(#+)$/, '$1\\$2')}`;
}

function toParagraph(children: readonly ElementContent[]): string {
  return toLine(children).split('\n').map(escapeStart).join('\n');
}

/** What would make a line of text something else than text. */
function escapeStart(line: string): string {
  return line
    .replace(/^(?=#{1,6}(?:\s|$)|[+-](?:\s|$)|>|~~~|=+\s*$|-+\s*$)/, '\\')
    .replace(/^(\d{1,9})(?=[.)](?:\s|$))/, '$1\\');
}

/** Code as it is, between fences longer than any in it. */
function toFence(pre: Element): string {
  const text = textOf(pre).replace(/\n$/, '');
  const [code] = pre.children;
  const language = code?.type === 'element' ? String(code.properties.dataLanguage ?? '') : '';
  const fence = '`'.repeat(longestRun(text, 3) + 1);
  return `${fence}${/^[\w+#.-]+$/.test(language) ? language : ''}\n${text}${text === '' ? '' : '\n'}${fence}`;
}

/** The longest run of backticks in a text, or one less than the least that is wanted. */
function longestRun(text: string, least: number): number {
  return (text.match(/`+/g) ?? []).reduce((most, { length }) => Math.max(most, length), least - 1);
}

function toStart({ start }: Properties): number {
  const first = Number(start ?? 1);
  return Number.isInteger(first) && first >= 0 && first < 1e6 ? first : 1;
}

function toList({ tagName, properties, children }: Element, isOther: boolean): string {
  const items = children.filter((child) => child.type === 'element');
  const start = tagName === 'ol' ? toStart(properties) : undefined;
  const between = items.every(isTight) ? '\n' : '\n\n';
  const written = items.map((item, index) => {
    const mark = start === undefined ? (isOther ? '* ' : '- ') : `${start + index}${isOther ? ')' : '.'} `;
    const parts = item.tagName === 'li' ? toBlocks(item.children) : toBlocks([item]);
    return indent(parts.join(between), mark, ' '.repeat(mark.length)).trimEnd();
  });
  return written.join(between);
}

/** Whether an item needs no empty line: a line of text, and then lists at most, which may follow one without. */
function isTight({ children }: Element): boolean {
  const content = children.filter((child) => child.type !== 'text' || child.value.trim() !== '');
  const first = content.findIndex((child) => child.type === 'element' && isBlock(child));
  return (
    first === -1 ||
    content
      .slice(first)
      .every(
        (child) =>
          child.type === 'element' &&
          (child.tagName === 'ul' || (child.tagName === 'ol' && toStart(child.properties) === 1)),
      )
  );
}

/** Puts something before the first line and before the others; empty lines get none of its spaces. */
function indent(text: string, first: string, others: string): string {
  if (text === '') return first.startsWith('>') ? '' : first;
  return text
    .split('\n')
    .map((line, index) =>
      line === '' ? (index === 0 ? first : others).trimEnd() : (index === 0 ? first : others) + line,
    )
    .join('\n');
}

/** A table of GFM has one row of heads; one without gets an empty one. */
function toTable(table: Element): string[] {
  const rows: Element[] = [];
  const captions: Element[] = [];
  const collect = ({ children }: Element) => {
    for (const child of children) {
      if (child.type !== 'element') continue;
      if (child.tagName === 'tr') rows.push(child);
      else if (child.tagName === 'caption') captions.push(child);
      else collect(child);
    }
  };
  collect(table);
  const cells = rows.map(({ children }) =>
    children.filter((child) => child.type === 'element').map((cell) => toCell(cell.children)),
  );
  const width = Math.max(0, ...cells.map(({ length }) => length));
  const caption = captions.flatMap(({ children }) => toBlocks(children));
  if (width === 0) return caption;
  const hasHead = rows[0]?.children.every((cell) => cell.type !== 'element' || cell.tagName === 'th') ?? false;
  const all = hasHead ? cells : [[], ...cells];
  const lines = all.map((row) => `| ${Array.from({ length: width }, (_, index) => row[index] ?? '').join(' | ')} |`);
  lines.splice(1, 0, `| ${Array.from({ length: width }, () => '-').join(' | ')} |`);
  return [...caption, lines.join('\n')];
}

/** A cell is one line, in which a bar ends it even in code (GFM, section 4.10). */
function toCell(children: readonly ElementContent[]): string {
  const text = holdsBlock({ children }) ? toBlocks(children).join(' ') : toLine(children);
  return text
    .replaceAll('\\\n', ' ')
    .replace(/\s*\n\s*/g, ' ')
    .replaceAll('|', '\\|');
}

/** What a piece of a line stands in. */
interface Within {
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly struck?: boolean;
  readonly link?: boolean;
}

/** Text and the elements in it, as a line; of a `<br>`, a line that ends in a backslash. */
function toLine(children: readonly ElementContent[], within: Within = {}): string {
  const pieces = toPieces(children, within);
  return joinPieces(pieces)
    .replace(/ *\\\n */g, '\\\n')
    .replace(/^(?:\s|\\\n)+|(?:\s|\\\n)+$/g, '')
    .replace(/ {2,}/g, ' ');
}

/** A piece of a line; marks stand around text and know what they need beside them. */
type Piece = string | { readonly mark: string; readonly tag: string; readonly inner: string };

function toPieces(children: readonly ElementContent[], within: Within): Piece[] {
  return children.flatMap((child): Piece[] => {
    if (child.type === 'text') return [escapeText(child.value)];
    return child.type === 'element' ? toPiece(child, within) : [];
  });
}

function toPiece({ tagName, properties, children }: Element, within: Within): Piece[] {
  switch (tagName) {
    case 'br':
      return ['\\\n'];
    case 'img':
      return [toPicture(properties)];
    case 'code':
    case 'kbd':
    case 'samp':
      return [toCode(textOf({ children }))];
    case 'strong':
    case 'b':
      return within.bold ? toPieces(children, within) : [marked('**', 'strong', children, { ...within, bold: true })];
    case 'em':
    case 'i':
    case 'cite':
    case 'dfn':
    case 'var':
      return within.italic ? toPieces(children, within) : [marked('*', 'em', children, { ...within, italic: true })];
    case 'del':
    case 's':
      return within.struck ? toPieces(children, within) : [marked('~~', 'del', children, { ...within, struck: true })];
    case 'a':
      return within.link ? toPieces(children, within) : [toLink(properties, children, within)];
    case 'q':
      return ['“', ...toPieces(children, within), '”'];
    default:
      return toPieces(children, within);
  }
}

function marked(mark: string, tag: string, children: readonly ElementContent[], within: Within): Piece {
  return { mark, tag, inner: joinPieces(toPieces(children, within)) };
}

/**
 * Joins the pieces. Marks must touch what they mark, and count as marks only beside certain neighbours (CommonMark, section
 * 6.2); where they would not, the element's own tags stand.
 */
function joinPieces(pieces: readonly Piece[]): string {
  let text = '';
  for (const [index, piece] of pieces.entries()) {
    if (typeof piece === 'string') {
      text += piece;
      continue;
    }
    const [, before = '', inner = '', after = ''] = /^((?:\s|\\\n)*)([\s\S]*?)((?:\s|\\\n)*)$/.exec(piece.inner) ?? [];
    if (inner === '') {
      text += piece.inner;
      continue;
    }
    const next = pieces[index + 1];
    const following = after || (typeof next === 'string' ? next : next ? '*' : '');
    const opens = isFlank(inner, lastOf(text + before));
    const closes = isFlank(lastOf(inner), firstOf(following));
    const [open, close] = opens && closes ? [piece.mark, piece.mark] : [`<${piece.tag}>`, `</${piece.tag}>`];
    text += `${before}${open}${inner}${close}${after}`;
  }
  return text;
}

const punctuation = /^[\p{P}\p{S}]/u;

/** Whether marks may stand between a character within them and one outside. */
function isFlank(inside: string, outside: string): boolean {
  if (outside === '*' || outside === '~') return false;
  return !punctuation.test(inside) || outside === '' || /^\s/.test(outside) || punctuation.test(outside);
}

function firstOf(text: string): string {
  return String.fromCodePoint(...[text.codePointAt(0)].filter((point) => point !== undefined));
}

function lastOf(text: string): string {
  return Array.from(text.slice(-2)).at(-1) ?? '';
}

function toLink({ href, title }: Properties, children: readonly ElementContent[], within: Within): string {
  const text = joinPieces(toPieces(children, { ...within, link: true }));
  if (typeof href !== 'string' || href === '') return text;
  const [, before = '', inner = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? [];
  return `${before}[${inner}](${toTarget(href, title)})${after}`;
}

function toPicture({ src, alt, title }: Properties): string {
  const text = escapeText(String(alt ?? ''));
  return typeof src === 'string' && src !== '' ? `![${text}](${toTarget(src, title)})` : text;
}

/** An address and a title, for a link or a picture (CommonMark, section 6.3). */
function toTarget(address: string, title: Properties[string]): string {
  const plain = address
    .replace(/[\s<>]/g, encodeURIComponent)
    .replace(/[\\()]/g, '\\$&')
    .replace(/&(?=#?\w+;)/g, '&amp;');
  return typeof title === 'string' && title.trim() !== ''
    ? `${plain} "${collapse(title)
        .replace(/["\\]/g, '\\$&')
        .replace(/&(?=#?\w+;)/g, '&amp;')}"`
    : plain;
}

/** Code in a line, between more backticks than stand in it (section 6.1). */
function toCode(code: string): string {
  const text = collapse(code);
  if (text.trim() === '') return text;
  const mark = '`'.repeat(longestRun(text, 1) + 1);
  const space = text.startsWith('`') || text.endsWith('`') || (text.startsWith(' ') && text.endsWith(' ')) ? ' ' : '';
  return `${mark}${space}${text}${space}${mark}`;
}

/** Text in which nothing is a mark. */
function escapeText(text: string): string {
  return collapse(text).replace(
    /[\\`*[\]<]|~(?=~)|(?<=~)~|!(?=\[)|&(?=#?\w+;)|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu,
    '\\$&',
  );
}

function collapse(text: string): string {
  return text.replace(/[ \t\n\f\r]+/g, ' ');
}

function textOf(node: { readonly children: readonly ElementContent[] }): string {
  return node.children
    .map((child) => (child.type === 'text' ? child.value : child.type === 'element' ? textOf(child) : ''))
    .join('');
}

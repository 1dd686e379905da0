// A Markdown body with shortcodes to one syntax tree: each is parsed as a piece of its own and put into its place.

import type { Nodes, Parents, PhrasingContent, Root, RootContent } from 'mdast';
import type { Position } from 'unist';
import { type Diagnostic, error } from '@/lib/base/diagnostic';
import type { BodyContext } from '@/lib/content/body-context';
import type { ShortcodeNode } from '@/lib/mdx/shortcode-node';
import { drawShortcode, needsEnd, toInlineText } from '@/lib/mdx/shortcode-specs';
import { findShortcodes, mayHoldShortcodes, type Piece, type Shortcode } from '@/lib/mdx/shortcodes';

/** Something that is looked for among the pictures beside the post. */
export interface PictureMatch {
  readonly shortcode: string;
  readonly pattern: string;
  readonly line: number;
  readonly column: number;
}

/** What a body's shortcodes leave to be judged. */
export interface ShortcodeFindings {
  readonly faults: Diagnostic[];
  readonly matches: PictureMatch[];
}

declare module 'mdast' {
  interface RootContentMap {
    shortcode: ShortcodeNode;
  }
  interface RootData {
    shortcodes?: ShortcodeFindings;
  }
}

type Parse = (text: string) => Root;

/** Shortcodes in one another: deeper, drawing them would exhaust the stack. */
const deepest = 20;

/**
 * Parses a body. What is wrong with its shortcodes goes into the root's `data.shortcodes`.
 *
 * @param parse reads Markdown without shortcodes.
 */
export function parseWithShortcodes(body: string, parse: Parse, context: BodyContext = {}): Root {
  if (!mayHoldShortcodes(body)) return parse(body);
  const { pieces, faults } = findShortcodes(body, needsEnd);
  const lines = lineStarts(body);
  const findings: ShortcodeFindings = {
    faults: faults.map(({ offset, code, message, fix }) => error(code, message, fix, placeAt(lines, offset))),
    matches: [],
  };
  const work: Work = { body, parse, lines, context, findings };
  const root = parseRange(work, { start: 0, end: body.length, pieces, strip: 0, depth: 0 });
  root.data = { ...root.data, shortcodes: findings };
  return root;
}

interface Work {
  readonly body: string;
  readonly parse: Parse;
  readonly lines: readonly number[];
  readonly context: BodyContext;
  readonly findings: ShortcodeFindings;
}

interface Range {
  readonly start: number;
  readonly end: number;
  readonly pieces: readonly Piece[];
  /** How many signs to take from the beginning of each line: what the shortcode around it stands in. */
  readonly strip: number;
  readonly depth: number;
}

/** Places in the plane for private use stand for pieces while Markdown is read. */
const firstMark = 0xf0000;
const marks = /(?:<!--)?([\u{F0000}-\u{FFFFD}])(?:-->)?/gu;

/** Whether a text may hold a mark: asked of every text, so it looks for the first half of its code alone. */
function mayHoldMark(text: string): boolean {
  return /[\udb80-\udbbf]/.test(text);
}

/** Text made of parts of the body: where each part begins in both. */
interface Masked {
  text: string;
  readonly parts: { readonly at: number; readonly from: number }[];
}

function parseRange(work: Work, range: Range): Root {
  const masked = mask(work, range);
  const root = work.parse(masked.text);
  relocate(root, masked, work.lines, range.start);
  replaceMarks(root, (index) => range.pieces[index], work, range);
  return root;
}

function mask({ body, context }: Work, { start, end, pieces, strip }: Range): Masked {
  const masked: Masked = { text: '', parts: [] };
  const add = (text: string, from: number) => {
    if (text === '') return;
    masked.parts.push({ at: masked.text.length, from });
    masked.text += text;
  };
  const addPlain = (from: number, to: number) => {
    if (strip === 0) return add(body.slice(from, to), from);
    for (let at = from; at < to; ) {
      const lineEnd = body.indexOf('\n', at);
      const next = lineEnd < 0 || lineEnd >= to ? to : lineEnd + 1;
      const isLineStart = at === 0 || body[at - 1] === '\n';
      const drop = isLineStart ? (/^[ \t>]*/.exec(body.slice(at, Math.min(at + strip, next)))?.[0].length ?? 0) : 0;
      add(body.slice(at + drop, next), at + drop);
      at = next;
    }
  };
  let at = start;
  for (const [index, piece] of pieces.entries()) {
    addPlain(at, piece.start);
    const inline = 'shown' in piece ? undefined : toInlineText(piece, context);
    const mark = String.fromCodePoint(firstMark + index);
    if (inline !== undefined) add(inline, piece.start);
    else add(standsAlone(body, piece, start, end) ? `<!--${mark}-->` : mark, piece.start);
    at = piece.end;
  }
  addPlain(at, end);
  return masked;
}

/** Whether a piece has its lines to itself, whatever list or quote they stand in. */
function standsAlone(body: string, piece: Piece, start: number, end: number): boolean {
  if ('shown' in piece && piece.shown !== '') return false;
  const before = body.slice(Math.max(start, body.lastIndexOf('\n', piece.start - 1) + 1), piece.start);
  const lineEnd = body.indexOf('\n', piece.end);
  const after = body.slice(piece.end, Math.min(end, lineEnd < 0 ? end : lineEnd));
  return /^(?:[ \t]*(?:>|(?:[-*+]|\d{1,9}[.)])(?=[ \t])))*[ \t]*$/.test(before) && after.trim() === '';
}

/** Gives each node the place in the body that it has, in place of the one in the masked text. */
function relocate(node: Nodes, masked: Masked, lines: readonly number[], start: number): void {
  if (node.position) {
    const { position } = node;
    for (const point of [position.start, position.end]) {
      const offset = originalOffset(masked, point.offset ?? 0, start);
      Object.assign(point, placeAt(lines, offset), { offset });
    }
  }
  if ('children' in node) for (const child of node.children) relocate(child, masked, lines, start);
}

function originalOffset({ parts }: Masked, offset: number, start: number): number {
  let low = 0;
  let high = parts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((parts[middle]?.at ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  const part = parts[low];
  return part ? part.from + offset - part.at : start;
}

function lineStarts(body: string): number[] {
  const starts = [0];
  for (let at = body.indexOf('\n'); at >= 0; at = body.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** The place of an offset, 1-based. */
function placeAt(lines: readonly number[], offset: number): { line: number; column: number } {
  let low = 0;
  let high = lines.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lines[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (lines[low] ?? 0) + 1 };
}

type PieceAt = (index: number) => Piece | undefined;

function replaceMarks(parent: Parents, pieceAt: PieceAt, work: Work, range: Range): void {
  const children: RootContent[] = [];
  for (const child of parent.children) {
    if (child.type === 'text' || child.type === 'html') children.push(...splitAtMarks(child, pieceAt, work, range));
    else if (child.type === 'code' || child.type === 'inlineCode') {
      child.value = withoutMarks(child.value, pieceAt, work);
      children.push(child);
    } else {
      for (const key of ['url', 'title', 'alt'] as const) {
        const value = (child as unknown as Record<string, unknown>)[key];
        if (typeof value === 'string' && mayHoldMark(value)) {
          Object.assign(child, { [key]: asAttribute(value, pieceAt, work, range) });
        }
      }
      if ('children' in child && child.type !== 'shortcode') replaceMarks(child, pieceAt, work, range);
      children.push(...(child.type === 'paragraph' ? splitParagraph(child) : [child]));
    }
  }
  (parent as { children: RootContent[] }).children = children;
}

// Code is shown as it was written, but `{{</* name */>}}`, which is how one writes a shortcode there for Hugo.
function withoutMarks(text: string, pieceAt: PieceAt, { body }: Work): string {
  const written = text.replace(marks, (whole, mark: string) => {
    const piece = pieceAt((mark.codePointAt(0) ?? 0) - firstMark);
    if (!piece) return whole;
    return 'shown' in piece && piece.shown !== '' ? piece.shown : body.slice(piece.start, piece.end);
  });
  return written.replace(/\{\{([<%])\/\*([\s\S]*?)\*\/([>%])\}\}/g, '{{$1$2$3}}');
}

/** The address or title of a link holds text only: what a shortcode would draw there is left out, its faults are told. */
function asAttribute(text: string, pieceAt: PieceAt, work: Work, range: Range): string {
  return text.replace(marks, (written, mark: string) => {
    const piece = pieceAt((mark.codePointAt(0) ?? 0) - firstMark);
    if (!piece) return written;
    if ('shown' in piece) return piece.shown;
    draw(piece, work, range);
    return '';
  });
}

function splitAtMarks(
  node: Extract<RootContent, { type: 'text' | 'html' }>,
  pieceAt: PieceAt,
  work: Work,
  range: Range,
): RootContent[] {
  if (!mayHoldMark(node.value)) return [node];
  const result: RootContent[] = [];
  let at = 0;
  for (const match of node.value.matchAll(marks)) {
    const piece = pieceAt((match[1]?.codePointAt(0) ?? 0) - firstMark);
    if (!piece) continue;
    const before = node.value.slice(at, match.index);
    if (before) result.push({ ...node, value: before });
    at = match.index + match[0].length;
    const place = placeAt(work.lines, piece.start);
    const position = {
      start: { ...place, offset: piece.start },
      end: { ...placeAt(work.lines, piece.end), offset: piece.end },
    };
    if ('shown' in piece) {
      if (piece.shown) result.push({ type: 'text', value: piece.shown, position });
      continue;
    }
    for (const drawn of draw(piece, work, range)) {
      locate(drawn, position);
      result.push(drawn);
    }
  }
  const rest = node.value.slice(at);
  if (rest) result.push({ ...node, value: rest });
  return result;
}

/** What a shortcode has made stands where the shortcode does. */
function locate(node: Nodes, position: Position): void {
  node.position ??= position;
  if ('children' in node) for (const child of node.children) locate(child, position);
}

function draw(piece: Shortcode, work: Work, { depth }: Range): RootContent[] {
  const { body, lines, findings, context } = work;
  const place = placeAt(lines, piece.start);
  const fault: Parameters<typeof drawShortcode>[1]['fault'] = (code, message, fix) =>
    findings.faults.push(error(code, message, fix, place));
  const { inner } = piece;
  const strip = inner ? indentOf(body, piece, inner) : 0;
  return drawShortcode(piece, {
    context,
    fault,
    match: (pattern) => findings.matches.push({ ...place, shortcode: piece.name, pattern }),
    blocks: () => {
      if (!inner) return [];
      if (depth >= deepest) {
        fault('shortcode/depth', `shortcodes stand more than ${deepest} deep in one another`, 'write it flatter');
        return [];
      }
      const range = { ...inner, pieces: piece.children, strip, depth: depth + 1 };
      return parseRange(work, range).children;
    },
    markdown: (text) => (text.trim() === '' ? [] : withoutPlaces(work.parse(text)).children),
    text: () => {
      if (!inner) return '';
      const [first = '', ...rest] = body.slice(inner.start, inner.end).split('\n');
      const drop = new RegExp(`^[ \\t>]{0,${strip}}`);
      return [first, ...rest.map((line) => line.replace(drop, ''))].join('\n').replace(/^\s*\n|\n?[ \t>]*$/g, '');
    },
  });
}

/** Markdown that an argument holds has no place of its own: it gets that of its shortcode. */
function withoutPlaces(node: Root): Root {
  const clear = (each: Nodes) => {
    delete each.position;
    if ('children' in each) for (const child of each.children) clear(child);
  };
  clear(node);
  return node;
}

/** What all lines of the text inside begin with: the quote or list around it, or spaces that only please the eye. */
function indentOf(body: string, piece: Shortcode, inner: { start: number; end: number }): number {
  const prefix = body.slice(body.lastIndexOf('\n', piece.start - 1) + 1, piece.start);
  const quoted = prefix.includes('>');
  if (!/^[ \t>*+\-\d.)]*$/.test(prefix)) return 0;
  let least = Number.POSITIVE_INFINITY;
  const [, ...lines] = body.slice(inner.start, inner.end).split('\n');
  for (const line of lines) {
    const indent = (quoted ? /^[ \t>]*/ : /^[ \t]*/).exec(line)?.[0].length ?? 0;
    if (indent < line.length) least = Math.min(least, indent);
  }
  return Math.min(quoted ? prefix.length : Number.POSITIVE_INFINITY, Number.isFinite(least) ? least : 0);
}

const phrasing: ReadonlySet<string> = new Set([
  'text',
  'html',
  'link',
  'linkReference',
  'image',
  'imageReference',
  'emphasis',
  'strong',
  'delete',
  'inlineCode',
  'break',
  'footnoteReference',
]);

/** A paragraph may hold no box or list: where a shortcode has become one, it stands between two paragraphs. */
function splitParagraph(paragraph: Extract<RootContent, { type: 'paragraph' }>): RootContent[] {
  const children = paragraph.children as RootContent[];
  if (children.every((child) => phrasing.has(child.type))) return [paragraph];
  const result: RootContent[] = [];
  let run: RootContent[] = [];
  const flush = () => {
    const said = run.some((child) => child.type !== 'text' || child.value.trim() !== '');
    if (said) result.push({ ...paragraph, children: run as PhrasingContent[] });
    run = [];
  };
  for (const child of children) {
    if (phrasing.has(child.type)) run.push(child);
    else {
      flush();
      result.push(child);
    }
  }
  flush();
  return result;
}

// Parses a Markdown body with shortcodes to one syntax tree: each shortcode is parsed separately and inserted in its place.
import type { Nodes, Parents, PhrasingContent, Root, RootContent } from 'mdast';
import { phrasing } from 'mdast-util-phrasing';
import type { Position } from 'unist';
import { type Diagnostic, error, type Place } from '@/lib/base/diagnostic';
import type { BodyContext } from '@/lib/content/posts';
import { indexPlaces, lastUpTo } from '@/lib/mdx/places';
import { needsEnd, renderShortcode, toInlineText } from '@/lib/mdx/shortcode-specs';
import { findShortcodes, type Piece, type Shortcode, type ShortcodeNode } from '@/lib/mdx/shortcodes';

declare module 'mdast' {
  interface RootContentMap {
    shortcode: ShortcodeNode;
  }
  interface RootData {
    /** What is wrong with the shortcodes of a body; undefined where it has none. */
    shortcodes?: Diagnostic[];
  }
}

type Parse = (text: string) => Root;

/** How deep shortcodes may be nested. Rendering deeper ones would exhaust the stack. */
const deepest = 20;

/**
 * Parses a body. What is wrong with its shortcodes goes into the root's `data.shortcodes`.
 *
 * @param parse reads Markdown without shortcodes.
 */
export function parseWithShortcodes(body: string, parse: Parse, context: BodyContext = {}): Root {
  if (!/\{\{[<%]|\{%|:::|!!! |\?\?\?/.test(body)) return parse(body);
  const { pieces, diagnostics } = findShortcodes(body, needsEnd);
  const work: Work = { body, parse, placeOf: indexPlaces(body), context, diagnostics };
  const root = new Range(work, { start: 0, end: body.length, pieces, strip: 0, depth: 0 }).parse();
  root.data = { ...root.data, shortcodes: diagnostics };
  return root;
}

interface Work {
  readonly body: string;
  readonly parse: Parse;
  readonly placeOf: (offset: number) => Place;
  readonly context: BodyContext;
  readonly diagnostics: Diagnostic[];
}

interface RangeBounds {
  readonly start: number;
  readonly end: number;
  readonly pieces: readonly Piece[];
  /** How many characters to remove from the start of each line: those of the quote or list around the shortcode. */
  readonly strip: number;
  readonly depth: number;
}

/** Characters for private use are in the place of pieces while Markdown is parsed. */
const firstMark = 0xf0000;
const marks = /(?:<!--)?([\u{F0000}-\u{FFFFD}])(?:-->)?/gu;

/** Whether a text may have a mark: asked of every text, so it looks for the first half of its code alone. */
function mayHoldMark(text: string): boolean {
  return /[\udb80-\udbbf]/.test(text);
}

/** A range of the body: the whole, or what is inside a shortcode. */
class Range {
  /** The text that is parsed, with a mark for each piece. */
  #text = '';
  /** Where each part of the text begins, in the text and in the body. */
  readonly #parts: { readonly at: number; readonly from: number }[] = [];

  constructor(
    private readonly work: Work,
    private readonly bounds: RangeBounds,
  ) {}

  parse(): Root {
    this.#mask();
    const root = this.work.parse(this.#text);
    this.#relocate(root);
    this.#replaceMarks(root);
    return root;
  }

  #mask(): void {
    const { start, end, pieces } = this.bounds;
    let at = start;
    for (const [index, piece] of pieces.entries()) {
      this.#addPlain(at, piece.start);
      const mark = String.fromCodePoint(firstMark + index);
      const inline = 'shown' in piece ? undefined : toInlineText(piece, this.work.context);
      this.#add(inline ?? (this.#isAlone(piece) ? `<!--${mark}-->` : mark), piece.start);
      at = piece.end;
    }
    this.#addPlain(at, end);
  }

  #add(text: string, from: number): void {
    if (text === '') return;
    this.#parts.push({ at: this.#text.length, from });
    this.#text += text;
  }

  #addPlain(from: number, to: number): void {
    const { body } = this.work;
    const { strip } = this.bounds;
    if (strip === 0) this.#add(body.slice(from, to), from);
    for (let at = from; strip > 0 && at < to; ) {
      const lineEnd = body.indexOf('\n', at);
      const next = lineEnd < 0 || lineEnd >= to ? to : lineEnd + 1;
      const isLineStart = at === 0 || body[at - 1] === '\n';
      const drop = isLineStart ? (/^[ \t>]*/.exec(body.slice(at, Math.min(at + strip, next)))?.[0].length ?? 0) : 0;
      this.#add(body.slice(at + drop, next), at + drop);
      at = next;
    }
  }

  /** Whether a piece has its lines to itself, in whatever list or quote they are. */
  #isAlone(piece: Piece): boolean {
    if ('shown' in piece && piece.shown !== '') return false;
    const { body } = this.work;
    const { start, end } = this.bounds;
    const before = body.slice(Math.max(start, body.lastIndexOf('\n', piece.start - 1) + 1), piece.start);
    const lineEnd = body.indexOf('\n', piece.end);
    const after = body.slice(piece.end, Math.min(end, lineEnd < 0 ? end : lineEnd));
    return /^(?:[ \t]*(?:>|(?:[-*+]|\d{1,9}[.)])(?=[ \t])))*[ \t]*$/.test(before) && after.trim() === '';
  }

  /** Gives each node its place in the body, instead of the one in the masked text. */
  #relocate(node: Nodes): void {
    for (const point of node.position ? [node.position.start, node.position.end] : []) {
      const part = this.#parts[lastUpTo(this.#parts, point.offset ?? 0, ({ at }) => at)];
      const offset = part ? part.from + (point.offset ?? 0) - part.at : this.bounds.start;
      Object.assign(point, this.work.placeOf(offset), { offset });
    }
    if ('children' in node) for (const child of node.children) this.#relocate(child);
  }

  #pieceOf(mark: string | undefined): Piece | undefined {
    return this.bounds.pieces[(mark?.codePointAt(0) ?? 0) - firstMark];
  }

  #replaceMarks(parent: Parents): void {
    const children: RootContent[] = [];
    for (const child of parent.children) {
      if (child.type === 'text' || child.type === 'html') children.push(...this.#splitAtMarks(child));
      else if (child.type === 'code' || child.type === 'inlineCode') {
        child.value = this.#asCode(child.value);
        children.push(child);
      } else {
        for (const key of ['url', 'title', 'alt'] as const) {
          const value = (child as unknown as Record<string, unknown>)[key];
          if (typeof value !== 'string' || !mayHoldMark(value)) continue;
          Object.assign(child, { [key]: this.#asAttribute(value) });
        }
        if ('children' in child && child.type !== 'shortcode') this.#replaceMarks(child);
        children.push(...(child.type === 'paragraph' ? splitParagraph(child) : [child]));
      }
    }
    (parent as { children: RootContent[] }).children = children;
  }

  // Code is shown as it was written, except `{{</* name */>}}`, which is how one shows a shortcode in Hugo.
  #asCode(text: string): string {
    const written = text.replace(marks, (whole, mark: string) => {
      const piece = this.#pieceOf(mark);
      if (!piece) return whole;
      return 'shown' in piece && piece.shown !== '' ? piece.shown : this.work.body.slice(piece.start, piece.end);
    });
    return written.replace(/\{\{([<%])\/\*([\s\S]*?)\*\/([>%])\}\}/g, '{{$1$2$3}}');
  }

  /** The address or title of a link is text: what a shortcode would render there is left out, its problems are reported. */
  #asAttribute(text: string): string {
    return text.replace(marks, (whole, mark: string) => {
      const piece = this.#pieceOf(mark);
      if (!piece) return whole;
      if ('shown' in piece) return piece.shown;
      this.#render(piece);
      return '';
    });
  }

  #splitAtMarks(node: Extract<RootContent, { type: 'text' | 'html' }>): RootContent[] {
    if (!mayHoldMark(node.value)) return [node];
    const { placeOf } = this.work;
    const result: RootContent[] = [];
    let at = 0;
    for (const match of node.value.matchAll(marks)) {
      const piece = this.#pieceOf(match[1]);
      if (!piece) continue;
      const before = node.value.slice(at, match.index);
      if (before) result.push({ ...node, value: before });
      at = match.index + match[0].length;
      const [start, end] = [piece.start, piece.end].map((offset) => ({ ...placeOf(offset), offset }));
      const position = { start, end } as Position;
      const shown = 'shown' in piece && piece.shown ? [{ type: 'text' as const, value: piece.shown }] : [];
      for (const rendered of 'shown' in piece ? shown : this.#render(piece)) {
        locate(rendered, position);
        result.push(rendered);
      }
    }
    const rest = node.value.slice(at);
    return rest ? [...result, { ...node, value: rest }] : result;
  }

  #render(shortcode: Shortcode): RootContent[] {
    const { body, parse, placeOf, context, diagnostics } = this.work;
    const { inner, children: pieces } = shortcode;
    const depth = this.bounds.depth + 1;
    const strip = inner ? indentOf(body, shortcode, inner) : 0;
    const report = (diagnostic: Diagnostic) => diagnostics.push({ ...diagnostic, ...placeOf(shortcode.start) });
    return renderShortcode(shortcode, {
      context,
      report,
      blocks: () => {
        if (!inner) return [];
        if (depth <= deepest) return new Range(this.work, { ...inner, pieces, strip, depth }).parse().children;
        report(error('shortcode/depth', `shortcodes are nested more than ${deepest} deep`, 'use fewer levels'));
        return [];
      },
      markdown: (text) => (text.trim() === '' ? [] : withoutPlaces(parse(text)).children),
      text: () => {
        if (!inner) return '';
        const [first = '', ...rest] = body.slice(inner.start, inner.end).split('\n');
        const drop = new RegExp(`^[ \\t>]{0,${strip}}`);
        return [first, ...rest.map((line) => line.replace(drop, ''))].join('\n').replace(/^\s*\n|\n?[ \t>]*$/g, '');
      },
    });
  }
}

/** Gives what a shortcode has become the place of the shortcode. */
function locate(node: Nodes, position: Position): void {
  node.position ??= position;
  if ('children' in node) for (const child of node.children) locate(child, position);
}

/** The Markdown of an argument has no place of its own: it gets that of its shortcode. */
function withoutPlaces<N extends Nodes>(node: N): N {
  delete node.position;
  if ('children' in node) for (const child of node.children) withoutPlaces(child);
  return node;
}

/** What all lines inside begin with: the quote or list around the shortcode, or spaces that only please the eye. */
function indentOf(body: string, { start }: Shortcode, inner: { start: number; end: number }): number {
  const prefix = body.slice(body.lastIndexOf('\n', start - 1) + 1, start);
  const isQuoted = prefix.includes('>');
  if (!/^[ \t>*+\-\d.)]*$/.test(prefix)) return 0;
  const [, ...lines] = body.slice(inner.start, inner.end).split('\n');
  const indents = lines.flatMap((line) => {
    const indent = (isQuoted ? /^[ \t>]*/ : /^[ \t]*/).exec(line)?.[0].length ?? 0;
    return indent < line.length ? [indent] : [];
  });
  const least = indents.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  return Math.min(isQuoted ? prefix.length : Number.POSITIVE_INFINITY, Number.isFinite(least) ? least : 0);
}

/** A paragraph may have no box or list in it: what a shortcode has become goes between two paragraphs. */
function splitParagraph(paragraph: Extract<RootContent, { type: 'paragraph' }>): RootContent[] {
  const result: RootContent[] = [];
  let run: PhrasingContent[] = [];
  const flush = () => {
    const isText = run.some((child) => child.type !== 'text' || child.value.trim() !== '');
    if (isText) result.push({ ...paragraph, children: run });
    run = [];
  };
  for (const child of paragraph.children as RootContent[]) {
    if (child.type === 'html' || phrasing(child)) run.push(child as PhrasingContent);
    else {
      flush();
      result.push(child);
    }
  }
  if (result.length === 0) return [paragraph];
  flush();
  return result;
}

// Finds Hugo's shortcodes in a Markdown body, with their arguments and their nesting. Boxes of other
// generators and non-text blocks of Liquid are found with them, because they are shortcodes in another syntax.
import type { RootContent } from 'mdast';
import type { Position } from 'unist';
import { type Diagnostic, error, type Place, warning } from '@/lib/base/diagnostic';
import { shortened } from '@/lib/base/english';
import { nearest } from '@/lib/base/nearest';
import { type BoxLine, boxNames, readBoxLine } from '@/lib/mdx/boxes';
import { indexPlaces } from '@/lib/mdx/places';

/** A shortcode, from its first brace to its last. Offsets count UTF-16 code units of the body. */
export interface Shortcode {
  readonly name: string;
  /** The arguments of `name "text" key=value`. */
  readonly positional: readonly string[];
  readonly named: ReadonlyMap<string, string>;
  readonly start: number;
  readonly end: number;
  /** What is between its two tags; undefined for one without a closing tag. */
  readonly inner?: { readonly start: number; readonly end: number } | undefined;
  /** Those inside it, in order. */
  readonly children: readonly Piece[];
}

// A shortcode that is only shown, `{{</* name */>}}`, and the text to show.
export interface ShownShortcode {
  readonly shown: string;
  readonly start: number;
  readonly end: number;
}

export type Piece = Shortcode | ShownShortcode;

/** What the name of a box begins with. Its arguments are those of {@link BoxLine}. */
export const boxMark = ':::';

/** An element that a shortcode has become. */
export interface ShortcodeNode {
  type: 'shortcode';
  children: RootContent[];
  data: { hName: string; hProperties: Record<string, string | boolean | string[]> };
  position?: Position | undefined;
}

interface Tag extends Omit<Shortcode, 'inner' | 'children'> {
  readonly kind: 'open' | 'close' | 'whole';
}

/**
 * Finds the shortcodes of a body. Those in code spans, in code blocks and in HTML comments are left alone.
 *
 * @param needsEnd whether a shortcode of that name is useless without its closing tag.
 */
export function findShortcodes(
  body: string,
  needsEnd: (name: string) => boolean,
): { pieces: Piece[]; diagnostics: Diagnostic[] } {
  const placeOf = indexPlaces(body);
  const { tags, broken, boxes } = new TagFinder(body).find();
  const pairing = new Pairing(tags, needsEnd, (tag) => placeOf(tag.start));
  const pieces = pairing.pairUp();
  const fix = 'write {{< name "text" key="text" >}}, or {{</* name */>}} to show it';
  const errors = broken.map(({ message, start }) => error('shortcode/syntax', message, fix, placeOf(start)));
  const warnings = boxes.map((box) => warning('mark/box', ...explainBox(box), placeOf(box.start)));
  return { pieces, diagnostics: [...errors, ...pairing.diagnostics, ...warnings] };
}

/** What is unintended about a box. */
interface OddBox {
  readonly start: number;
  readonly line: string;
  readonly name: string;
  readonly why: 'unknown' | 'empty' | 'unclosed';
}

/** @returns message and fix. */
function explainBox({ line, name, why }: OddBox): [message: string, fix: string] {
  const shown = `"${shortened(line.trim())}"`;
  if (why === 'unclosed') {
    return [`${shown} is shown as it is: the box has no end`, 'write ::: on a line of its own after its text'];
  }
  if (why === 'empty') {
    return [
      `${shown} is shown as it is: the text below it is not indented`,
      'indent the text of the box by four spaces',
    ];
  }
  const near = nearest(name, boxNames);
  const fix = near ? `did you mean "${near}"?` : 'use one of: note, tip, important, warning, caution, details';
  return [`there is no box "${name}"`, fix];
}

type Open = { readonly tag: Tag; readonly children: Piece[] };

/** Finds the closing tag of each opening one. */
class Pairing {
  readonly diagnostics: Diagnostic[] = [];
  readonly #pieces: Piece[] = [];
  readonly #stack: Open[] = [];
  /** By name: how many closing tags are to come, and how many of them belong to a tag that was reported already. */
  readonly #closings = new Map<string, { left: number; skipped: number }>();

  constructor(
    private readonly tags: readonly (Tag | ShownShortcode)[],
    private readonly needsEnd: (name: string) => boolean,
    private readonly placeOf: (tag: Tag) => Place,
  ) {
    for (const tag of tags) if ('kind' in tag && tag.kind === 'close') this.#closingsOf(tag.name).left += 1;
  }

  #closingsOf(name: string): { left: number; skipped: number } {
    const found = this.#closings.get(name) ?? { left: 0, skipped: 0 };
    this.#closings.set(name, found);
    return found;
  }

  pairUp(): Piece[] {
    for (const tag of this.tags) {
      if ('shown' in tag) this.#put(tag);
      else if (tag.kind === 'whole') this.#put({ ...tag, children: [] });
      else if (tag.kind === 'close') this.#close(tag);
      // Without any closing tag to come it is whole by itself; that keeps the stack short.
      else if (this.#closingsOf(tag.name).left === 0) this.#leave({ tag, children: [] });
      else this.#stack.push({ tag, children: [] });
    }
    for (const open of this.#stack.splice(0)) this.#leave(open);
    return this.#pieces;
  }

  #put(piece: Piece): void {
    (this.#stack.at(-1)?.children ?? this.#pieces).push(piece);
  }

  #close(tag: Tag): void {
    const { name } = tag;
    const closings = this.#closingsOf(name);
    closings.left -= 1;
    const at = this.#stack.findLastIndex((open) => open.tag.name === name);
    if (at >= 0) {
      for (const open of this.#stack.splice(at + 1)) this.#leave(open, name);
      const { tag: first, children } = this.#stack.pop() as Open;
      this.#put({ ...first, end: tag.end, inner: { start: first.end, end: tag.start }, children });
      return;
    }
    if (closings.skipped > 0) closings.skipped -= 1;
    else {
      const fix = 'remove it, or write the opening tag';
      this.#report(tag, 'shortcode/unopened', `this closing tag of "${name}" has no opening tag`, fix);
    }
    // The tag itself is not text that readers should see.
    this.#put({ shown: '', start: tag.start, end: tag.end });
  }

  /** Ends one that has no closing tag: what was found after it is next to it. @param before the one around it that closes. */
  #leave({ tag, children }: Open, before?: string): void {
    const { name } = tag;
    const closings = this.#closingsOf(name);
    if (before !== undefined && closings.left > closings.skipped) {
      closings.skipped += 1;
      const message = `the shortcode "${name}" begins inside "${before}" and ends outside`;
      this.#report(tag, 'shortcode/crossing', message, `close "${name}" before "${before}"`);
    } else if (this.needsEnd(name)) {
      const fix = `write {{< /${name} >}} after its text`;
      this.#report(tag, 'shortcode/unclosed', `the shortcode "${name}" has no closing tag`, fix);
    }
    this.#put({ ...tag, children: [] });
    for (const child of children) this.#put(child);
  }

  #report(tag: Tag, code: string, message: string, fix: string): void {
    this.diagnostics.push(warning(code, message, fix, this.placeOf(tag)));
  }
}

interface Fence {
  readonly marks: string;
  readonly isQuoted: boolean;
  /** How far its lines are indented, where it is in a list. */
  readonly column: number;
}

/** How many boxes may be inside one another. What is in more of them is text. */
const mostOpenBoxes = 20;

/** A box that is open. */
interface OpenBox extends Pick<BoxLine, 'colons'> {
  readonly tag: Tag;
  readonly line: string;
  /** How far its first line is indented; the text of a box without colons is four further. */
  readonly column: number;
}

/** Blocks of Liquid that are no text, with what they begin with: code, and what is only for authors. */
const liquidBlock = /\{%-?\s*(?:highlight\s+([\w+#.-]+)[^%\n]*|comment\s*)%\}/y;

/** What says that tags are shown as they are: they are here. */
const liquidRaw = /\{%-?\s*(?:end)?raw\s*-?%\}/y;

const container = /^(?:[ \t]*(?:>|(?:[-*+]|\d{1,9}[.)])(?=[ \t])))*[ \t]*/;

/** Finds all tags outside of code, in order. Reads each line once. */
class TagFinder {
  tags: (Tag | ShownShortcode)[] = [];
  /** What begins like a shortcode and is not one. */
  readonly broken: { readonly message: string; readonly start: number }[] = [];
  readonly boxes: OddBox[] = [];
  readonly #openBoxes: OpenBox[] = [];
  /** Where the last line that is not blank ends. */
  #lastEnd = 0;
  readonly #lastClosings = new Map<string, number>();
  /** Patterns of closing tags that are nowhere further on. */
  readonly #endless = new Set<string>();
  #fence: Fence | undefined;
  #afterBlank = true;
  #inIndented = false;
  #inList = false;
  #depth = 0;

  constructor(private readonly body: string) {}

  find(): this {
    const { body } = this;
    for (let at = 0; at < body.length; ) {
      const lineEnd = endOfLine(body, at);
      const line = body.slice(at, lineEnd);
      const [prefix = ''] = container.exec(line) ?? [];
      if (line.trim() !== '') this.#endIndented(line);
      const isRead =
        this.#isSkipped(line, prefix) || this.#readBox(line.slice(prefix.length), at + prefix.length, lineEnd);
      if (line.trim() !== '') this.#lastEnd = lineEnd;
      at = isRead ? lineEnd + 1 : this.#readLine(at + prefix.length, lineEnd);
    }
    this.#endIndented('');
    const unclosed = new Set<Tag | ShownShortcode>(this.#openBoxes.map(({ tag }) => tag));
    for (const { tag, line } of this.#openBoxes) {
      this.boxes.push({ start: tag.start, line, name: tag.name, why: 'unclosed' });
    }
    this.tags = this.tags.filter((tag) => !unclosed.has(tag));
    return this;
  }

  /** Ends the boxes whose text is indented further than a line. */
  #endIndented(line: string): void {
    for (let box = this.#openBoxes.at(-1); box && box.colons === undefined; box = this.#openBoxes.at(-1)) {
      if (line !== '' && widthOf(line) >= box.column + 4) return;
      this.#endBox(this.#lastEnd, this.#lastEnd);
    }
  }

  #endBox(start: number, end: number): void {
    const box = this.#openBoxes.pop();
    if (!box) return;
    this.tags.push({ ...box.tag, kind: 'close', start, end });
    this.#depth -= 1;
    this.#fence = undefined;
  }

  /** Reads a line that begins or ends a box. @param line without what is before it in its list or quote. @returns whether it is one. */
  #readBox(line: string, start: number, end: number): boolean {
    const [, closing] = /^(:{3,})[ \t]*$/.exec(line) ?? [];
    if (closing) {
      const at = this.#openBoxes.findLastIndex(({ colons }) => colons !== undefined && colons <= closing.length);
      if (at < 0) return false;
      while (this.#openBoxes.length > at + 1) this.#endBox(start, start);
      this.#endBox(start, end);
      return true;
    }
    const read = /^[:!?]{3}/.test(line) ? readBoxLine(line) : undefined;
    if (!read || this.#openBoxes.length >= mostOpenBoxes) return false;
    const { colons, name, isKnown, named } = read;
    const before = this.body.slice(this.body.lastIndexOf('\n', start - 1) + 1, start);
    const column = widthOf(before.replace(/[^\t]/g, ' '));
    if (colons === undefined && !this.#hasIndented(end, column + 4)) {
      if (isKnown) this.boxes.push({ start, line, name, why: 'empty' });
      return false;
    }
    if (!isKnown) this.boxes.push({ start, line, name, why: 'unknown' });
    const tag: Tag = { name: `${boxMark}${name}`, kind: 'open', start, end, positional: [], named };
    this.tags.push(tag);
    this.#openBoxes.push({ tag, line, column, colons });
    this.#depth += 1;
    return true;
  }

  /** Whether the next line that is not blank is indented so far. */
  #hasIndented(after: number, column: number): boolean {
    const next = /\n(?:[ \t>]*\n)*([^\n]*)/y;
    next.lastIndex = after;
    const line = next.exec(this.body)?.[1] ?? '';
    return line.trim() !== '' && widthOf(line) >= column;
  }

  /** Whether a line is blank or part of a code block. */
  #isSkipped(line: string, prefix: string): boolean {
    const content = line.slice(prefix.length);
    const isBlank = content.trim() === '';
    if (this.#fence && leaves(this.#fence, prefix, isBlank)) this.#fence = undefined;
    if (this.#fence) {
      const marks = /^(`{3,}|~{3,})[ \t]*$/.exec(content)?.[1];
      if (marks?.startsWith(this.#fence.marks)) this.#fence = undefined;
      this.#afterBlank = false;
      return true;
    }
    const opener = /^(`{3,})[^`]*$|^(~{3,})/.exec(content);
    if (opener) {
      const inItem = /[-*+.)]/.test(prefix) || (this.#inList && prefix.length > 0);
      const marks = opener[1] ?? opener[2] ?? '';
      this.#fence = { marks, isQuoted: prefix.includes('>'), column: inItem ? prefix.length : 0 };
      return true;
    }
    // Four spaces after an empty line are a code block, except in a list or between two tags.
    const isItem = /(?:[-*+]|\d[.)])[ \t]/.test(prefix);
    this.#inList = isItem || (this.#inList && (isBlank || /^[ \t]/.test(line)));
    const isIndented = !isBlank && this.#depth === 0 && !this.#inList && /^(?: {4}|\t)/.test(line);
    this.#inIndented = isIndented && (this.#afterBlank || this.#inIndented);
    this.#afterBlank = isBlank;
    return this.#inIndented || isBlank;
  }

  /** Reads what is not a code block. @returns where to go on: after the line, or after what began in it. */
  #readLine(from: number, end: number): number {
    const { body } = this;
    let at = from;
    while (at < end) {
      const distance = body.slice(at, end).search(/[`\\<{]/);
      if (distance < 0) break;
      at += distance;
      const sign = body[at];
      if (sign === '\\') at += 2;
      else if (sign === '`') at = afterCodeSpan(body, at);
      else if (body.startsWith('<!--', at)) {
        const close = body.indexOf('-->', at);
        at = close < 0 ? at + 4 : close + 3;
      } else if (body.startsWith('{{<', at) || body.startsWith('{{%', at)) at = this.#readTag(at);
      else if (body.startsWith('{%', at)) at = this.#readLiquid(at);
      else at += 1;
      // Something that went on over several lines: the rest of its last line belongs to it.
      if (at > end) return this.#readLine(at, endOfLine(body, at));
    }
    return end + 1;
  }

  /** @returns where the tag ends. */
  #readTag(start: number): number {
    const tag = readTag(this.body, start);
    if (typeof tag === 'string') {
      this.broken.push({ message: tag, start });
      return start + 3;
    }
    this.tags.push(tag);
    if ('kind' in tag && tag.kind === 'open' && tag.name === 'comment')
      return this.#skipTo(/\{\{([<%])\s*\/\s*comment\s*[>%]\}\}/g, tag);
    if ('kind' in tag && tag.kind === 'close') this.#depth = Math.max(0, this.#depth - 1);
    else if ('kind' in tag && tag.kind === 'open' && this.#lastClosing(tag.name) > tag.end) this.#depth += 1;
    return tag.end;
  }

  /** @returns where a block of Liquid ends, or where to read on. */
  #readLiquid(start: number): number {
    liquidRaw.lastIndex = start;
    const [raw] = liquidRaw.exec(this.body) ?? [];
    if (raw !== undefined) {
      this.tags.push({ shown: '', start, end: start + raw.length });
      return start + raw.length;
    }
    liquidBlock.lastIndex = start;
    const [whole, lang] = liquidBlock.exec(this.body) ?? [];
    if (whole === undefined) return start + 2;
    const what = lang === undefined ? 'comment' : 'highlight';
    const positional = lang === undefined ? [] : [lang];
    const tag: Tag = { name: what, kind: 'open', start, end: start + whole.length, positional, named: new Map() };
    const ending = new RegExp(`\\{%-?\\s*end${what}\\s*-?%\\}`, 'g');
    this.tags.push(tag);
    const end = this.#skipTo(ending, tag);
    // Without its end it is text.
    if (end === tag.end) this.tags.pop();
    return end;
  }

  /** Skips what is inside a tag. @returns where its closing tag ends; the end of the tag itself where it has none. */
  #skipTo(closing: RegExp, tag: Tag): number {
    closing.lastIndex = tag.end;
    const found = this.#endless.has(closing.source) ? null : closing.exec(this.body);
    if (!found) {
      this.#endless.add(closing.source);
      return tag.end;
    }
    const end = found.index + found[0].length;
    this.tags.push({ ...tag, kind: 'close', start: found.index, end });
    return end;
  }

  #lastClosing(name: string): number {
    const known = this.#lastClosings.get(name) ?? this.body.lastIndexOf(`/${name}`);
    this.#lastClosings.set(name, known);
    return known;
  }
}

function leaves({ isQuoted, column }: Fence, prefix: string, isBlank: boolean): boolean {
  if (isQuoted) return !prefix.includes('>');
  return column > 0 && !isBlank && prefix.length < Math.min(column, 2);
}

/** How far a line is indented, with the marks of quotes. A tab goes on to the next of every four columns. */
function widthOf(line: string): number {
  let width = 0;
  for (const sign of /^[ \t>]*/.exec(line)?.[0] ?? '') width += sign === '\t' ? 4 - (width % 4) : 1;
  return width;
}

function endOfLine(body: string, at: number): number {
  const end = body.indexOf('\n', at);
  return end < 0 ? body.length : end;
}

/** CommonMark 0.31, section 6.1: as many backticks as at the beginning end the code; without them in its block it is text. */
function afterCodeSpan(body: string, start: number): number {
  let open = start;
  while (body[open] === '`') open += 1;
  const length = open - start;
  const blank = /\n[ \t>]*\n/g;
  blank.lastIndex = open;
  const limit = blank.exec(body)?.index ?? body.length;
  const runs = /`+/g;
  runs.lastIndex = open;
  for (let run = runs.exec(body); run && run.index < limit; run = runs.exec(body)) {
    if (run[0].length === length) return run.index + length;
  }
  return open;
}

/** Reads one tag. @returns what is wrong with it where it is broken. */
function readTag(body: string, start: number): Tag | ShownShortcode | string {
  const closer = body[start + 2] === '<' ? '>}}' : '%}}';
  if (body.startsWith('/*', start + 3)) {
    const end = body.indexOf(`*/${closer}`, start);
    if (end < 0) return 'this escaped shortcode ({{</* … */>}}) has no end';
    return { shown: body.slice(start, start + 3) + body.slice(start + 5, end) + closer, start, end: end + 5 };
  }
  let at = start + 3;
  const take = (pattern: RegExp): RegExpExecArray | undefined => {
    pattern.lastIndex = at;
    const match = pattern.exec(body) ?? undefined;
    at += match?.[0].length ?? 0;
    return match;
  };
  const [, slash] = take(/\s*(\/?)\s*/y) ?? [];
  const written = take(/[\p{L}_][\p{L}\p{N}_./-]*/uy)?.[0];
  if (!written) return 'this shortcode has no name';
  if (written.endsWith('/')) at -= 1;
  const name = written.replace(/\/$/, '').replace(/\.html$/, '');
  const positional: string[] = [];
  const named = new Map<string, string>();
  for (;;) {
    take(/\s*/y);
    const isWhole = body[at] === '/' && body.startsWith(closer, at + 1);
    if (isWhole || body.startsWith(closer, at)) {
      const kind = isWhole ? 'whole' : slash ? 'close' : 'open';
      return { name, kind, start, end: at + (isWhole ? 4 : 3), positional, named };
    }
    const key = take(/([\p{L}_][\p{L}\p{N}_-]*)\s*=\s*/uy)?.[1];
    const value = take(/"((?:[^"\\]|\\[\s\S])*)"|`([^`]*)`|(?:(?![>%]\}\}|\/[>%]\}\})[^\s"`])+/y);
    if (!value) return `the tag of the shortcode "${name}" has no end`;
    const text = value[1] === undefined ? (value[2] ?? value[0]) : unquote(value[1]);
    if (key) named.set(key, text);
    else positional.push(text);
    if (positional.length + named.size > 100) return `the shortcode "${name}" has too many arguments`;
  }
}

function unquote(text: string): string {
  return text.replace(/\\([\s\S])/g, (_, sign: string) => (sign === 'n' ? '\n' : sign === 't' ? '\t' : sign));
}

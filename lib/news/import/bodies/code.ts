// Finds code in a body before it is converted to Markdown, because a generator's own syntax has no meaning there.
import { needsEnd } from '@/lib/mdx/shortcode-specs';
import { findShortcodes, type Piece } from '@/lib/mdx/shortcodes';

/** What is masked besides fences and code spans. */
export interface MaskOptions {
  /** Whether four spaces after an empty line are code. They are not in MDX. */
  readonly indented?: boolean;
  /** Whether HTML comments are masked. */
  readonly comments?: boolean;
  /** Blocks whose content is no Markdown, by what begins them and what ends them. Their content is masked, their tags are not. */
  readonly verbatim?: readonly (readonly [open: RegExp, close: (opened: RegExpExecArray) => RegExp])[];
}

/** A noncharacter (Unicode, section 23.7) in place of what is masked. */
export const masked = '\ufdd7';

/** The same in verbatim blocks. */
const maskedVerbatim = '\ufdd8';

const container = /^(?:[ \t]*(?:>|(?:[-*+]|\d{1,9}[.)])(?=[ \t])))*[ \t]*/;

/** The text with each character of its code replaced, line ends kept: what is found in it is at the same place in the text. */
export function maskCode(text: string, options: MaskOptions = {}): string {
  return new Masker(text, options).mask();
}

interface Fence {
  readonly marks: string;
  readonly isQuoted: boolean;
  readonly column: number;
}

class Masker {
  readonly #ranges: [start: number, end: number, mask?: string][] = [];
  #fence: Fence | undefined;
  #afterBlank = true;
  #inIndented = false;
  #inList = false;

  constructor(
    private readonly text: string,
    private readonly options: MaskOptions,
  ) {}

  mask(): string {
    const { text } = this;
    for (let at = 0; at < text.length; ) {
      const end = endOfLine(text, at);
      const line = text.slice(at, end);
      const [prefix = ''] = container.exec(line) ?? [];
      const kind = this.#kindOf(line, prefix);
      if (kind === 'code') this.#ranges.push([at, end]);
      at = kind === 'text' ? this.#readLine(at + prefix.length, end) : end + 1;
    }
    const parts: string[] = [];
    let at = 0;
    for (const [start, end, mask = masked] of this.#ranges) {
      if (end <= at) continue;
      const from = Math.max(start, at);
      parts.push(text.slice(at, from), text.slice(from, end).replace(/[^\n]/g, mask));
      at = end;
    }
    return parts.join('') + text.slice(at);
  }

  #kindOf(line: string, prefix: string): 'code' | 'blank' | 'text' {
    const content = line.slice(prefix.length);
    const isBlank = content.trim() === '';
    if (this.#fence && leaves(this.#fence, prefix, isBlank)) this.#fence = undefined;
    if (this.#fence) {
      const marks = /^(`{3,}|~{3,})[ \t]*$/.exec(content)?.[1];
      if (marks?.startsWith(this.#fence.marks)) this.#fence = undefined;
      this.#afterBlank = false;
      return 'code';
    }
    const opener = /^(`{3,})[^`]*$|^(~{3,})/.exec(content);
    const isIndented = this.#isIndented(line, prefix, isBlank);
    if (opener && !isIndented) {
      const inItem = /[-*+.)]/.test(prefix) || (this.#inList && prefix.length > 0);
      this.#fence = {
        marks: opener[1] ?? opener[2] ?? '',
        isQuoted: prefix.includes('>'),
        column: inItem ? prefix.length : 0,
      };
      return 'code';
    }
    if (isBlank) return 'blank';
    return isIndented ? 'code' : 'text';
  }

  #isIndented(line: string, prefix: string, isBlank: boolean): boolean {
    const isItem = /(?:[-*+]|\d[.)])[ \t]/.test(prefix);
    this.#inList = isItem || (this.#inList && (isBlank || /^[ \t]/.test(line)));
    const isIndented = this.options.indented === true && !isBlank && !this.#inList && /^(?: {4}|\t)/.test(line);
    this.#inIndented = isIndented && (this.#afterBlank || this.#inIndented);
    this.#afterBlank = isBlank;
    return this.#inIndented;
  }

  /** @returns where to go on: after the line, or after what began in it. */
  #readLine(from: number, end: number): number {
    const { text, options } = this;
    let at = from;
    while (at < end) {
      const next = options.verbatim ? /[`\\<{]/g : /[`\\<]/g;
      next.lastIndex = at;
      const found = next.exec(text);
      if (!found || found.index >= end) break;
      at = found.index;
      if (found[0] === '\\') at += 2;
      else if (found[0] === '`') at = this.#readSpan(at);
      else if (options.comments && text.startsWith('<!--', at)) at = this.#skipTo(at, /-->/g) ?? at + 4;
      else at = this.#readVerbatim(at) ?? at + 1;
      if (at > end) return this.#readLine(at, endOfLine(text, at));
    }
    return end + 1;
  }

  #skipTo(start: number, close: RegExp, from = start): number | undefined {
    close.lastIndex = from;
    const match = close.exec(this.text);
    if (!match) return undefined;
    const end = match.index + match[0].length;
    this.#ranges.push([start, end]);
    return end;
  }

  #readVerbatim(at: number): number | undefined {
    for (const [open, close] of this.options.verbatim ?? []) {
      const pattern = new RegExp(open.source, `${open.flags.replace(/[gy]/g, '')}y`);
      pattern.lastIndex = at;
      const opened = pattern.exec(this.text);
      if (!opened) continue;
      const end = close(opened);
      end.lastIndex = at + opened[0].length;
      const closed = end.exec(this.text);
      if (!closed) continue;
      this.#ranges.push([at + opened[0].length, closed.index, maskedVerbatim]);
      return closed.index + closed[0].length;
    }
    return undefined;
  }

  /** CommonMark 0.31, section 6.1. */
  #readSpan(start: number): number {
    const { text } = this;
    let open = start;
    while (text[open] === '`') open += 1;
    const blank = /\n[ \t>]*\n/g;
    blank.lastIndex = open;
    const limit = blank.exec(text)?.index ?? text.length;
    const runs = /`+/g;
    runs.lastIndex = open;
    for (let run = runs.exec(text); run && run.index < limit; run = runs.exec(text)) {
      if (run[0].length !== open - start) continue;
      const end = run.index + run[0].length;
      this.#ranges.push([start, end]);
      return end;
    }
    return open;
  }
}

function leaves({ isQuoted, column }: Fence, prefix: string, isBlank: boolean): boolean {
  if (isQuoted) return !prefix.includes('>');
  return column > 0 && !isBlank && prefix.length < Math.min(column, 2);
}

function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

/** A fence of backticks that is longer than any in the code. */
export function fenceFor(code: string): string {
  const longest = (code.match(/`{3,}/g) ?? []).reduce((most, run) => Math.max(most, run.length), 2);
  return '`'.repeat(longest + 1);
}

/** A code span with a text of one line. */
export function codeSpan(code: string): string {
  const line = code.replace(/\s+/g, ' ').trim();
  const longest = (line.match(/`+/g) ?? []).reduce((most, run) => Math.max(most, run.length), 0);
  const marks = '`'.repeat(longest + 1);
  const space = /^`|`$/.test(line) ? ' ' : '';
  return `${marks}${space}${line}${space}${marks}`;
}

/** The text with the tags of our shortcodes replaced, and what is between those of code; of the same length, line ends kept. */
export function maskShortcodes(text: string): string {
  if (!/\{\{[<%]/.test(text)) return text;
  let shown = text;
  const blank = (start: number, end: number) => {
    shown = shown.slice(0, start) + shown.slice(start, end).replace(/[^\n]/g, 'x') + shown.slice(end);
  };
  const walk = (pieces: readonly Piece[]): void => {
    for (const piece of pieces) {
      if ('shown' in piece || !piece.inner || piece.name === 'highlight') {
        blank(piece.start, piece.end);
        continue;
      }
      blank(piece.start, piece.inner.start);
      blank(piece.inner.end, piece.end);
      walk(piece.children);
    }
  };
  walk(findShortcodes(text, needsEnd).pieces);
  return shown;
}

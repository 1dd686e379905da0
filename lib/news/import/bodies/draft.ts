// A body during conversion: its text, the source line of each of its lines, and the changes made so far.
import { type Diagnostic, warning } from '@/lib/base/diagnostic';
import type { SourcePost } from '@/lib/news/import/source';

/** A part of the text that something else takes the place of. Offsets count UTF-16 code units. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export class Draft {
  text: string;
  readonly changes: Record<string, number> = {};
  readonly problems: Diagnostic[] = [];
  /** For each line of the text the line of the body that it comes from, 1-based. */
  #lines: number[];

  constructor(readonly post: SourcePost) {
    this.text = post.body;
    this.#lines = post.body.split('\n').map((_, index) => index + 1);
  }

  /** Makes several edits at once, none of which overlaps another. Those at the same place are made in their order. */
  edit(edits: readonly Edit[]): void {
    if (edits.length === 0) return;
    const starts = startsOfLines(this.text);
    const sorted = edits.map((edit, index) => ({ edit, index }));
    sorted.sort((a, b) => a.edit.start - b.edit.start || a.edit.end - b.edit.end || a.index - b.index);
    const parts: string[] = [];
    const lines: number[] = [];
    let isNew = true;
    const add = (text: string, lineAt: (newlines: number) => number) => {
      if (text === '') return;
      if (isNew) lines.push(lineAt(0));
      const newlines = text.split('\n').length - 1;
      for (let count = 1; count <= newlines; count += 1) lines.push(lineAt(count));
      isNew = false;
      parts.push(text);
    };
    let at = 0;
    const keep = (end: number) => {
      const first = lineIndex(starts, at);
      add(this.text.slice(at, end), (count) => this.#lines[first + count] ?? 1);
    };
    for (const { edit } of sorted) {
      if (edit.start < at) continue;
      keep(edit.start);
      const first = lineIndex(starts, edit.start);
      const last = lineIndex(starts, edit.end);
      add(edit.text, (count) => this.#lines[Math.min(first + count, last)] ?? 1);
      at = edit.end;
    }
    keep(this.text.length);
    this.text = parts.join('');
    this.#lines = lines.length > 0 ? lines : [1];
  }

  /**
   * Replaces what a pattern matches.
   *
   * @param shown the text with whatever must not be matched masked, of the same length.
   * @param change what takes the place of a match, whose text is that of `shown`; undefined to keep it.
   */
  replace(shown: string, pattern: RegExp, change: (match: RegExpExecArray) => string | undefined): number {
    const edits: Edit[] = [];
    for (const match of shown.matchAll(pattern)) {
      const text = change(match as RegExpExecArray);
      if (text !== undefined) edits.push({ start: match.index, end: match.index + match[0].length, text });
    }
    this.edit(edits);
    return edits.length;
  }

  /** The line of the source's file that an offset of the text comes from, 1-based. */
  lineAt(offset: number): number {
    const line = this.#lines[this.text.slice(0, offset).split('\n').length - 1] ?? 1;
    return line + this.post.bodyLine - 1;
  }

  /** Counts a kind of change. */
  count(kind: string, times = 1): void {
    if (times > 0) this.changes[kind] = (this.changes[kind] ?? 0) + times;
  }

  /** Reports something that a person should look at. */
  report(code: string, offset: number, message: string, fix: string): void {
    this.problems.push(warning(code, message, fix, { file: this.post.file, line: this.lineAt(offset) }));
  }
}

function startsOfLines(text: string): number[] {
  return [0, ...Array.from(text.matchAll(/\n/g), ({ index }) => index + 1)];
}

/** The line that an offset is on, 0-based. */
function lineIndex(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

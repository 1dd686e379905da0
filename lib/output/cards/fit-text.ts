// Fits a text into a box: as large as possible, with line breaks where its script allows them, and lines of even length.
import { toGraphemes } from '@/lib/output/cards/runs';

/** Widths of texts at a font size of 100, in pixels. */
export type Measure = (texts: readonly string[]) => readonly number[];

/** A box for text, in pixels. */
export interface TextBox {
  readonly width: number;
  readonly height: number;
  readonly largest: number;
  readonly smallest: number;
  /** From one line to the next, in font sizes. */
  readonly leading: number;
  /** Whether lines are filled, as those of small text are, rather than made even. */
  readonly filled?: boolean;
}

/** A text that fits. */
export interface FittedText {
  readonly size: number;
  readonly lines: readonly string[];
}

interface Piece {
  readonly text: string;
  /** At a font size of 100. */
  readonly width: number;
  /** Whether a space is before it, unless it begins a line. */
  readonly spaced: boolean;
}

/** Below this font size a word that is too long is broken; above it the whole text becomes smaller instead. */
const breaksBelow = 46;

/** The end of a text that was cut. */
const ellipsis = '…';

/**
 * Fits a text.
 *
 * @param text the part of it that has glyphs: see `drawable` in lib/output/cards/runs.ts.
 * @returns the lines, none wider than the box; the last one cut where the whole text does not fit even at the smallest size.
 */
export function fitText(text: string, box: TextBox, measure: Measure): FittedText {
  if (text === '') return { size: box.largest, lines: [] };
  const words = toPieces(text);
  const widths = measure([...words.map(({ text: word }) => word), 'n n', 'nn', ellipsis]);
  const space = (widths.at(-3) ?? 0) - (widths.at(-2) ?? 0);
  const cut = widths.at(-1) ?? 0;
  const pieces = words.map((word, index): Piece => ({ ...word, width: widths[index] ?? 0 }));
  let narrow: readonly Piece[] | undefined;
  for (let size = box.largest; size >= box.smallest; size -= 2) {
    const room = (box.width / size) * 100;
    const tooWide = pieces.some(({ width }) => width > room);
    if (tooWide && size > breaksBelow && size - 2 >= box.smallest) continue;
    if (tooWide) narrow ??= breakWords(pieces, (box.width / breaksBelow) * 100, measure);
    const set = tooWide && narrow ? narrow : pieces;
    const fitting = Math.max(1, Math.floor(box.height / (size * box.leading)));
    const lines = wrap(set, room, space);
    if (lines.length <= fitting) {
      return { size, lines: (box.filled ? lines : balance(set, room, space, lines.length)).map(toText) };
    }
    if (size - 2 < box.smallest) return { size, lines: cutOff(lines, fitting, room, space, cut) };
  }
  return { size: box.smallest, lines: [] };
}

/** Words, and parts of words after which a line may end (UAX #14, as far as titles need it). */
function toPieces(text: string): { text: string; spaced: boolean }[] {
  return text.split(' ').flatMap((word) =>
    (packed.test(word) ? splitPacked(word) : word.split(/(?<=\p{L}[-/‐–—])(?=\p{L})/u)).map((part, index) => ({
      text: part,
      spaced: index === 0,
    })),
  );
}

/** Scripts without spaces, and emoji. */
const packed = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Extended_Pictographic}]/u;

const wordsOfChinese = new Intl.Segmenter('zh', { granularity: 'word' });

/** Between the words of a dictionary, but not before closing punctuation, nor after opening punctuation. */
function splitPacked(word: string): string[] {
  const parts: string[] = [];
  for (const { segment } of wordsOfChinese.segment(word)) {
    const last = parts.at(-1);
    const stays = last !== undefined && (/^[\p{Pe}\p{Pf}\p{Po}\u30fc]/u.test(segment) || /[\p{Ps}\p{Pi}]$/u.test(last));
    if (stays) parts[parts.length - 1] += segment;
    else parts.push(segment);
  }
  return parts;
}

function wrap(pieces: readonly Piece[], room: number, space: number): Piece[][] {
  const lines: Piece[][] = [];
  let used = 0;
  for (const piece of pieces) {
    const line = lines.at(-1);
    const added = (piece.spaced && line ? space : 0) + piece.width;
    if (line && used + added <= room) {
      line.push(piece);
      used += added;
    } else {
      lines.push([piece]);
      used = piece.width;
    }
  }
  return lines;
}

/** The narrowest lines of the same number. */
function balance(pieces: readonly Piece[], room: number, space: number, count: number): Piece[][] {
  let [low, high] = [room / 2, room];
  for (let step = 0; step < 12; step++) {
    const middle = (low + high) / 2;
    const fits = wrap(pieces, middle, space).length <= count && pieces.every(({ width }) => width <= middle);
    if (fits) high = middle;
    else low = middle;
  }
  return wrap(pieces, high, space);
}

/** Words that are too long, in as few parts as possible. */
function breakWords(pieces: readonly Piece[], room: number, measure: Measure): Piece[] {
  return pieces.flatMap((piece) => {
    if (piece.width <= room) return [piece];
    const letters = toGraphemes(piece.text);
    const widths = measure(letters);
    const parts: { text: string; width: number; spaced: boolean }[] = [];
    for (const [index, letter] of letters.entries()) {
      const width = widths[index] ?? 0;
      const part = parts.at(-1);
      if (part && part.width + width <= room) {
        part.text += letter;
        part.width += width;
      } else parts.push({ text: letter, width, spaced: parts.length === 0 && piece.spaced });
    }
    return parts;
  });
}

function cutOff(lines: readonly Piece[][], count: number, room: number, space: number, cut: number): string[] {
  const kept = lines.slice(0, count).map((line) => [...line]);
  const last = kept.at(-1) ?? [];
  const widthOf = (line: readonly Piece[]) =>
    line.reduce((sum, { width, spaced }, index) => sum + width + (spaced && index > 0 ? space : 0), 0);
  while (last.length > 1 && widthOf(last) + cut > room) last.pop();
  return kept.map((line, index) =>
    index === kept.length - 1 ? toText(line).replace(/[\s,;:.–—-]+$/, '') + ellipsis : toText(line),
  );
}

function toText(line: readonly Piece[]): string {
  return line.map(({ text, spaced }, index) => (spaced && index > 0 ? ` ${text}` : text)).join('');
}

// A line of text as SVG, and its width, measured by the renderer that shapes it.
import { Resvg, type ResvgRenderOptions } from '@resvg/resvg-js';
import { escapeHtml } from '@/lib/base/html';
import { type CardFont, type FontStack, fontPath } from '@/lib/output/cards/fonts';
import { type Run, toRuns } from '@/lib/output/cards/runs';

/** Right-to-left embedding and its end (UAX #9): the renderer takes every text for left-to-right. */
const [embed, pop] = ['\u202b', '\u202c'];

/** Where a line goes and how it looks. */
export interface LineLook {
  /** Of its left end, its middle or its right end, as `anchor` says. */
  readonly x: number;
  /** Of its baseline. */
  readonly y: number;
  readonly size: number;
  /** `#rrggbb` */
  readonly fill: string;
  readonly anchor?: 'middle' | 'end' | undefined;
  /** Whether it is a line of a text that goes from right to left. */
  readonly rightToLeft?: boolean;
}

const rowHeight = 1000;

/** Widths that were measured, by font and text. The same words are on many cards, and measuring takes longer than rendering. */
const widths = new Map<string, number>();

/** How many are kept: those of some thousand cards. */
const mostWidths = 20_000;

/** The texts of one card: measures them, writes them as SVG, and collects their fonts. */
export class CardText {
  readonly #fonts = new Set<CardFont>();

  constructor() {
    if (widths.size > mostWidths) widths.clear();
  }

  /** How far drawable texts (lib/output/cards/runs.ts) advance at a font size of 100, in pixels, in the same order. */
  measure(texts: readonly string[], stack: FontStack): number[] {
    const runs = texts.map((text) => toRuns(text, stack));
    this.#measureRuns(runs.flat());
    return runs.map((list) => list.reduce((sum, run) => sum + this.#widthOf(run), 0));
  }

  /** A line. Each run is an element of its own: the renderer would use one font for a whole text that it has. */
  draw(text: string, stack: FontStack, { x, y, size, fill, anchor, rightToLeft = false }: LineLook): string {
    const runs = toRuns(text, stack);
    this.#measureRuns(runs);
    for (const { font } of runs) this.#fonts.add(font);
    const width = (run: Run) => (this.#widthOf(run) * size) / 100;
    const whole = runs.reduce((sum, run) => sum + width(run), 0);
    let left = x - (anchor === 'end' ? whole : anchor === 'middle' ? whole / 2 : 0);
    const ordered = rightToLeft ? visualOrder(runs) : runs;
    return ordered
      .map((run) => {
        const element = isSpace(run) ? '' : textElement(run, { x: left, y, size }, rightToLeft, `fill="${fill}"`);
        left += width(run);
        return element;
      })
      .join('');
  }

  /** With the fonts that are needed, and no others: one has 65,000 glyphs and loads slowly. */
  get options(): ResvgRenderOptions {
    return optionsFor(this.#fonts);
  }

  #widthOf(run: Run): number {
    const widthOf = (text: string) => widths.get(keyOf({ ...run, text })) ?? 0;
    // A space has no outline to measure.
    return isSpace(run) ? run.text.length * (widthOf('n n') - widthOf('nn')) : widthOf(run.text);
  }

  #measureRuns(runs: readonly Run[]): void {
    const inked = runs.flatMap((run) => (isSpace(run) ? ['n n', 'nn'].map((text) => ({ ...run, text })) : [run]));
    const wanted = [...new Map(inked.map((run) => [keyOf(run), run])).values()].filter(
      (run) => !widths.has(keyOf(run)),
    );
    if (wanted.length === 0) return;
    // An outline does not include the space around it. Rendered twice, from its start and to its end, a text moves by
    // exactly its advance.
    const rows = wanted.flatMap((run, index) => [
      textElement(run, { x: 50_000, y: rowHeight * (2 * index + 0.5), size: 100 }, false),
      textElement(run, { x: 50_000, y: rowHeight * (2 * index + 1.5), size: 100 }, false, 'text-anchor="end"'),
    ]);
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="99000" height="${rowHeight * rows.length}" xml:space="preserve">${rows.join('')}</svg>`;
    const rendered = new Resvg(svg, optionsFor(new Set(wanted.map(({ font }) => font)))).toString();
    const starts = rows.map(() => Number.POSITIVE_INFINITY);
    for (const [, path = ''] of rendered.matchAll(/ d="([^"]*)"/g)) {
      const numbers = path.match(/-?[\d.]+(?:e-?\d+)?/g)?.map(Number) ?? [];
      for (let at = 0; at + 1 < numbers.length; at += 2) {
        const row = Math.floor((numbers[at + 1] ?? 0) / rowHeight);
        starts[row] = Math.min(starts[row] ?? 0, numbers[at] ?? 0);
      }
    }
    for (const [index, run] of wanted.entries()) {
      const advance = (starts[2 * index] ?? 0) - (starts[2 * index + 1] ?? 0);
      widths.set(keyOf(run), Number.isFinite(advance) ? advance : 0);
    }
  }
}

function optionsFor(fonts: ReadonlySet<CardFont>): ResvgRenderOptions {
  return { font: { loadSystemFonts: false, fontFiles: [...fonts].map(fontPath) }, logLevel: 'off' };
}

function isSpace({ text }: Run): boolean {
  return text.trim() === '';
}

function keyOf({ text, font }: Run): string {
  return `${font.file} ${text}`;
}

function textElement(
  { text, font: { family, weight } }: Run,
  { x, y, size }: { x: number; y: number; size: number },
  rightToLeft: boolean,
  attributes = '',
): string {
  const escaped = escapeHtml(text);
  const shown = rightToLeft ? embed + escaped + pop : escaped;
  return `<text x="${round(x)}" y="${round(y)}" font-family="${family}" font-weight="${weight}" font-size="${size}" ${attributes}>${shown}</text>`;
}

/**
 * The runs of a line that begins with right-to-left letters, from left to right. Runs without such letters keep their order
 * among themselves, as a name and an emoji in the middle of the line do.
 */
function visualOrder(runs: readonly Run[]): Run[] {
  const groups: Run[][] = [];
  let foreign: Run[] = [];
  const close = () => {
    // Runs at its ends belong to the line, not to the foreign part: before its first letter, and after its last letter or
    // number, since numbers go with the letters before them (UAX #9, W7).
    const first = foreign.findIndex(({ text }) => /\p{L}/u.test(text));
    const last = first < 0 ? first : foreign.findLastIndex(({ text }) => /[\p{L}\p{N}]/u.test(text));
    const after = foreign.splice(last + 1);
    const before = foreign.splice(0, Math.max(0, first));
    const single = (list: readonly Run[]) => list.map((run) => [run]);
    groups.push(...single(before), ...(foreign.length > 0 ? [foreign] : []), ...single(after));
    foreign = [];
  };
  for (const run of runs) {
    if (/[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(run.text)) {
      close();
      groups.push([run]);
    } else foreign.push(run);
  }
  close();
  return groups.reverse().flat();
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

// Text as a social card can show it: in runs of one font each, without characters that no font has.
import { type CardFont, canDraw, type FontStack, fontStacks } from '@/lib/output/cards/fonts';

/** A piece of text in one font. */
export interface Run {
  readonly text: string;
  readonly font: CardFont;
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Joiners and variation selectors, which need no glyph. */
const isSilent = (point: number) => point === 0x200c || point === 0x200d || (point >= 0xfe00 && point <= 0xfe0f);

/** Control and format characters, except joiners; and skin tones, which a font of one colour has not. */
const steering = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}]|[\u{1f3fb}-\u{1f3ff}]/gu;

/** Grapheme clusters: what people see as one character each. */
export function toGraphemes(text: string): string[] {
  return [...graphemes.segment(text)].map(({ segment }) => segment);
}

/**
 * The part of a text that has glyphs, in one line: characters that no font has are left out, rather than shown as boxes;
 * mathematical letters become plain ones; control and format characters are removed.
 */
export function drawable(text: string, stack: FontStack): string {
  const seen = text
    .normalize('NFC')
    .replace(/[^\S\u00a0]+/g, ' ')
    .replace(steering, '');
  const shown = toGraphemes(seen)
    .map((grapheme) => asDrawn(grapheme, stack))
    .join('');
  return shown.replace(/ +/g, ' ').trim();
}

/** Whether more than half of a text is left out. */
export function isMostlyLost(text: string, stack: FontStack): boolean {
  const count = (each: string) => toGraphemes(each.replace(/\s/g, '')).length;
  return count(drawable(text, stack)) * 2 < count(text);
}

/** The drawable part of a label; empty where most of its letters are left out, so that figures do not remain alone. */
export function drawableLabel(text: string, stack: FontStack): string {
  const shown = drawable(text, stack);
  const letters = (each: string) => each.match(/\p{L}/gu)?.length ?? 0;
  return letters(shown) * 2 < letters(text) ? '' : shown;
}

/** A drawable text, split by fonts. Spaces between two fonts are runs of their own, as wide as the first font has them. */
export function toRuns(text: string, stack: FontStack): Run[] {
  const [main] = fontStacks[stack];
  const runs: { text: string; font: CardFont }[] = [];
  const add = (grapheme: string, font: CardFont) => {
    const last = runs.at(-1);
    if (last?.font === font && last.text.trim() !== '') last.text += grapheme;
    else runs.push({ text: grapheme, font });
  };
  let spaces = '';
  for (const piece of text.split(/(\s+)/).flatMap((word) => piecesOf(word, stack))) {
    if (/^\s+$/.test(piece)) spaces += piece;
    else {
      const font = findFont(piece, stack) ?? main;
      const last = runs.at(-1);
      if (spaces !== '' && last?.font === font) last.text += spaces;
      else if (spaces !== '') runs.push({ text: spaces, font: main });
      spaces = '';
      add(piece, font);
    }
  }
  return runs;
}

/** What of a word has one font: all of it where that is possible, since fonts of Latin have some Greek letters, and not all. */
function piecesOf(word: string, stack: FontStack): string[] {
  const isMixed = /[\p{Script=Latin}\p{N}\p{Extended_Pictographic}]/u.test(word);
  return isMixed || !findFont(word, stack) ? toGraphemes(word) : [word];
}

const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** Whether a text has letters that are written from right to left. */
export function hasRightToLeft(text: string): boolean {
  return rightToLeft.test(text);
}

/** Whether a text begins, as far as it has a direction, with letters that are written from right to left (UAX #9, P2). */
export function isRightToLeft(text: string): boolean {
  const [first] = /\p{L}/u.exec(text) ?? [];
  return first !== undefined && hasRightToLeft(first);
}

function asDrawn(grapheme: string, stack: FontStack): string {
  if (findFont(grapheme, stack)) return grapheme;
  const plain = grapheme.normalize('NFKC');
  if (plain !== '' && plain !== grapheme && findFont(plain, stack)) return plain;
  // An emoji with modifiers or of several people, where the font has only the first.
  const [first = ''] = grapheme;
  return /\p{Extended_Pictographic}/u.test(first) && findFont(first, stack) ? first : '';
}

function findFont(grapheme: string, stack: FontStack): CardFont | undefined {
  const points = [...grapheme].map((character) => character.codePointAt(0) ?? 0).filter((point) => !isSilent(point));
  if (points.length === 0) return undefined;
  const fonts: readonly CardFont[] = fontStacks[stack];
  const picture = /\p{Emoji_Presentation}|\ufe0f/u.test(grapheme);
  const order = picture ? [...fonts].reverse() : fonts;
  return order.find((font) => points.every((point) => canDraw(font, point)));
}

// Characters that nobody sees and that change what is seen: control characters, overrides of the direction, and
// characters without width inside words. Those that real scripts and emoji need are allowed.
import { type Diagnostic, error, placeAt } from '@/lib/base/diagnostic';

/** All characters that are looked at more closely. Most text has none of them. */
const suspects =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;

const rightToLeft =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;

/** Scripts that are written without spaces, in which a space without width says where a word ends. */
const unspaced =
  /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** Scripts whose letters join, in which U+200C and U+200D choose the form of a letter (Unicode Standard, section 23.2). */
const joining =
  /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Nko}\p{Script=Mongolian}\p{Script=Adlam}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}]/u;

const wordCharacter = /[\p{L}\p{M}\p{N}_]/u;

/** A part of a text, in UTF-16 code units. */
interface TextRange {
  readonly index: number;
  readonly length: number;
}

/** Finds every hidden character that is not allowed where it is. @param except parts of the text that do not matter. */
export function findHiddenCharacters(text: string, except: readonly TextRange[] = []): Diagnostic[] {
  return [...text.matchAll(suspects)]
    .filter(({ index }) => !except.some((range) => range.index <= index && index < range.index + range.length))
    .flatMap(({ index, 0: character }) => explain(text, index, character) ?? []);
}

/** A character as it is named: `U+202E`. */
export function nameOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

function explain(text: string, index: number, character: string): Diagnostic | undefined {
  const point = character.codePointAt(0) ?? 0;
  const name = nameOf(character);
  const report = (code: string, message: string) => error(code, message, 'remove it', placeAt(text, index));
  if (point < 0xa0 || point === 0x2028 || point === 0x2029 || (point >= 0xfff9 && point <= 0xfffb)) {
    return report('text/control', `there is an invisible control character, ${name}`);
  }
  if ((point >= 0x202a && point <= 0x202e) || (point >= 0x2066 && point <= 0x2069)) {
    return explainDirection(text, index, point);
  }
  const before = neighbour(text, index, -1);
  const after = neighbour(text, index + character.length, 1);
  const inWord = wordCharacter.test(before) && wordCharacter.test(after);
  const isOf = (scripts: RegExp) => scripts.test(before) || scripts.test(after);
  const insideWord = (isAllowed: boolean) =>
    isAllowed || !inWord
      ? undefined
      : report('text/invisible', `there is an invisible character, ${name}, inside a word`);
  if (point === 0x200c || point === 0x200d) return insideWord(joining.test(before));
  if (point === 0x061c || point === 0x200e || point === 0x200f) return insideWord(isOf(rightToLeft));
  if (point === 0x180e || point === 0x200b || point === 0x2060 || point === 0xfeff) return insideWord(isOf(unspaced));
  // What is left: fillers, invisible operators, and tags, which can contain whole texts that nobody sees.
  if (isFlagTag(text, index) || (point >= 0x2061 && point <= 0x2064 && !inWord)) return undefined;
  return report('text/invisible', `there is an invisible character, ${name}`);
}

/**
 * Overrides reverse letters, and are never right. Embeddings and isolates are, where they are closed on their line and the
 * line has letters that run from right to left (Unicode Standard Annex 9; CVE-2021-42574 is an attack with others).
 */
function explainDirection(text: string, index: number, point: number): Diagnostic | undefined {
  const name = nameOf(String.fromCodePoint(point));
  const fix = 'remove it; right-to-left text does not need it';
  const where = placeAt(text, index);
  if (point === 0x202d || point === 0x202e) {
    return error('text/direction', `${name} reverses the letters after it`, fix, where);
  }
  const start = text.lastIndexOf('\n', index) + 1;
  const end = text.indexOf('\n', index);
  const line = text.slice(start, end < 0 ? undefined : end);
  if (rightToLeft.test(line) && isBalanced(line)) return undefined;
  return error('text/direction', `${name} changes the direction of the text after it`, fix, where);
}

function isBalanced(line: string): boolean {
  const open: ('embedding' | 'isolate')[] = [];
  for (const character of line) {
    if (character === '\u202a' || character === '\u202b') open.push('embedding');
    else if (character >= '\u2066' && character <= '\u2068') open.push('isolate');
    else if (character === '\u202c' && open.pop() !== 'embedding') return false;
    else if (character === '\u2069' && open.pop() !== 'isolate') return false;
  }
  return open.length === 0;
}

/** Whether a tag is part of a flag such as that of Scotland: a black flag, up to six tags, the closing tag. */
function isFlagTag(text: string, index: number): boolean {
  const start = Math.max(0, index - 16);
  const flags = text
    .slice(start, index + 16)
    .matchAll(/\u{1f3f4}[\u{e0030}-\u{e0039}\u{e0061}-\u{e007a}]{1,6}\u{e007f}/gu);
  return [...flags].some((flag) => start + flag.index < index && index < start + flag.index + flag[0].length);
}

/** The next visible character before or after a place. */
function neighbour(text: string, from: number, step: 1 | -1): string {
  const around = step > 0 ? [...text.slice(from, from + 16)] : [...text.slice(Math.max(0, from - 16), from)].reverse();
  return around.find((character) => !/[\u061c\u180e\u200b-\u200f\u2060-\u2064\ufeff]/.test(character)) ?? '';
}

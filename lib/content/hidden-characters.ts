// Invisible characters that change what readers see or programs find: control characters, overrides of the
// direction, characters without width inside words, selectors and tags. Those that real scripts and emoji need are allowed.
import { type Diagnostic, error } from '@/lib/base/diagnostic';

/** All characters that are looked at more closely. Most text has none of them. */
const suspects =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028-\u202e\u2800\ufff0-\ufffb\ufffe\uffff\p{Cs}\p{Default_Ignorable_Code_Point}]/gu;

const rightToLeft =
  /[\p{scx=Arabic}\p{scx=Hebrew}\p{scx=Syriac}\p{scx=Thaana}\p{scx=Nko}\p{scx=Adlam}\p{scx=Hanifi_Rohingya}\p{scx=Mandaic}]/u;

/** Scripts that are written without spaces, in which a space without width says where a word ends. */
const unspaced =
  /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Javanese}\p{Script=Balinese}]/u;

/** Scripts whose letters join, in which U+200C and U+200D choose the form of a letter (Unicode Standard, section 23.2). */
const joining =
  /[\p{scx=Arabic}\p{scx=Syriac}\p{scx=Nko}\p{scx=Mongolian}\p{scx=Adlam}\p{scx=Mandaic}\p{scx=Hanifi_Rohingya}\p{scx=Devanagari}\p{scx=Bengali}\p{scx=Gurmukhi}\p{scx=Gujarati}\p{scx=Oriya}\p{scx=Tamil}\p{scx=Telugu}\p{scx=Kannada}\p{scx=Malayalam}\p{scx=Sinhala}\p{scx=Khmer}\p{scx=Myanmar}\p{scx=Tibetan}\p{scx=Javanese}\p{scx=Balinese}\p{scx=Newa}\p{scx=Chakma}]/u;

/** What standardized variation sequences begin with (Unicode, StandardizedVariants.txt and emoji-variation-sequences.txt). */
const variable =
  /[\p{Emoji}\p{Extended_Pictographic}\p{S}\p{Script=Han}\p{Script=Myanmar}\p{Script=Phags_Pa}\p{Script=Manichaean}\p{Script=Egyptian_Hieroglyphs}\p{Script=Hiragana}\p{Script=Katakana}\u2010-\u205e\u3000-\u303f\uff00-\uff60\p{Me}]/u;

const wordCharacter = /[\p{L}\p{M}\p{N}_]/u;

/** A part of a text, in UTF-16 code units. */
interface TextRange {
  readonly index: number;
  readonly length: number;
}

/** Finds every hidden character that is not allowed where it is. @param except parts of the text that do not matter. */
export function findHiddenCharacters(text: string, except: readonly TextRange[] = []): Diagnostic[] {
  return findWithPlaces(text, except).map(({ diagnostic }) => diagnostic);
}

function findWithPlaces(text: string, except: readonly TextRange[] = []) {
  const found: { index: number; diagnostic: Diagnostic }[] = [];
  let line: Line | undefined;
  let number = 1;
  for (const { index, 0: character } of text.matchAll(suspects)) {
    // Lines are looked up once each: a text may consist of such characters.
    if (!line || index >= line.end) {
      number += text.slice(line?.end ?? 0, index).split('\n').length - 1;
      line = lineAt(text, index);
    }
    if (except.some((range) => range.index <= index && index < range.index + range.length)) continue;
    const problem = explain(text, index, character, line);
    if (!problem) continue;
    const { code, message, fix } = problem;
    const place = { line: number, column: index - line.start + 1 };
    found.push({ index, diagnostic: error(code, message, fix ?? 'remove it', place) });
  }
  return found;
}

/** A line, and what has to be known of it. */
interface Line {
  readonly start: number;
  /** Of its line break, or of the text. */
  readonly end: number;
  /** Whether embeddings and isolates are closed on it, and it has letters that run from right to left. */
  readonly mayTurn: boolean;
  readonly hasBraille: boolean;
}

function lineAt(text: string, index: number): Line {
  const start = text.lastIndexOf('\n', index - 1) + 1;
  const next = text.indexOf('\n', index);
  const end = next < 0 ? text.length : next;
  const line = text.slice(start, end);
  return { start, end, mayTurn: rightToLeft.test(line) && isBalanced(line), hasBraille: /[\u2801-\u28ff]/.test(line) };
}

/** A text without the hidden characters that are not allowed where they are. */
export function withoutHiddenCharacters(text: string): string {
  let kept = text;
  // What is gone may have been what allowed the next.
  for (let found = findWithPlaces(kept); found.length > 0; found = findWithPlaces(kept)) {
    const places = new Set(found.map(({ index }) => index));
    kept = kept.replace(suspects, (character, index: number) => (places.has(index) ? '' : character));
  }
  return kept;
}

/** The name of a character: `U+202E`. */
export function nameOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

interface Problem {
  readonly code: string;
  readonly message: string;
  readonly fix?: string;
}

function explain(text: string, index: number, character: string, line: Line): Problem | undefined {
  const point = character.codePointAt(0) ?? 0;
  const name = nameOf(character);
  const isControl = point < 0xa0 && point !== 0xad;
  if (isControl || [0x2028, 0x2029, 0xfffe, 0xffff].includes(point) || isOneOf(point, 0xfff9, 0xfffb, 0xd800, 0xdfff)) {
    return { code: 'text/control', message: `there is an invisible control character, ${name}` };
  }
  if (isOneOf(point, 0x202a, 0x202e, 0x2066, 0x2069)) return explainDirection(point, name, line);
  const isAllowed = isAllowedHere(text, index, character, line);
  if (isAllowed === true) return undefined;
  const where = isAllowed === 'outside words' ? ', inside a word' : '';
  return { code: 'text/invisible', message: `there is an invisible character, ${name}${where}` };
}

/** Whether a point is in one of the ranges, whose first and last points follow. */
function isOneOf(point: number, ...ranges: readonly number[]): boolean {
  return ranges.some((first, at) => at % 2 === 0 && first <= point && point <= (ranges[at + 1] ?? 0));
}

/** Whether a character without width may be where it is; `outside words` for one that is inside a word and must not be. */
function isAllowedHere(text: string, index: number, character: string, line: Line): boolean | 'outside words' {
  if (isInRun(text, index)) return false;
  const point = character.codePointAt(0) ?? 0;
  const before = neighbour(text, index, -1);
  const after = neighbour(text, index + character.length, 1);
  const inWord = wordCharacter.test(before) && wordCharacter.test(after);
  const nextTo = [...text.slice(Math.max(0, index - 2), index)].at(-1) ?? '';
  const isOf = (scripts: RegExp) => scripts.test(before) || scripts.test(after);
  const unlessInWord = (isRight: boolean) => isRight || !inWord || 'outside words';
  if (point === 0x200c || point === 0x200d) return unlessInWord(joining.test(before));
  if (point === 0x061c || point === 0x200e || point === 0x200f) return unlessInWord(isOf(rightToLeft));
  if (point === 0x200b || point === 0x2060 || point === 0xfeff) return unlessInWord(isOf(unspaced));
  if (point === 0xad) return unlessInWord(false);
  if (point === 0x34f) return /\p{M}/u.test(nextTo) && /\p{M}/u.test(after);
  if (isOneOf(point, 0x180b, 0x180f)) return /\p{scx=Mongolian}/u.test(nextTo);
  if (isOneOf(point, 0x17b4, 0x17b5)) return /\p{scx=Khmer}/u.test(nextTo);
  if (isOneOf(point, 0xfe00, 0xfe0f)) return variable.test(nextTo);
  if (isOneOf(point, 0xe0100, 0xe01ef)) return /\p{Ideographic}/u.test(nextTo);
  if (isOneOf(point, 0x115f, 0x1160)) return isOf(/[\u1100-\u115e\u1161-\u11ff\ua960-\ua97c\ud7b0-\ud7fb]/);
  if (point === 0x2800) return line.hasBraille;
  // What is left: fillers, invisible operators, and tags, which can contain whole texts that nobody sees.
  return isFlagTag(text, index) || (isOneOf(point, 0x2061, 0x2064) && !inWord);
}

/** Whether there are three or more characters without width in a row, which no script needs and which can hold a text. */
function isInRun(text: string, index: number): boolean {
  const start = Math.max(0, index - 2);
  const runs = text.slice(start, index + 3).matchAll(/[\u00ad\u180e\u200b-\u200f\u2060-\u2064\ufeff]{3,}/g);
  return [...runs].some((run) => start + run.index <= index && index < start + run.index + run[0].length);
}

/**
 * Overrides reverse letters, and are never right. Embeddings and isolates are, where they are closed on their line and the
 * line has letters that run from right to left (Unicode Standard Annex 9; CVE-2021-42574 is an attack with others).
 */
function explainDirection(point: number, name: string, { mayTurn }: Line): Problem | undefined {
  const fix = 'remove it; right-to-left text does not need it';
  if (point === 0x202d || point === 0x202e) {
    return { code: 'text/direction', message: `${name} reverses the letters after it`, fix };
  }
  if (mayTurn) return undefined;
  return { code: 'text/direction', message: `${name} changes the direction of the text after it`, fix };
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
  return around.find((character) => !/\p{Default_Ignorable_Code_Point}/u.test(character)) ?? '';
}

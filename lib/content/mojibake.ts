// Mojibake: text that was saved as UTF-8 and read in another encoding, `JÃ¸rn` and `J√∏rn` for `Jørn`. Finds and repairs it.
//
// A UTF-8 character of several bytes has become a character of the wrong encoding for each byte. Real text has such
// sequences too (`É»` in French quotes, `√π` in a formula), so a sequence counts only where its repair fits the word and
// nobody would have written it.

/** A piece of text that was read in the wrong encoding. */
export interface Mojibake {
  /** Where it begins, in UTF-16 code units. */
  readonly index: number;
  readonly length: number;
  /** What it was before. */
  readonly repaired: string;
  /** The encoding in which it was read. */
  readonly encoding: Encoding;
}

/** Windows-1252 includes Latin-1: they differ only in control characters. */
type Encoding = 'Windows-1252' | 'Mac Roman';

// Not from Node's decoder, which takes Windows-1252 for Latin-1 in some versions.
const windows = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const high = Array.from({ length: 128 }, (_, index) => String.fromCharCode(128 + index));
const mac = new TextDecoder('macintosh').decode(Buffer.from(high.join(''), 'latin1'));

/** The byte that a character is in an encoding, as the character of Latin-1. */
const bytesOf: Readonly<Record<Encoding, ReadonlyMap<string, string>>> = {
  'Windows-1252': new Map([...high, ...windows].map((character, index) => [character, high[index % 128] ?? ''])),
  'Mac Roman': new Map([...mac].map((character, index) => [character, high[index] ?? ''])),
};

/** What may come of a repair: letters of living scripts, punctuation, symbols and emoji. No IPA, no rare blocks. */
const plausible =
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: each is looked at by itself
  /^[\u00a0-\u017f\u01a0\u01a1\u01af\u01b0\u0218-\u021b\u0300-\u0323\u0386-\u03ce\u0400-\u045f\u0490\u0491\u05d0-\u05ea\u060c\u061b\u061f-\u0652\u0660-\u0669\u067e\u0686\u06a9\u06af\u06cc\u06f0-\u06f9\u0900-\u0e7f\u1e00-\u1eff\u200b-\u200f\u2010-\u2027\u202f-\u203a\u20a0-\u20bf\u2100-\u22ff\u2460-\u27bf\u2b00-\u2bff\u3000-\u30ff\u3400-\u9fff\uac00-\ud7a3\ufe0f\ufeff\uff00-\uffef\u{1f000}-\u{1faff}]$/u;

/** What real text has right after a letter: quotes that close, dots and dashes, signs and powers. */
const afterLetter = /[’”“‘»«›‹…–—™®©°²³¹ºª·•†‡±\u00a0\u00ad£]/;

/** Signs of formulas that real text has before letters, among those that Mac Roman makes of leading bytes. */
const mathLead = /[√¬≈∆÷◊ƒ]/;
const mathTail = /[πΩµ∂∑∏∫∞±≤≥≠]/;

/**
 * Finds every piece of a text that was read in the wrong encoding.
 *
 * @returns the pieces in order; nothing for correct text. Doubtful pieces count only where the text has certain ones of the
 *   same encoding.
 */
export function findMojibake(text: string): Mojibake[] {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: all that is not ASCII
  if (/^[\u0000-\u007f]*$/.test(text)) return [];
  const covered = (pieces: readonly Mojibake[]) => pieces.reduce((sum, { length }) => sum + length, 0);
  const [first = [], second = []] = (['Windows-1252', 'Mac Roman'] as const)
    .map((encoding) => piecesOf(text, encoding).map(repairAgain))
    // The right encoding explains more of the text; the other finds chance sequences within it.
    .sort((a, b) => covered(b) - covered(a));
  const overlaps = (piece: Mojibake) =>
    first.some(({ index, length }) => index < piece.index + piece.length && piece.index < index + length);
  return [...first, ...second.filter((piece) => !overlaps(piece))].sort((a, b) => a.index - b.index);
}

/** Repairs every piece of a text that was read in the wrong encoding. */
export function repairMojibake(text: string): string {
  return replacePieces(text, findMojibake(text));
}

function replacePieces(text: string, pieces: readonly Mojibake[]): string {
  const ends = [0, ...pieces.map(endOf)];
  const repaired = pieces.map((piece, at) => text.slice(ends[at], piece.index) + piece.repaired);
  return repaired.join('') + text.slice(ends.at(-1));
}

/** What was read wrongly several times is repaired as often. */
function repairAgain(piece: Mojibake): Mojibake {
  let { repaired } = piece;
  for (let round = 0; round < 2; round += 1) repaired = replacePieces(repaired, piecesOf(repaired, piece.encoding));
  return { ...piece, repaired };
}

function piecesOf(text: string, encoding: Encoding): Mojibake[] {
  const pieces: (Mojibake & { characters: number })[] = [];
  for (const character of decodedIn(text, encoding)) {
    const last = pieces.at(-1);
    if (!last || endOf(last) !== character.index) pieces.push({ ...character, encoding, characters: 1 });
    else {
      const { index, length, repaired, characters } = last;
      const longer = { length: length + character.length, repaired: repaired + character.repaired };
      pieces[pieces.length - 1] = { index, encoding, ...longer, characters: characters + 1 };
    }
  }
  const fitting = pieces.filter((piece) => fits(text, piece));
  // Two characters in a row: nobody writes that.
  const isSure = fitting.some((piece) => piece.characters >= 2 || isCertain(text, piece));
  return isSure ? fitting.map(({ characters: _, ...piece }) => piece) : [];
}

/** The bytes that can be one character of UTF-8 (RFC 3629, section 4). */
const sequence = /[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}/g;

/** Every sequence of characters whose bytes are one plausible character of UTF-8. */
function decodedIn(text: string, encoding: Encoding): Omit<Mojibake, 'encoding'>[] {
  // A byte a code unit. ASCII, which is the same in all encodings, is never part of a sequence.
  const bytes = text.replace(/[\u0080-\uffff]/g, (character) => bytesOf[encoding].get(character) ?? ' ');
  return [...bytes.matchAll(sequence)]
    .map(({ index, 0: found }) => ({ index, length: found.length, repaired: Buffer.from(found, 'latin1').toString() }))
    .filter(({ repaired }) => plausible.test(repaired));
}

function endOf({ index, length }: Pick<Mojibake, 'index' | 'length'>): number {
  return index + length;
}

/** Whether the repair of a piece can be next to its neighbours: no word mixes Latin letters with those of other scripts. */
function fits(text: string, { index, length, repaired }: Mojibake): boolean {
  const before = text[index - 1] ?? '';
  const after = text[index + length] ?? '';
  const first = [...repaired][0] ?? '';
  const last = [...repaired].at(-1) ?? '';
  const clashes = (neighbour: string, own: string) =>
    /[\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}]/u.test(own) &&
    /\p{Script=Latin}/u.test(neighbour);
  const mark = /^[\u0900-\u0e7f]$/u.test(repaired) && /\p{M}/u.test(repaired);
  return !mark && !clashes(before, first) && !clashes(after, last);
}

/** Whether nobody would have written a piece that is one character of UTF-8. */
function isCertain(text: string, { index, length, repaired, encoding }: Mojibake): boolean {
  if (length === 4) return true;
  const piece = text.slice(index, index + length);
  const [lead = '', ...tail] = [...piece];
  const before = text.slice(Math.max(0, index - 2), index);
  const after = text[index + length] ?? '';
  const letterBefore = /\p{L}$/u.test(before);
  const letterAfter = /^\p{L}/u.test(after);
  if (encoding === 'Mac Roman') {
    if (mathLead.test(lead) && tail.every((character) => mathTail.test(character))) {
      return (letterBefore && letterAfter) || /\p{L}{2}$/u.test(before);
    }
    // Real text has quotes, dashes and dots before letters with accents: “été”, –état, l’été.
    if (/[«»…–—“”‘’‹›\u00a0•·]/.test(lead)) return length === 3;
    if (length === 3) {
      // „Öl“ and ‚Äh‘ are German, but not if the characters after the low quote make a dash or another quote.
      if (/^[\u2010-\u203a]$/.test(repaired)) return true;
      return !/[„‚‰‡]/.test(lead) || !tail.every((character) => /\p{L}/u.test(character));
    }
    if (/[\p{L}]/u.test(lead) && tail.every((character) => /[\p{L}™®©†°]/u.test(character))) return false;
    return letterBefore || letterAfter || !/\p{L}/u.test(repaired);
  }
  const unnatural = tail.some((character) => !afterLetter.test(character) && !/\p{L}/u.test(character));
  if (unnatural) return true;
  // A capital alone before a sign: `Â©`, `Ã…rhus`, `â†’`.
  if (!letterBefore && lead === 'Â' && !/[’”“‘»«›‹…–—]/.test(tail[0] ?? '')) return true;
  if (!letterBefore && lead === 'Ã' && letterAfter) return true;
  if (!letterBefore && lead === 'â' && length === 3) return true;
  // A letter inside or at the end of a word in small letters, where there is a capital now: `cafÃ©`.
  if (/\p{Ll}$/u.test(before) && /\p{Lu}/u.test(lead) && /\p{Ll}/u.test(repaired)) return true;
  // Letters as continuation: `StraÃŸe`, `GRÃœN`. Next to small letters a capital is out of place; `Úžas` is Czech.
  if (tail.every((character) => /\p{L}/u.test(character)))
    return letterBefore && /[ÃÅÄ]/.test(lead) && /\p{Ll}/u.test(before.at(-1) ?? '') !== /\p{Ll}/u.test(lead);
  // A sign in the middle of a word.
  const joiner = /[’·–—…\u00a0\u00ad]/.test(tail.at(-1) ?? '');
  return letterAfter && !joiner && (letterBefore || lead === 'Ã' || lead === 'Â' || length === 3);
}

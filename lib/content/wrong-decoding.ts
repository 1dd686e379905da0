// Text that was UTF-8 and was read as something else: `JÃ¸rn` and `J√∏rn` for `Jørn`. Finds it and puts it right.
//
// Every such piece is a byte that begins a letter in UTF-8, and the bytes that continue it, each shown as a character of
// the wrong encoding. Real text holds such pairs too (`É»` in French quotes, `√π` in a formula), so a piece counts where
// what it stands for would fit its word, and where it cannot be what somebody wrote.

/** A piece of text that was read in a wrong encoding. */
export interface WrongDecoding {
  /** Where it begins, in UTF-16 code units. */
  readonly index: number;
  readonly length: number;
  /** What it was before. */
  readonly repaired: string;
  readonly encoding: Encoding;
}

/** Windows-1252 stands for Latin-1 too: they differ only in control characters. */
export type Encoding = 'Windows-1252' | 'Mac Roman';

const windows = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
// Apple's table, https://www.unicode.org/Public/MAPPINGS/VENDORS/APPLE/ROMAN.TXT.
const mac =
  'ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u00a0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uf8ffÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ';

const bytesOf: Readonly<Record<Encoding, ReadonlyMap<string, number>>> = {
  'Windows-1252': new Map([
    ...Array.from({ length: 128 }, (_, index) => [String.fromCharCode(128 + index), 128 + index] as const),
    ...[...windows].map((character, index) => [character, 128 + index] as const),
  ]),
  'Mac Roman': new Map([...mac].map((character, index) => [character, 128 + index] as const)),
};

const encodings = ['Windows-1252', 'Mac Roman'] as const;

/** What may come of a repair: letters of living scripts, punctuation, symbols and emoji. No IPA, no rare blocks. */
const plausible =
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: each is looked at by itself
  /^[\u00a0-\u017f\u01a0\u01a1\u01af\u01b0\u0218-\u021b\u0300-\u0323\u0386-\u03ce\u0400-\u045f\u0490\u0491\u05d0-\u05ea\u060c\u061b\u061f-\u0652\u0660-\u0669\u067e\u0686\u06a9\u06af\u06cc\u06f0-\u06f9\u0900-\u0e7f\u1e00-\u1eff\u200b-\u200f\u2010-\u2027\u202f-\u203a\u20a0-\u20bf\u2100-\u22ff\u2460-\u27bf\u2b00-\u2bff\u3000-\u30ff\u3400-\u9fff\uac00-\ud7a3\ufe0f\ufeff\uff00-\uffef\u{1f000}-\u{1faff}]$/u;

/** What real text has right after a letter: quotes that close, dots and dashes, signs and powers. */
const afterLetter = /[’”“‘»«›‹…–—™®©°²³¹ºª·•†‡±\u00a0\u00ad£]/;

/** Signs of formulas that stand before letters in real text, among those that Mac Roman makes of leading bytes. */
const mathLead = /[√¬≈∆÷◊ƒ]/;
const mathTail = /[πΩµ∂∑∏∫∞±≤≥≠]/;

/**
 * Every piece of a text that was read in a wrong encoding, in order.
 *
 * @returns nothing for text that is right; doubtful pieces only beside certain ones in the same encoding.
 */
export function findWrongDecodings(text: string): WrongDecoding[] {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: all that is not ASCII
  if (/^[\u0000-\u007f]*$/.test(text)) return [];
  const covered = (pieces: readonly WrongDecoding[]) => pieces.reduce((sum, { length }) => sum + length, 0);
  const found = encodings
    .map((encoding) => piecesOf(text, encoding).map((piece) => repairAgain(piece, encoding)))
    // The right one explains more of the text; the other finds chance pairs within it.
    .sort((a, b) => covered(b) - covered(a));
  const [first = [], second = []] = found;
  const taken = (piece: WrongDecoding) =>
    first.some(({ index, length }) => index < piece.index + piece.length && piece.index < index + length);
  return [...first, ...second.filter((piece) => !taken(piece))].sort((a, b) => a.index - b.index);
}

/** A text with every wrongly read piece put right. */
export function repairDecoding(text: string): string {
  let repaired = '';
  let end = 0;
  for (const piece of findWrongDecodings(text)) {
    repaired += text.slice(end, piece.index) + piece.repaired;
    end = piece.index + piece.length;
  }
  return repaired + text.slice(end);
}

interface Piece extends WrongDecoding {
  readonly certain: boolean;
}

function piecesOf(text: string, encoding: Encoding): WrongDecoding[] {
  const bytes = bytesOf[encoding];
  const characters: [start: number, length: number, decoded: string][] = [];
  for (let index = 0; index < text.length; index += 1) {
    // Most of a text is ASCII, which is the same in all of them.
    if (text.charCodeAt(index) < 0x80) continue;
    const lead = bytes.get(text[index] as string);
    const length = lead === undefined ? 0 : lengthOf(lead);
    if (length === 0 || index + length > text.length) continue;
    const decoded = decode(text.slice(index, index + length), bytes);
    if (decoded === undefined || !plausible.test(decoded)) continue;
    characters.push([index, length, decoded]);
    index += length - 1;
  }
  const pieces: Piece[] = [];
  for (let first = 0; first < characters.length; ) {
    let last = first;
    while (characters[last + 1]?.[0] === endOf(characters[last])) last += 1;
    const run = characters.slice(first, last + 1);
    const index = run[0]?.[0] ?? 0;
    const length = endOf(run.at(-1)) - index;
    const repaired = run.map(([, , decoded]) => decoded).join('');
    const fit = fits(text, index, length, repaired);
    if (fit)
      pieces.push({
        index,
        length,
        repaired,
        encoding,
        certain: isCertain(text, index, length, repaired, run.length, encoding),
      });
    first = last + 1;
  }
  return pieces.some(({ certain }) => certain) ? pieces.map(({ certain: _, ...piece }) => piece) : [];
}

function endOf(character: readonly [number, number, string] | undefined): number {
  return character ? character[0] + character[1] : -1;
}

/** How many bytes a letter has that begins with one (RFC 3629, section 4); 0 for a byte that begins none. */
function lengthOf(lead: number): number {
  if (lead >= 0xc2 && lead <= 0xdf) return 2;
  if (lead >= 0xe0 && lead <= 0xef) return 3;
  return lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function decode(piece: string, bytes: ReadonlyMap<string, number>): string | undefined {
  const found = [...piece].map((character) => bytes.get(character) ?? 0);
  try {
    return decoder.decode(Uint8Array.from(found));
  } catch {
    return undefined;
  }
}

/** Whether what a piece stands for can stand beside its neighbours: no word mixes Latin letters with those of others. */
function fits(text: string, index: number, length: number, repaired: string): boolean {
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

function isCertain(
  text: string,
  index: number,
  length: number,
  repaired: string,
  letters: number,
  encoding: Encoding,
): boolean {
  // Two in a row: nobody writes that.
  if (letters >= 2) return true;
  const piece = text.slice(index, index + length);
  const [lead = '', ...tail] = [...piece];
  const before = text.slice(Math.max(0, index - 2), index);
  const after = text[index + length] ?? '';
  const letterBefore = /\p{L}$/u.test(before);
  const letterAfter = /^\p{L}/u.test(after);
  if (length === 4) return true;
  if (encoding === 'Mac Roman') {
    if (mathLead.test(lead) && tail.every((character) => mathTail.test(character))) {
      return (letterBefore && letterAfter) || /\p{L}{2}$/u.test(before);
    }
    // Quotes, dashes and dots stand before letters with accents in real text: “été”, –état, l’été.
    if (/[«»…–—“”‘’‹›\u00a0•·]/.test(lead)) return length === 3;
    if (length === 3) {
      // „Öl“ and ‚Äh‘ are German; a low quote before what makes a dash or another quote is none.
      if (/^[\u2010-\u203a]$/.test(repaired)) return true;
      return !/[„‚‰‡]/.test(lead) || !tail.every((character) => /\p{L}/u.test(character));
    }
    if (/[\p{L}]/u.test(lead) && tail.every((character) => /[\p{L}™®©†°]/u.test(character))) return false;
    return letterBefore || letterAfter || !/\p{L}/u.test(repaired);
  }
  const unnatural = tail.some((character) => !afterLetter.test(character) && !/\p{L}/u.test(character));
  if (unnatural) return true;
  // A capital that stands alone before a sign: `Â©`, `Ã…rhus`, `â†’`.
  if (!letterBefore && lead === 'Â' && !/[’”“‘»«›‹…–—]/.test(tail[0] ?? '')) return true;
  if (!letterBefore && lead === 'Ã' && letterAfter) return true;
  if (!letterBefore && lead === 'â' && length === 3) return true;
  // A letter inside or at the end of a word in small letters, where a capital stands now: `cafÃ©`.
  if (/\p{Ll}$/u.test(before) && /\p{Lu}/u.test(lead) && /\p{Ll}/u.test(repaired)) return true;
  // Letters as continuation: `StraÃŸe`, `GRÃœN`. Next to small letters a capital is out of place; `Úžas` is Czech.
  if (tail.every((character) => /\p{L}/u.test(character)))
    return letterBefore && /[ÃÅÄ]/.test(lead) && /\p{Ll}/u.test(before.at(-1) ?? '') !== /\p{Ll}/u.test(lead);
  // A sign in the middle of a word.
  const joiner = /[’·–—…\u00a0\u00ad]/.test(tail.at(-1) ?? '');
  return letterAfter && !joiner && (letterBefore || lead === 'Ã' || lead === 'Â' || length === 3);
}

/** What was read wrongly twice is put right twice. */
function repairAgain(piece: WrongDecoding, encoding: Encoding): WrongDecoding {
  let { repaired } = piece;
  for (let round = 0; round < 2; round += 1) {
    const again = piecesOf(repaired, encoding);
    if (again.length === 0) break;
    let next = '';
    let end = 0;
    for (const { index, length, repaired: part } of again) {
      next += repaired.slice(end, index) + part;
      end = index + length;
    }
    repaired = next + repaired.slice(end);
  }
  return { ...piece, repaired };
}

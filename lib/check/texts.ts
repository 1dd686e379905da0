// The characters of every text: hidden ones, and those that come of reading a file in the wrong encoding.

import type { Diagnostic, Place } from '@/lib/base/diagnostic';
import { mapLimited } from '@/lib/base/map-limited';
import { communityFiles, communityFolders } from '@/lib/content/community';
import { type ContentFile, displayPath, findFile, listFiles, readText } from '@/lib/content/files';
import { findHiddenCharacters } from '@/lib/content/hidden-characters';
import { findMojibake, type Mojibake } from '@/lib/content/mojibake';

/** Every file that authors write by hand, below a content folder. */
export async function listTexts(dir: string): Promise<ContentFile[]> {
  const folders = await Promise.all(['blog', ...communityFolders].map((folder) => listFiles(dir, folder)));
  const singles = await Promise.all(communityFiles.map((path) => findFile(dir, path)));
  return textsAmong([...folders.flatMap(({ files }) => files), ...singles.filter((file) => file !== undefined)]);
}

/** Those files that authors write by hand: posts and entries. */
function textsAmong(files: readonly ContentFile[]): ContentFile[] {
  return files.filter(({ path }) => /\.(?:mdx?|yaml)$/.test(path) && !/\/_index[^/]*$/.test(path));
}

/**
 * A problem for each character that may not stand where it stands. Files that cannot be read the loader reports.
 *
 * @param files all below the content folder.
 */
export async function checkTexts(
  dir: string,
  files: readonly ContentFile[],
  isWanted: (file: string) => boolean = () => true,
): Promise<Diagnostic[]> {
  const texts = textsAmong(files).filter(({ path }) => isWanted(displayPath(dir, path)));
  const found = await mapLimited(texts, 32, async ({ path }) => {
    const text = await readText(dir, path);
    return typeof text === 'string' ? checkText(text, displayPath(dir, path)) : [];
  });
  return found.flat();
}

/** The same for one text. @param file the path to name, whose ending says how strict to be. */
export function checkText(text: string, file: string): Diagnostic[] {
  const wrong = findMojibake(text);
  const hidden = findHiddenCharacters(text).filter(
    ({ index }) => !wrong.some((piece) => piece.index <= index && index < piece.index + piece.length),
  );
  // What moved in from elsewhere is shown as it came; what is written for this site must be right.
  const severity = file.endsWith('.md') ? 'warning' : 'error';
  return [
    ...hidden.map(
      ({ index, code, message, fix }): Diagnostic => ({
        file,
        ...placeAt(text, index),
        severity: 'error',
        code,
        message,
        fix,
      }),
    ),
    ...toWords(text, wrong).map(({ index, word, repaired, encoding }): Diagnostic => {
      const message = `"${short(word)}" was saved as UTF-8 and read as ${encoding}`;
      const fix = `write "${short(repaired)}", or run npm run check -- --fix`;
      return { file, ...placeAt(text, index), severity, code: 'text/decoding', message, fix };
    }),
  ];
}

interface WrongWord {
  readonly index: number;
  readonly word: string;
  readonly repaired: string;
  readonly encoding: string;
}

/** The words around wrong pieces, each once a line. */
function toWords(text: string, pieces: readonly Mojibake[]): WrongWord[] {
  const words: WrongWord[] = [];
  for (let first = 0; first < pieces.length; ) {
    const piece = pieces[first] as Mojibake;
    let start = piece.index;
    while (start > 0 && !/\s/.test(text[start - 1] as string)) start -= 1;
    let word = '';
    let repaired = '';
    let end = start;
    let last = first;
    for (; last < pieces.length; last += 1) {
      const { index, length, repaired: part } = pieces[last] as Mojibake;
      if (/\s/.test(text.slice(end, index))) break;
      word += text.slice(end, index + length);
      repaired += text.slice(end, index) + part;
      end = index + length;
    }
    const rest = /^\S*/.exec(text.slice(end))?.[0] ?? '';
    const before = words.at(-1);
    const sameLine = before && !text.slice(before.index, start).includes('\n');
    const found = { index: start, word: word + rest, repaired: repaired + rest, encoding: piece.encoding };
    if (!(sameLine && before.word === found.word)) words.push(found);
    first = last;
  }
  return words;
}

function placeAt(text: string, index: number): Place {
  const before = text.slice(0, index);
  const start = before.lastIndexOf('\n') + 1;
  return { line: before.split('\n').length, column: index - start + 1 };
}

function short(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

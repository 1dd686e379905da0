// The characters of every text: hidden ones, and mojibake.
import { type Diagnostic, inFile, placeAt } from '@/lib/base/diagnostic';
import { mapLimited } from '@/lib/base/map-limited';
import { communityFiles, communityFolders } from '@/lib/content/community';
import { type ContentFile, displayPath, findFile, listFiles, readText } from '@/lib/content/files';
import { findHiddenCharacters } from '@/lib/content/hidden-characters';
import { findMojibake, type Mojibake } from '@/lib/content/mojibake';
import { reportFor } from '@/lib/mdx/body';

/** Every file below a content folder that authors write by hand. */
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
 * Checks the characters of texts. The loader reports files that cannot be read.
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

/** Checks one text. @param file the path to report; in `.md`, mojibake is only a warning. */
export function checkText(text: string, file: string): Diagnostic[] {
  const mojibake = findMojibake(text);
  const report = reportFor(file.endsWith('.md') ? 'md' : 'mdx');
  return [
    ...findHiddenCharacters(text, mojibake).map((hidden) => inFile(hidden, file)),
    ...wordsAround(text, mojibake).map(({ index, word, repaired, encoding }) => {
      const message = `"${short(word)}" was saved as UTF-8 but read as ${encoding}`;
      const fix = `write "${short(repaired)}", or run npm run check -- --fix`;
      return report('text/decoding', message, fix, { file, ...placeAt(text, index) });
    }),
  ];
}

/** The whole words that contain mojibake, each once a line. */
function wordsAround(text: string, pieces: readonly Mojibake[]) {
  const words: { index: number; end: number; word: string; repaired: string; encoding: string }[] = [];
  for (const { index, length, repaired, encoding } of pieces) {
    const last = words.at(-1);
    const rest = /^\S*/.exec(text.slice(index + length))?.[0] ?? '';
    if (last && index < last.end) {
      const known = last.repaired.length - (last.end - index);
      last.repaired = last.repaired.slice(0, known) + repaired + rest;
      continue;
    }
    const start = index - (/\S*$/.exec(text.slice(Math.max(0, index - 500), index))?.[0].length ?? 0);
    const end = index + length + rest.length;
    const word = text.slice(start, end);
    words.push({ index: start, end, word, repaired: text.slice(start, index) + repaired + rest, encoding });
  }
  return words.filter(({ index, word }, at) => {
    const before = words[at - 1];
    return before?.word !== word || text.slice(before.index, index).includes('\n');
  });
}

function short(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

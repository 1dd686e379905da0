// Checks every text for hidden characters, mojibake and conflict markers.
import { type Diagnostic, inFile, isDiagnostic, placeAt } from '@/lib/base/diagnostic';
import { mapLimited } from '@/lib/base/map-limited';
import { communityFiles, communityFolders } from '@/lib/content/community';
import { type ContentFile, displayPath, findFile, listFiles, readText } from '@/lib/content/files';
import { findHiddenCharacters } from '@/lib/content/hidden-characters';
import { findMojibake, type Mojibake } from '@/lib/content/mojibake';
import { formatOf } from '@/lib/content/post-files';
import { reportFor } from '@/lib/mdx/body';

/** Every file below a content folder that authors write by hand. */
export async function listTexts(dir: string): Promise<ContentFile[]> {
  const folders = await Promise.all(['blog', ...communityFolders].map((folder) => listFiles(dir, folder)));
  const singles = await Promise.all(communityFiles.map((path) => findFile(dir, path)));
  return textsAmong([...folders.flatMap(({ files }) => files), ...singles.filter((file) => file !== undefined)]);
}

/** Those files that authors write by hand: posts, the page of all posts, and entries. */
function textsAmong(files: readonly ContentFile[]): ContentFile[] {
  return files.filter(
    ({ path }) =>
      /\.(?:mdx?|markdown|yaml)$/.test(path) && !/\/_index[^/]*(?<!^blog\/_index\.(?:mdx?|markdown))$/.test(path),
  );
}

/**
 * Checks the characters of the texts that authors write, and all texts, those of drawings and templates too, for conflict
 * markers. The loader reports files that cannot be read.
 *
 * @param files all below the content folder that a page may show.
 */
export async function checkTexts(
  dir: string,
  files: readonly ContentFile[],
  isWanted: (file: string) => boolean = () => true,
): Promise<Diagnostic[]> {
  const { files: templates } = await listFiles(dir, 'templates');
  const written = new Set(textsAmong(files));
  const texts = [...files, ...templates].filter(
    (file) => /\.(?:svg|mdx?|ya?ml|json|toml|txt|sh)$/i.test(file.path) && isWanted(displayPath(dir, file.path)),
  );
  const found = await mapLimited(texts, 32, async (file) => {
    const text = await readText(dir, file.path);
    if (isDiagnostic(text)) return text.code === 'text/conflict' ? [text] : [];
    return written.has(file) ? checkText(text, displayPath(dir, file.path)) : [];
  });
  return found.flat();
}

/** Checks one text. @param file the path to report; in `.md`, mojibake is only a warning. */
export function checkText(text: string, file: string): Diagnostic[] {
  const mojibake = findMojibake(text);
  const report = reportFor(formatOf(file) ?? 'mdx');
  return [
    ...findHiddenCharacters(text, mojibake).map((hidden) => inFile(asReported(hidden, report), file)),
    ...wordsAround(text, mojibake).map(({ index, word, repaired, encoding }) => {
      const message = `"${short(word)}" was saved as UTF-8 but read as ${encoding}`;
      const fix = `write "${short(repaired)}", or run npm run check -- --fix`;
      return report('text/decoding', message, fix, { file, ...placeAt(text, index) });
    }),
  ];
}

/** In `.md`, hidden characters that do not turn the text round are only a warning. */
function asReported(hidden: Diagnostic, report: ReturnType<typeof reportFor>): Diagnostic {
  return hidden.code === 'text/direction' ? hidden : report(hidden.code, hidden.message, hidden.fix, hidden);
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

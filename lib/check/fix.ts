// `npm run check -- --fix`: makes and reports only repairs that are certain to be right.
import { lstat, readFile } from 'node:fs/promises';
import { isDeepStrictEqual } from 'node:util';
import { mapLimited } from '@/lib/base/map-limited';
import { writeWhole } from '@/lib/base/write-whole';
import { listTexts } from '@/lib/check/texts';
import { absolutePath, displayPath, readText } from '@/lib/content/files';
import { findMojibake, repairMojibake } from '@/lib/content/mojibake';
import { parseYaml } from '@/lib/content/yaml';

/** One change to one file. */
export interface Change {
  /** The file's path as the author knows it. */
  readonly file: string;
  /** 1-based line of the new file; the same as in the old one. */
  readonly line: number;
  readonly what: string;
}

/**
 * Repairs the texts of a content folder. Each file is written completely or not at all; symbolic links are left alone.
 *
 * @param wanted says which files to repair, by their paths as the author knows them.
 */
export async function fixContent(dir: string, wanted: (file: string) => boolean): Promise<Change[]> {
  const files = (await listTexts(dir)).filter(({ path }) => wanted(displayPath(dir, path)));
  const changes = await mapLimited(files, 8, async ({ path }) => {
    const absolute = absolutePath(dir, path);
    // Files that are too large or not UTF-8 cannot be repaired; the target of a link is repaired under its own name.
    if (!(await lstat(absolute)).isFile() || typeof (await readText(dir, path)) !== 'string') return [];
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await readFile(absolute));
    const fixed = fixText(text, displayPath(dir, path));
    if (fixed.text !== text) await writeWhole(absolute, fixed.text, { replace: true });
    return fixed.changes;
  });
  return changes.flat();
}

/** Repairs one text: byte-order mark, line ends, mojibake, trailing spaces in the front matter of posts. */
export function fixText(text: string, file: string): { text: string; changes: Change[] } {
  const changes: Change[] = [];
  const note = (line: number, what: string) => changes.push({ file, line, what });
  let fixed = text;
  const mark = /^(?:\ufeff|ï»¿|Ôªø)/.exec(fixed)?.[0];
  if (mark) {
    note(1, 'removed the byte-order mark');
    fixed = fixed.slice(mark.length);
  }
  const ends = fixed.match(/\r\n?/g)?.length ?? 0;
  if (ends > 0) {
    note(1, `changed ${ends} line ${ends === 1 ? 'ending' : 'endings'} to LF`);
    fixed = fixed.replace(/\r\n?/g, '\n');
  }
  for (const { index, length, repaired } of findMojibake(fixed)) {
    note(
      fixed.slice(0, index).split('\n').length,
      `replaced "${fixed.slice(index, index + length)}" with "${repaired}"`,
    );
  }
  fixed = repairMojibake(fixed);
  if (/\.(?:mdx?|markdown)$/.test(file)) fixed = trimFrontMatter(fixed, note);
  return { text: fixed, changes };
}

/** Removes trailing spaces from front matter, except where they are part of a value, as in a block after `|`. */
function trimFrontMatter(text: string, note: (line: number, what: string) => void): string {
  const lines = text.split('\n');
  const isFence = (line: string | undefined) => line !== undefined && /^---[ \t]*$/.test(line);
  const closer = lines.findIndex((line, index) => index > 0 && isFence(line));
  if (!isFence(lines[0]) || closer < 0) return text;
  const trim = (index: number) => {
    const trimmed = (lines[index] as string).replace(/[ \t]+$/, '');
    if (trimmed === lines[index]) return;
    const before = dataOf(lines.slice(1, closer));
    const changed = lines.with(index, trimmed);
    const after = dataOf(changed.slice(1, closer));
    const isInside = index > 0 && index < closer;
    if (isInside && (before === undefined || !isDeepStrictEqual(before, after))) return;
    lines[index] = trimmed;
    note(index + 1, 'removed spaces at the end of the line');
  };
  for (let index = 0; index <= closer; index += 1) trim(index);
  return lines.join('\n');
}

function dataOf(lines: readonly string[]): unknown {
  const parsed = parseYaml(lines.join('\n'), 1);
  return Array.isArray(parsed) ? undefined : parsed.data;
}

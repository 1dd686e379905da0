// Checks files before they are written, in a copy of the content.
import { cp, lstat, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative, sep } from 'node:path';
import { type Diagnostic, errorsOf, formatDiagnostic } from '@/lib/base/diagnostic';
import { checkAliases } from '@/lib/check/addresses';
import { checkInspection } from '@/lib/check/bodies';
import { inspectBodies } from '@/lib/check/body-work';
import { contextOf } from '@/lib/check/check';
import { checkEntries } from '@/lib/check/entries';
import { checkEntryPictures } from '@/lib/check/pictures';
import { checkTexts } from '@/lib/check/texts';
import { displayPath } from '@/lib/content/files';
import { loadContent } from '@/lib/content/load';
import type { Inspection } from '@/lib/mdx/inspect';

/** A file to write. */
export interface PlannedFile {
  /** Its path below the content folder, with `/` between the parts. */
  readonly path: string;
  readonly text: string;
}

/**
 * Finds the errors that `npm run check` would report because of new files, in themselves and next to what exists.
 *
 * @param dir the content folder, which is only read. Absolute.
 * @returns the errors by the path of the file that causes them; files without errors are not in it. An error that
 *   cannot be attributed to one file is listed for all.
 */
export async function checkPlanned(
  dir: string,
  files: readonly PlannedFile[],
): Promise<ReadonlyMap<string, Diagnostic[]>> {
  const scratch = await mkdtemp(join(tmpdir(), 'news-check-'));
  try {
    await copyTexts(dir, scratch);
    const paths = new Set(files.map(({ path }) => path));
    const before = new Set((await findErrors(scratch, paths)).map(keyOf));
    for (const { path, text } of files) {
      await mkdir(dirname(join(scratch, path)), { recursive: true });
      await writeFile(join(scratch, path), text);
    }
    const added = (await findErrors(scratch, paths)).filter((problem) => !before.has(keyOf(problem)));
    return byFile(added, dir, scratch, files);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/** A diagnostic without its remedy, which may name another entry once there is one. */
function keyOf(problem: Diagnostic): string {
  return formatDiagnostic({ ...problem, fix: '' });
}

/** Without the pictures next to posts, which are many and large, and which no entry names. */
export async function copyTexts(dir: string, scratch: string): Promise<void> {
  await cp(dir, scratch, {
    recursive: true,
    filter: async (source) => {
      if (source === dir) return true;
      if (basename(source).startsWith('.')) return false;
      const inBlog = relative(dir, source).split(sep)[0] === 'blog';
      return !inBlog || /\.(?:mdx?|markdown)$/.test(source) || (await lstat(source)).isDirectory();
    },
  });
}

async function findErrors(dir: string, written: ReadonlySet<string>): Promise<Diagnostic[]> {
  const content = await loadContent(dir);
  const context = contextOf(content);
  const posts = content.posts.filter(({ file }) => written.has(file));
  const inspections = await inspectBodies(posts);
  // A new entry may be the first to name an existing picture.
  const pictures = await checkEntryPictures(content.community);
  const shown = new Set([...written].map((path) => displayPath(dir, path)));
  return errorsOf([
    ...content.problems,
    ...checkAliases(content),
    ...checkEntries(content, context),
    ...posts.flatMap((post, index) => checkInspection(post, inspections[index] as Inspection, context)),
    ...pictures,
    ...(await checkTexts(dir, content.files, (file) => shown.has(file))),
  ]);
}

function byFile(problems: readonly Diagnostic[], dir: string, scratch: string, files: readonly PlannedFile[]) {
  const found = new Map<string, Diagnostic[]>();
  const rename = (text: string) => text.replaceAll(displayPath(scratch, ''), displayPath(dir, ''));
  for (const each of problems) {
    const problem = { ...each, file: rename(each.file), message: rename(each.message), fix: rename(each.fix) };
    const shown = (path: string) => displayPath(dir, path);
    // Of two duplicates the second by name is reported, even if it existed before.
    const owner =
      files.find(({ path }) => shown(path) === problem.file) ??
      files.find(({ path }) => problem.message.includes(shown(path)));
    for (const { path } of owner ? [owner] : files) found.set(path, [...(found.get(path) ?? []), problem]);
  }
  return found;
}

// What `npm run check` would say of files before they are written: it looks at a copy of the content that has them.
import { cp, lstat, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative, sep } from 'node:path';
import { type Diagnostic, errorsOf, formatDiagnostic } from '@/lib/base/diagnostic';
import { checkAliases } from '@/lib/check/aliases';
import { checkBody } from '@/lib/check/bodies';
import { surroundingsOf } from '@/lib/check/check';
import { checkEntries } from '@/lib/check/entries';
import { checkEntryPictures } from '@/lib/check/entry-pictures';
import { displayPath } from '@/lib/content/files';
import { loadContent } from '@/lib/content/load';

/** A file that is to be written. */
export interface PlannedFile {
  /** Its path below the content folder, with `/` between the parts. */
  readonly path: string;
  readonly text: string;
}

/**
 * Finds the errors that files would bring, in themselves and beside what is there.
 *
 * @param dir the content folder, which is only read. Absolute.
 * @returns the errors by the path of the file that brings them; a file without any is not in it. What cannot be told
 *   apart counts for all files.
 */
export async function judge(dir: string, files: readonly PlannedFile[]): Promise<ReadonlyMap<string, Diagnostic[]>> {
  const scratch = await mkdtemp(join(tmpdir(), 'news-judge-'));
  try {
    await copyTexts(dir, scratch);
    const before = new Set((await findErrors(scratch, new Set())).map(keyOf));
    for (const { path, text } of files) {
      await mkdir(dirname(join(scratch, path)), { recursive: true });
      await writeFile(join(scratch, path), text);
    }
    const paths = new Set(files.map(({ path }) => path));
    const brought = (await findErrors(scratch, paths)).filter((problem) => !before.has(keyOf(problem)));
    return byFile(brought, dir, scratch, files);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/** A problem without its remedy, which may name another entry as soon as there is one. */
function keyOf(problem: Diagnostic): string {
  return formatDiagnostic({ ...problem, fix: '' });
}

/** Pictures beside posts are many and large, and no entry asks for them. */
async function copyTexts(dir: string, scratch: string): Promise<void> {
  await cp(dir, scratch, {
    recursive: true,
    filter: async (source) => {
      if (source === dir) return true;
      if (basename(source).startsWith('.')) return false;
      const inBlog = relative(dir, source).split(sep)[0] === 'blog';
      return !inBlog || /\.mdx?$/.test(source) || (await lstat(source)).isDirectory();
    },
  });
}

async function findErrors(dir: string, written: ReadonlySet<string>): Promise<Diagnostic[]> {
  const content = await loadContent(dir);
  const surroundings = surroundingsOf(content);
  const posts = content.posts.filter(({ file }) => written.has(file));
  // A picture that is there already may be named by a new entry for the first time.
  const pictures = written.size > 0 ? await checkEntryPictures(content.community) : [];
  return errorsOf([
    ...content.problems,
    ...checkAliases(content),
    ...checkEntries(content, surroundings),
    ...posts.flatMap((post) => checkBody(post, surroundings)),
    ...pictures,
  ]);
}

function byFile(problems: readonly Diagnostic[], dir: string, scratch: string, files: readonly PlannedFile[]) {
  const found = new Map<string, Diagnostic[]>();
  const rename = (text: string) => text.replaceAll(displayPath(scratch, ''), displayPath(dir, ''));
  for (const each of problems) {
    const problem = { ...each, file: rename(each.file), message: rename(each.message), fix: rename(each.fix) };
    const shown = (path: string) => displayPath(dir, path);
    // Of two entries that are one, the second by name is reported, whichever was there first.
    const owner =
      files.find(({ path }) => shown(path) === problem.file) ??
      files.find(({ path }) => problem.message.includes(shown(path)));
    for (const { path } of owner ? [owner] : files) found.set(path, [...(found.get(path) ?? []), problem]);
  }
  return found;
}

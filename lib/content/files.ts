// Walks the content folder and reads from it. Nothing outside the folder is ever followed or opened.
import { isUtf8 } from 'node:buffer';
import { lstat, readdir, readFile, realpath, stat } from 'node:fs/promises';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import { compare, type Problem } from '@/lib/content/problems';

/** A regular file below the content folder. */
export interface ContentFile {
  /** Its path below the content folder, with `/` between the parts on every system. */
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  /** Changes whenever the file does, as far as the file system tells. */
  readonly version: string;
}

/** The folder that holds `blog/`, `events/` and the rest: `CONTENT_DIR`, by default `content`. Absolute. */
export function contentDir(): string {
  return resolve(/* turbopackIgnore: true */ process.env.CONTENT_DIR || 'content');
}

/** A file's path as the author knows it: relative to where the command runs. */
export function displayPath(dir: string, path: string): string {
  return toPosix(relative(process.cwd(), join(dir, path)));
}

/** Where a content file lies on this machine. */
export function absolutePath(dir: string, path: string): string {
  return join(dir, path);
}

/**
 * Every regular file below `dir/folder`, sorted by path; names that begin with a dot are passed over.
 *
 * @returns the files, and a problem for each thing that is no file and no folder, or a link that leaves the folder.
 */
export async function listFiles(dir: string, folder: string): Promise<{ files: ContentFile[]; problems: Problem[] }> {
  const files: ContentFile[] = [];
  const problems: Problem[] = [];
  const root = await realpath(dir).catch(() => dir);

  const refuse = (path: string, message: string, fix: string) =>
    problems.push({
      file: displayPath(dir, path),
      line: 1,
      column: 1,
      severity: 'error',
      code: 'file/kind',
      message,
      fix,
    });

  const add = async (path: string) => {
    const { size, mtimeMs, ino } = await stat(join(dir, path));
    files.push({ path, size, version: `${size}-${mtimeMs}-${ino}` });
  };

  const visitLink = async (path: string) => {
    const target = await realpath(join(dir, path)).catch(() => undefined);
    const inside =
      target !== undefined && !relative(root, target).startsWith('..') && !isAbsolute(relative(root, target));
    if (!inside) return refuse(path, 'this link leads out of the content folder', 'put the file itself here');
    if (!(await lstat(target)).isFile())
      return refuse(path, 'this link leads to no file', 'put the files themselves here');
    return add(path);
  };

  const visit = async (path: string): Promise<void> => {
    const entries = await readdir(join(dir, path), { withFileTypes: true });
    await Promise.all(
      entries.map((entry) => {
        const child = `${path}/${entry.name}`;
        if (entry.name.startsWith('.')) return undefined;
        if (entry.isDirectory()) return visit(child);
        if (entry.isFile()) return add(child);
        if (entry.isSymbolicLink()) return visitLink(child);
        return refuse(child, 'this is neither a file nor a folder', 'remove it');
      }),
    );
  };

  const start = await lstat(join(dir, folder)).catch(() => undefined);
  if (start?.isDirectory()) await visit(folder);
  else if (start?.isSymbolicLink()) refuse(folder, 'this folder is a link', 'put the folder itself here');
  return { files: files.sort((a, b) => compare(a.path, b.path)), problems };
}

/** The single file at a path, or undefined where there is none. Links are followed inside the folder only. */
export async function findFile(dir: string, path: string): Promise<ContentFile | undefined> {
  const target = await realpath(join(dir, path)).catch(() => undefined);
  const root = await realpath(dir).catch(() => dir);
  if (target === undefined || relative(root, target).startsWith('..')) return undefined;
  const found = await stat(target);
  if (!found.isFile()) return undefined;
  const { size, mtimeMs, ino } = found;
  return { path, size, version: `${size}-${mtimeMs}-${ino}` };
}

/** The bytes of a content file. */
export function readBytes(dir: string, path: string): Promise<Buffer<ArrayBuffer>> {
  return readFile(join(dir, path));
}

/**
 * The text of a content file: UTF-8, without byte-order mark, line ends as LF.
 *
 * @returns the text, or a problem that names the first byte that is no UTF-8.
 */
export async function readText(dir: string, path: string): Promise<string | Problem> {
  const bytes = await readBytes(dir, path);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/\r\n?/g, '\n');
  } catch {
    const offset = firstInvalidByte(bytes);
    const before = bytes.subarray(0, offset).toString('utf8').split('\n');
    return {
      file: displayPath(dir, path),
      line: before.length,
      column: (before.at(-1) ?? '').length + 1,
      severity: 'error',
      code: 'file/encoding',
      message: `byte ${offset} is not UTF-8 text`,
      fix: 'save the file as UTF-8',
    };
  }
}

/** How many leading bytes are the beginning of UTF-8 text: found by halving, with a decoder that waits for more. */
function firstInvalidByte(bytes: Uint8Array): number {
  const isPrefix = (length: number) => {
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, length), { stream: true });
      return true;
    } catch {
      return false;
    }
  };
  let good = 0;
  let bad = bytes.length + 1;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (isPrefix(middle)) good = middle;
    else bad = middle;
  }
  // What is left of a character that was begun and is not ended belongs to what is wrong.
  while (good > 0 && !isUtf8(bytes.subarray(0, good))) good -= 1;
  return good;
}

function toPosix(path: string): string {
  return sep === '/' ? path : path.split(sep).join('/');
}

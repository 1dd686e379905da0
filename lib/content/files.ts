// Walks the content folder and reads from it. Nothing outside the folder is ever followed or opened.
import { isUtf8 } from 'node:buffer';
import { readFileSync, type Stats, statSync } from 'node:fs';
import { lstat, readdir, realpath, stat } from 'node:fs/promises';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import { compare } from '@/lib/base/compare';
import { type Diagnostic, error, inFile, placeAt, warning } from '@/lib/base/diagnostic';
import { mediaType } from '@/lib/base/media';
import type { ServedFile } from '@/lib/base/served-file';
import { findConflict } from '@/lib/content/conflict';

/** A regular file below the content folder. */
export interface ContentFile {
  /** Its path below the content folder, with `/` between the parts on every system. */
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  /** Changes whenever the file does, as far as the file system shows. */
  readonly version: string;
}

/** The folder that contains `blog/`, `events/` and the rest: `CONTENT_DIR`, by default `content`. Absolute. */
export function contentDir(): string {
  return resolve(/* turbopackIgnore: true */ process.env.CONTENT_DIR || 'content');
}

/** A file's path as the author knows it: relative to where the command runs. */
export function displayPath(dir: string, path: string): string {
  return toPosix(relative(process.cwd(), join(dir, path)));
}

/** A content file's path on this machine. */
export function absolutePath(dir: string, path: string): string {
  return join(dir, path);
}

/**
 * A content file as the site serves it.
 *
 * @param name its path in the folder of its post or kind; it is served in Unicode's form NFC, whatever form the disk has.
 */
export function toServedFile(dir: string, { path, version, size }: ContentFile, name: string): ServedFile {
  return {
    name: name.normalize('NFC'),
    type: mediaType(name) ?? 'image/png',
    absolute: absolutePath(dir, path),
    version,
    size,
  };
}

function toContentFile(path: string, { size, mtimeMs, ino }: Stats): ContentFile {
  return { path, size, version: `${size}-${mtimeMs}-${ino}` };
}

function isInside(root: string, target: string): boolean {
  const way = relative(root, target);
  return !way.startsWith('..') && !isAbsolute(way);
}

/**
 * Every regular file below `dir/folder`, sorted by path; names that begin with a dot are ignored.
 *
 * @returns the files, and a problem for each thing that is neither a file nor a folder, a link that leaves the folder, or
 *   what a program left behind.
 */
export async function listFiles(
  dir: string,
  folder: string,
): Promise<{ files: ContentFile[]; problems: Diagnostic[] }> {
  const files: ContentFile[] = [];
  const problems: Diagnostic[] = [];
  const root = await realpath(dir).catch(() => dir);
  const refuse = (path: string, message: string, fix: string) => {
    problems.push(error('file/kind', message, fix, { file: displayPath(dir, path) }));
  };
  // Synchronous: for a thousand small files, waiting takes longer than asking.
  const add = (path: string) => void files.push(toContentFile(path, statSync(join(dir, path))));

  const visitLink = async (path: string) => {
    const target = await realpath(join(dir, path)).catch(() => undefined);
    if (target === undefined || !isInside(root, target)) {
      refuse(path, 'this symbolic link points outside the content folder', 'replace it with the file itself');
    } else if (!(await lstat(target)).isFile()) {
      refuse(path, 'this symbolic link does not point to a file', 'replace it with the files themselves');
    } else add(path);
  };

  const visit = async (path: string): Promise<void> => {
    const entries = await readdir(join(dir, path), { withFileTypes: true }).catch(() => undefined);
    if (!entries) return refuse(path, 'this folder cannot be read', 'change its permissions, or remove it');
    await Promise.all(
      entries.map((entry) => {
        const child = `${path}/${entry.name}`;
        if (entry.name.startsWith('.')) return undefined;
        if (entry.isDirectory()) return visit(child);
        const leftover = explainLeftover(entry.name);
        if (leftover) return void problems.push(inFile(leftover, displayPath(dir, child)));
        if (entry.isFile()) return add(child);
        if (entry.isSymbolicLink()) return visitLink(child);
        return refuse(child, 'this is neither a file nor a folder (a pipe, a socket or a device)', 'remove it');
      }),
    );
  };

  const start = await lstat(join(dir, folder)).catch(() => undefined);
  if (start?.isDirectory()) await visit(folder);
  else if (start?.isSymbolicLink())
    refuse(folder, 'this folder is a symbolic link', 'replace it with the folder itself');
  return { files: files.sort((a, b) => compare(a.path, b.path)), problems };
}

/** Names of files that editors, merge tools, file synchronisation and file managers leave behind. */
const leftovers = [
  /~$|^~\$|^#.*#$|^4913$/,
  /\.(?:bak|backup|old|orig|rej|save|sw[a-p]|te?mp|mine|r\d+)(?:\.\d+)?$/i,
  /[._](?:BACKUP|BASE|LOCAL|REMOTE)[._]\d+(?:\.\w+)?$/,
  /^merge_file_\w{6}$|___jb_(?:tmp|old)___$|\.sync-conflict-\d|\(.*conflicted copy.*\)/i,
  /^(?:thumbs\.db|desktop\.ini)$/i,
];

/** A warning for the name of a file that no author means to publish, without its path. */
export function explainLeftover(name: string): Diagnostic | undefined {
  if (!leftovers.some((pattern) => pattern.test(name))) return undefined;
  const message = `"${name}" looks like a backup or temporary file, and is ignored`;
  return warning('file/leftover', message, 'remove it, or rename it if it should be published');
}

/** The file at a path, or undefined if there is none. Links are followed only inside the folder. */
export async function findFile(dir: string, path: string): Promise<ContentFile | undefined> {
  const target = await realpath(join(dir, path)).catch(() => undefined);
  const root = await realpath(dir).catch(() => dir);
  if (target === undefined || !isInside(root, target)) return undefined;
  const found = await stat(target);
  return found.isFile() ? toContentFile(path, found) : undefined;
}

/**
 * What is wrong with a single file that need not be there: a link that leaves the folder, a pipe, a folder in its place.
 * `findFile` ignores such a thing; this names it.
 */
export async function findFileProblem(dir: string, path: string): Promise<Diagnostic | undefined> {
  const there = await lstat(join(dir, path)).catch(() => undefined);
  if (!there || (await findFile(dir, path))) return undefined;
  const [message, fix] = there.isSymbolicLink()
    ? ['this symbolic link does not point to a file in the content folder', 'replace it with the file itself']
    : ['this is not a file', 'remove it, or put a file in its place'];
  return error('file/kind', message, fix, { file: displayPath(dir, path) });
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** The largest text file. Bytes. */
export const largestText = 512 * 1024;

/**
 * The text of a content file: UTF-8, without byte-order mark, line ends as LF.
 *
 * @returns the text, or a problem: too large, not readable, with the first byte that is not UTF-8, or with a conflict marker.
 */
export async function readText(dir: string, path: string): Promise<string | Diagnostic> {
  const file = displayPath(dir, path);
  let bytes: Buffer;
  try {
    const { size } = statSync(join(dir, path));
    if (size > largestText) {
      const message = `this file is ${Math.ceil(size / 1024)} kB; the limit is ${largestText / 1024} kB`;
      return error('file/size', message, 'split it into several files', { file });
    }
    // Synchronous: a small file is read in less time than waiting for it takes.
    bytes = readFileSync(join(dir, path));
  } catch {
    return error('file/unreadable', 'this file cannot be read', 'change its permissions, or remove it', { file });
  }
  const fix = 'save the file as UTF-8';
  const utf16 = utf16Sign(bytes);
  if (utf16 !== undefined) {
    return error('file/encoding', `this file is UTF-16, not UTF-8 (see byte ${utf16})`, fix, { file });
  }
  try {
    const text = utf8.decode(bytes).replace(/\r\n?/g, '\n');
    const conflict = findConflict(text, /\.(?:mdx?|markdown)$/.test(path));
    return conflict ? inFile(conflict, file) : text;
  } catch {
    const offset = firstInvalidByte(bytes);
    const before = bytes.toString('utf8', 0, offset).replace(/\r\n?/g, '\n');
    return error('file/encoding', `byte ${offset} is not valid UTF-8`, fix, {
      file,
      ...placeAt(before, before.length),
    });
  }
}

/** The first byte that shows UTF-16: its byte-order mark, or a NUL within the first two characters. */
function utf16Sign(bytes: Uint8Array): number | undefined {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return 0;
  const nul = bytes.subarray(0, 4).indexOf(0);
  return nul < 0 ? undefined : nul;
}

/** The number of leading bytes that are valid UTF-8: up to the first that differs after decoding and encoding again. */
function firstInvalidByte(bytes: Buffer): number {
  const decoded = Buffer.from(bytes.toString('utf8'));
  let end = bytes.findIndex((byte, index) => byte !== decoded[index]);
  // The beginning of a character that does not end belongs to what is wrong.
  while (end > 0 && !isUtf8(bytes.subarray(0, end))) end -= 1;
  return end;
}

function toPosix(path: string): string {
  return sep === '/' ? path : path.split(sep).join('/');
}

// Writes a file whole or not at all: beside its place first, then moved there.
import { link, lstat, mkdir, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** There is a file already where one was to be written. */
export class FileExistsError extends Error {
  override readonly name = 'FileExistsError';
  constructor(readonly path: string) {
    super(`there is a file "${path}" already`);
  }
}

/** How to write. */
export interface WriteOptions {
  /** Whether a file that is there may be replaced. By default it may not. */
  readonly replace?: boolean;
  /** Once aborted, nothing is written any more. */
  readonly signal?: AbortSignal | undefined;
}

let count = 0;

/**
 * Writes a file, text as UTF-8, and the folders above it. Whoever looks at the path sees what was there before, or all of the text.
 *
 * @param path where to. Absolute.
 * @throws {FileExistsError} where something lies there, a link that leads nowhere included, unless `replace` is set.
 * @throws the signal's reason where it is aborted; the path is then as it was.
 */
export async function writeWhole(
  path: string,
  text: string | Uint8Array,
  { replace = false, signal }: WriteOptions = {},
) {
  signal?.throwIfAborted();
  await mkdir(dirname(path), { recursive: true });
  count += 1;
  // The loader passes over names that begin with a dot, should one ever be left behind.
  const beside = join(dirname(path), `.${basename(path)}.${process.pid}-${count}.part`);
  try {
    const file = await open(beside, 'wx');
    try {
      await file.writeFile(text, 'utf8');
      await file.sync();
    } finally {
      await file.close();
    }
    signal?.throwIfAborted();
    if (replace) await rename(beside, path);
    else await putInPlace(beside, path);
  } finally {
    await rm(beside, { force: true });
  }
}

/** A rename would replace what is there; a second name for the file is refused where there is one already. */
async function putInPlace(beside: string, path: string): Promise<void> {
  try {
    await link(beside, path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') throw new FileExistsError(path);
    // File systems without hard links: there the look and the move are two steps.
    if (code !== 'EPERM' && code !== 'ENOTSUP' && code !== 'ENOSYS') throw error;
    const there = await lstat(path).catch(() => undefined);
    if (there) throw new FileExistsError(path);
    await rename(beside, path);
  }
}

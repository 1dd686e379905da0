// Writes a file atomically: under another name first, then renamed.
import { randomUUID } from 'node:crypto';
import { link, lstat, mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** A file that was to be created exists already. */
export class FileExistsError extends Error {
  override readonly name = 'FileExistsError';
  constructor(readonly path: string) {
    super(`the file "${path}" already exists`);
  }
}

/** How to write. */
export interface WriteOptions {
  /** Whether an existing file may be replaced, which keeps its permissions. By default it may not. */
  readonly replace?: boolean;
  /** Once aborted, nothing is written. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Writes a file, text as UTF-8, and creates the folders above it. Readers of the path see what was there before, or all
 * of the text.
 *
 * @param path absolute.
 * @throws {FileExistsError} if something is at the path, even a broken link, unless `replace` is set.
 * @throws the signal's reason if it is aborted; the path is then as it was.
 */
export async function writeWhole(
  path: string,
  text: string | Uint8Array,
  { replace = false, signal }: WriteOptions = {},
): Promise<void> {
  signal?.throwIfAborted();
  await mkdir(dirname(path), { recursive: true });
  // Listings of the content folder ignore names that begin with a dot.
  const scratch = join(/* turbopackIgnore: true */ dirname(path), `.${basename(path)}.${randomUUID()}`);
  const found = replace ? await stat(path).catch(() => undefined) : undefined;
  try {
    const file = await open(/* turbopackIgnore: true */ scratch, 'wx', found && found.mode & 0o777);
    try {
      await file.writeFile(text, 'utf8');
      await file.sync();
    } finally {
      await file.close();
    }
    signal?.throwIfAborted();
    if (replace) await rename(scratch, path);
    else await putInPlace(scratch, path);
  } finally {
    await rm(scratch, { force: true });
  }
}

/** A rename would replace an existing file; a second name for the new one is refused. */
async function putInPlace(scratch: string, path: string): Promise<void> {
  try {
    await link(scratch, path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // File systems without hard links: there, looking and moving are two steps.
    const isUnsupported = code === 'EPERM' || code === 'ENOTSUP' || code === 'ENOSYS';
    if (!isUnsupported && code !== 'EEXIST') throw error;
    if (code === 'EEXIST' || (await lstat(path).catch(() => undefined))) throw new FileExistsError(path);
    await rename(scratch, path);
  }
}

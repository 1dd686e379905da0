// Writes a file whole or not at all.
import { randomUUID } from 'node:crypto';
import { open, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** Writes a file so that whoever reads it sees the old text or the new one. Its permissions stay. @param path absolute. */
export async function writeWhole(path: string, text: string): Promise<void> {
  // A name that begins with a dot: whoever lists the folder meanwhile passes it over.
  const scratch = join(dirname(path), `.${basename(path)}.${randomUUID()}`);
  const mode = await stat(path).then(
    (found) => found.mode & 0o777,
    () => 0o644,
  );
  try {
    const file = await open(scratch, 'wx', mode);
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(scratch, path);
  } catch (error) {
    await rm(scratch, { force: true });
    throw error;
  }
}

// Where a build keeps what the next one need not make again: below `.next/cache`, which hosts keep between builds.
import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** A folder of the cache, relative to the project's root. */
export function cacheDir(kind: 'bodies' | 'pictures' | 'cards' | 'links'): string {
  return join(process.env.NEWS_DIST_DIR || '.next', 'cache', 'news', kind);
}

/** Writes a file whole or not at all. A cache that cannot be written is no error: the next build makes it again. */
export async function keepFile(path: string, content: string | Buffer): Promise<void> {
  const partial = `${path}.${randomUUID()}`;
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(partial, content);
    await rename(partial, path);
  } catch {
    await rm(partial, { force: true }).catch(() => undefined);
  }
}

/** What was kept, or undefined. */
export function readKept(path: string): Promise<Buffer | undefined> {
  return readFile(path).catch(() => undefined);
}

/**
 * Removes what this build has not used, once it is most of the folder: an edit leaves little behind, and what another
 * branch will use again is not thrown away with every build.
 *
 * @param used the names of files in use.
 */
export async function pruneCache(dir: string, used: ReadonlySet<string>): Promise<void> {
  const unused = (await readdir(dir).catch(() => [])).filter((name) => !used.has(name));
  if (unused.length <= Math.max(500, 3 * used.size)) return;
  for (const name of unused) await rm(join(dir, name), { force: true }).catch(() => undefined);
}

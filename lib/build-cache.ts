// Where a build keeps what the next one need not make again: below `.next/cache`, which hosts keep between builds.
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** A folder of the cache, relative to the project's root. */
export function cacheDir(kind: 'bodies' | 'pictures' | 'cards' | 'links' | 'texts'): string {
  return join(process.env.NEWS_DIST_DIR || '.next', 'cache', 'news', kind);
}

/** Every file begins with a seal: the SHA-256 of its name and of what follows. */
const sealLength = 32;

function seal(path: string, content: string | Buffer): Buffer {
  return createHash('sha256')
    .update(`${basename(path)}\0`)
    .update(content)
    .digest();
}

/**
 * Keeps something whole or not at all. A cache that cannot be written is no error: the next build makes it again.
 *
 * @param path its name must hold all that decides what it is: a hash of the sources, the version of who made it.
 */
export async function keepFile(path: string, content: string | Buffer): Promise<void> {
  const partial = `${path}.${randomUUID()}`;
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(partial, Buffer.concat([seal(path, content), Buffer.from(content)]));
    await rename(partial, path);
  } catch {
    await rm(partial, { force: true }).catch(() => undefined);
  }
}

/** What was kept; undefined where there is nothing, or something cut short, changed, or kept under another name. */
export async function readKept(path: string): Promise<Buffer | undefined> {
  const bytes = await readFile(path).catch(() => undefined);
  const content = bytes?.subarray(sealLength);
  return content && bytes?.subarray(0, sealLength).equals(seal(path, content)) ? content : undefined;
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

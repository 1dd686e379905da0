// The build cache: files below `.next/cache`, which hosts keep between builds.
import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** A folder of the cache, relative to the project's root. */
export function cacheDir(kind: 'bodies' | 'pictures' | 'cards' | 'links' | 'texts'): string {
  return join(/* turbopackIgnore: true */ process.env.NEWS_DIST_DIR || '.next', 'cache', 'news', kind);
}

/**
 * A checksum that changes with the code of some folders and files, tests left out: part of the key of what the code made.
 *
 * @param paths relative to the project's root.
 */
export function sourceChecksum(paths: readonly string[]): string {
  const hash = createHash('sha256');
  for (const path of paths.flatMap(sourcesBelow).sort()) {
    hash.update(`${path}\0`).update(readFileSync(/* turbopackIgnore: true */ path));
  }
  return hash.digest('hex');
}

function sourcesBelow(path: string): string[] {
  if (!statSync(/* turbopackIgnore: true */ path).isDirectory()) return [path];
  return readdirSync(/* turbopackIgnore: true */ path, { recursive: true })
    .map((name) => join(path, String(name)))
    .filter((name) => /\.(?:tsx?|mjs)$/.test(name) && !name.includes('.test.'));
}

/** Every file begins with a checksum: the SHA-256 of its name and of what follows. */
const checksumLength = 32;

function checksumOf(path: string, content: string | Buffer): Buffer {
  return createHash('sha256')
    .update(`${basename(path)}\0`)
    .update(content)
    .digest();
}

/**
 * Keeps something whole or not at all. A cache that cannot be written is not an error: the next build makes it again.
 * Synchronous, like reading: a build has thousands of small files here, and waiting for each takes more time than the work.
 *
 * @param path its name must include everything that the content depends on: a hash of the sources, the version of the code.
 * @returns whether it is kept.
 */
export function keepFile(path: string, content: string | Buffer): boolean {
  const partial = `${path}.${randomUUID()}`;
  const bytes = Buffer.concat([checksumOf(path, content), Buffer.from(content)]);
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(partial, bytes);
    renameSync(partial, path);
    return true;
  } catch {
    try {
      rmSync(partial, { force: true });
    } catch {
      // Below a file there is nothing to remove.
    }
    return false;
  }
}

/** What was kept; undefined where there is nothing, or something truncated, changed, or kept under another name. */
export function readKept(path: string): Buffer | undefined {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch {
    return undefined;
  }
  const content = bytes.subarray(checksumLength);
  return bytes.subarray(0, checksumLength).equals(checksumOf(path, content)) ? content : undefined;
}

/**
 * Removes what this build has not used, once that is most of the folder: an edit leaves little behind, and what another
 * branch will use again is not removed with every build.
 *
 * @param used the names of files in use.
 */
export async function pruneCache(dir: string, used: ReadonlySet<string>): Promise<void> {
  const unused = (await readdir(dir).catch(() => [])).filter((name) => !used.has(name));
  if (unused.length <= Math.max(500, 3 * used.size)) return;
  for (const name of unused) await rm(join(dir, name), { force: true }).catch(() => undefined);
}

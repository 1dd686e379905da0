// Content as it was read, for the other processes of the same build, or of dev: to read and validate it takes longer.
import { readFile, rename, stat, writeFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { deserialize, serialize } from 'node:v8';
import type { LoadedContent } from '@/lib/content/content';

/** What of the content pages are made of: where values stood in their files is for messages alone. */
export type Snapshot = Omit<LoadedContent, 'places' | 'entryPlaces' | 'files'>;

/** Writes content that has been read. Only the build that wrote it may read it: it is in the form of this Node. */
export function writeSnapshot(path: string, content: Snapshot): Promise<void> {
  return writeSerialized(path, serializeContent(content));
}

/** Content in the form of this Node. */
export function serializeContent({ posts, section, problems, community }: Snapshot): Buffer {
  const whole: Snapshot = { posts, section, problems, community };
  return serialize(whole);
}

/** Writes what `serializeContent` made, whole or not at all. */
export async function writeSerialized(path: string, bytes: Buffer): Promise<void> {
  await writeFile(`${path}.partial`, bytes);
  await rename(`${path}.partial`, path);
}

/** Reads it. @throws {Error} if it is not there. */
export async function readSnapshot(path: string): Promise<Snapshot> {
  return deserialize(await readFile(path)) as Snapshot;
}

/** How long dev waits for the content to be read for the first time. Milliseconds. */
const longestWait = 60_000;

/**
 * What changes whenever a snapshot is written anew. Waits for the first one.
 *
 * @throws {Error} if none is written within a minute.
 */
export async function snapshotVersion(path: string): Promise<string> {
  for (let waited = 0; ; waited += 20) {
    const found = await stat(path).catch(() => undefined);
    if (found) return `${found.mtimeMs}-${found.ino}`;
    if (waited >= longestWait) throw new Error('the content has not been read within a minute (see the terminal)');
    await wait(20);
  }
}

// Content as it was read, for the other processes of the same build: reading and validating it takes longer than all of this.
import { readFile, rename, writeFile } from 'node:fs/promises';
import { deserialize, serialize } from 'node:v8';
import type { LoadedContent } from '@/lib/content/content';

/** What of the content pages are made of: where values stood in their files is for messages alone. */
export type Snapshot = Omit<LoadedContent, 'places' | 'entryPlaces'>;

/** Writes content that has been read. Only the build that wrote it may read it: it is in the form of this Node. */
export async function writeSnapshot(path: string, { posts, section, problems, community }: Snapshot): Promise<void> {
  const whole: Snapshot = { posts, section, problems, community };
  await writeFile(`${path}.partial`, serialize(whole));
  await rename(`${path}.partial`, path);
}

/** Reads it. @throws {Error} if it is not there. */
export async function readSnapshot(path: string): Promise<Snapshot> {
  return deserialize(await readFile(path)) as Snapshot;
}

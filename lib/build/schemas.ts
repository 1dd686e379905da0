// Writes the JSON Schemas to a local folder, where editors find them without a network.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { schemaKinds, toJsonSchema } from '@/lib/output/data/schemas';

/**
 * Writes a schema for each kind of file, `event.json` and the rest. A file with the right text is not written again.
 *
 * @param dir the folder, to which entries refer as `../../.schemas`.
 */
export async function writeSchemas(dir = '.schemas'): Promise<void> {
  await mkdir(dir, { recursive: true });
  await Promise.all(
    schemaKinds.map(async (kind) => {
      const path = join(dir, `${kind}.json`);
      const text = `${JSON.stringify(toJsonSchema(kind), null, 2)}\n`;
      const there = await readFile(path, 'utf8').catch(() => undefined);
      if (there !== text) await writeFile(path, text);
    }),
  );
}

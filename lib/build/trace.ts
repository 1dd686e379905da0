// The lists of files that Vercel deploys with the function of a route.
import { readFile, writeFile } from 'node:fs/promises';
import { dirname, relative, sep } from 'node:path';
import { z } from 'zod';

const traceSchema = z.looseObject({ files: z.array(z.string()) });

/** Adds files to a list. @param traceFile `route.js.nft.json`. @throws {Error} if it is not in the expected form. */
export async function addToTrace(traceFile: string, paths: readonly string[]): Promise<void> {
  const trace = traceSchema.parse(JSON.parse(await readFile(traceFile, 'utf8')));
  const files = paths.map((path) => relative(dirname(traceFile), path).split(sep).join('/'));
  await writeFile(traceFile, JSON.stringify({ ...trace, files: [...new Set([...trace.files, ...files])] }));
}

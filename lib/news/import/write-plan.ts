// Writes planned files atomically, and never overwrites a file that differs.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Diagnostic, error } from '@/lib/base/diagnostic';
import { FileExistsError, writeWhole } from '@/lib/base/write-whole';
import type { Planned } from '@/lib/news/import/lists';

/** What came of planned files. */
export interface Written {
  /** New files, of a dry run those that it would write. */
  readonly written: number;
  readonly paths: readonly string[];
  readonly same: number;
  readonly refused: number;
  readonly problems: readonly Diagnostic[];
}

/** The content folder cannot be written to. */
export class NotWritableError extends Error {}

/**
 * Writes files below a content folder.
 *
 * @throws {NotWritableError}
 * @throws the signal's reason if it is aborted; what is there is whole.
 */
export async function writePlan(
  planned: readonly Planned[],
  dir: string,
  { isDryRun, signal, progress }: { isDryRun: boolean; signal: AbortSignal; progress(text: string): void },
): Promise<Written> {
  const paths: string[] = [];
  const problems: Diagnostic[] = [];
  let same = 0;
  for (const [index, { path, content }] of planned.entries()) {
    signal.throwIfAborted();
    if (index > 0 && index % 500 === 0) progress(`${index} of ${planned.length} files…`);
    const bytes = Buffer.from(await content());
    const target = join(dir, path);
    const existing = await readFile(target).catch(() => undefined);
    if (existing?.equals(bytes)) {
      same += 1;
      continue;
    }
    try {
      if (existing) throw new FileExistsError(target);
      if (!isDryRun) await writeWhole(target, bytes, { signal });
      paths.push(path);
    } catch (thrown) {
      signal.throwIfAborted();
      if (/^E(?:ACCES|PERM|ROFS)$/.test(String((thrown as NodeJS.ErrnoException).code))) throw new NotWritableError();
      if (!(thrown instanceof FileExistsError)) throw thrown;
      const fix = 'compare the two; to import it again, remove the existing file';
      problems.push(error('import/exists', 'the file already exists and differs', fix, { file: path }));
    }
  }
  return { written: paths.length, paths, same, refused: problems.length, problems };
}

// Folders that a bench works in, below the project's root because the bundler takes nothing from elsewhere; removed at the end.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';

/** Where a bench may write. */
export interface Scratch {
  /** An empty folder. Absolute. */
  readonly dir: string;
  /** A name for `NEWS_DIST_DIR`, relative to the root: no folder of that name exists yet. */
  readonly distDir: string;
}

const frameworkTypes = 'next-env.d.ts';

/**
 * Runs some work with folders of its own, and removes them however it ends.
 *
 * @param root the project's folder. Absolute.
 * @returns what the work returns.
 */
export async function withScratch<T>(root: string, work: (scratch: Scratch) => Promise<T>): Promise<T> {
  const dir = await mkdtemp(join(root, '.bench-'));
  const distDir = `.next-${basename(dir).slice(1)}`;
  const typesFile = join(root, frameworkTypes);
  const types = await readFile(typesFile, 'utf8').catch(() => undefined);
  try {
    return await work({ dir, distDir });
  } finally {
    for (const path of [dir, join(root, distDir), join(root, `${distDir}.tsconfig.json`)]) {
      await rm(path, { recursive: true, force: true, maxRetries: 5 });
    }
    // A build makes this file refer to its own dist folder, which is gone now.
    const left = await readFile(typesFile, 'utf8').catch(() => undefined);
    if (left?.includes(distDir)) {
      if (types === undefined) await rm(typesFile, { force: true });
      else await writeFile(typesFile, types);
    }
  }
}

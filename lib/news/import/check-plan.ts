// Checks a planned content folder before it is written: a post with an error would stop the whole site.
import { mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Diagnostic, errorsOf } from '@/lib/base/diagnostic';
import { check } from '@/lib/check/check';
import { displayPath } from '@/lib/content/files';
import { copyTexts } from '@/lib/news/check-planned';
import type { PlannedPost, SitePlan } from '@/lib/news/import/plan-site';

/**
 * Finds the errors that `npm run check` would report of planned posts.
 *
 * @param dir the content folder, which is only read. Absolute.
 * @returns the first error of each post that has one, by the post's file in the source.
 */
export async function checkPlan(
  dir: string,
  plan: SitePlan,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, Diagnostic>> {
  const scratch = await mkdtemp(join(tmpdir(), 'news-import-'));
  try {
    const isThere = (await stat(dir).catch(() => undefined))?.isDirectory();
    if (isThere) await copyTexts(dir, scratch);
    const owners = new Map<string, PlannedPost>();
    for (const post of plan.posts) {
      for (const file of post.files) {
        signal.throwIfAborted();
        owners.set(displayPath(scratch, file.path), post);
        await put(join(scratch, file.path), await file.content());
      }
    }
    for (const person of plan.people) await put(join(scratch, person.path), await person.content());
    const { problems } = await check(scratch);
    const found = new Map<string, Diagnostic>();
    for (const problem of errorsOf(problems)) {
      const owner = owners.get(problem.file);
      if (owner && !found.has(owner.post.file)) found.set(owner.post.file, problem);
    }
    return found;
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

async function put(path: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
}

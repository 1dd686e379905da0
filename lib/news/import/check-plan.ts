// Checks a planned content folder before it is written, because a post with an error would stop the build.
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Diagnostic, errorsOf } from '@/lib/base/diagnostic';
import { check } from '@/lib/check/check';
import { displayPath } from '@/lib/content/files';
import { copyTexts } from '@/lib/news/check-planned';
import type { PlannedPost, SitePlan } from '@/lib/news/import/plan-site';

/** Checks plans of one site, one after the other, in a copy of the content folder. Of a later plan, what has changed is checked. */
export class PlanChecker {
  private scratch: Promise<string> | undefined;
  /** What is in the copy, by path. */
  private readonly written = new Map<string, string>();

  /** @param dir the content folder, which is only read. Absolute. */
  constructor(
    private readonly dir: string,
    private readonly signal: AbortSignal,
  ) {}

  /**
   * Finds the errors that `npm run check` would report of planned posts.
   *
   * @returns the first error of each post that has one.
   */
  async check(plan: SitePlan): Promise<ReadonlyMap<PlannedPost, Diagnostic>> {
    this.scratch ??= this.copy();
    const scratch = await this.scratch;
    const owners = new Map<string, PlannedPost>();
    const changed = new Set<string>();
    const files = [
      ...plan.posts.flatMap((post) => post.files.map((file) => ({ file, post }))),
      ...plan.people.map((file) => ({ file, post: undefined })),
    ];
    const paths = new Set(files.map(({ file }) => file.path));
    for (const path of this.written.keys()) if (!paths.has(path)) await this.remove(scratch, path);
    for (const { file, post } of files) {
      this.signal.throwIfAborted();
      const shown = displayPath(scratch, file.path);
      if (post) owners.set(shown, post);
      if (await this.put(scratch, file.path, await file.content())) changed.add(shown);
    }
    const { problems } = await check(scratch, { isWanted: (file) => changed.has(file) });
    const found = new Map<PlannedPost, Diagnostic>();
    for (const problem of errorsOf(problems)) {
      const owner = owners.get(problem.file);
      if (owner && !found.has(owner)) found.set(owner, problem);
    }
    return found;
  }

  /** Removes the copy. */
  async close(): Promise<void> {
    if (this.scratch) await rm(await this.scratch, { recursive: true, force: true });
  }

  private async copy(): Promise<string> {
    const scratch = await mkdtemp(join(tmpdir(), 'news-import-'));
    const isThere = (await stat(this.dir).catch(() => undefined))?.isDirectory();
    if (isThere) await copyTexts(this.dir, scratch);
    return scratch;
  }

  private async remove(scratch: string, path: string): Promise<void> {
    this.written.delete(path);
    await rm(join(scratch, path), { force: true });
  }

  /** @returns whether the file is new or has changed. */
  private async put(scratch: string, path: string, content: string | Uint8Array): Promise<boolean> {
    const key = typeof content === 'string' ? content : checksumOf(content);
    if (this.written.get(path) === key) return false;
    this.written.set(path, key);
    await mkdir(dirname(join(scratch, path)), { recursive: true });
    await writeFile(join(scratch, path), content);
    return true;
  }
}

function checksumOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

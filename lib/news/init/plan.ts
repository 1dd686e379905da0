// Everything that `news init` changes, before anything is written.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { siteFile } from '@/lib/check/site-links';
import type { Answers } from '@/lib/news/init/answers';
import { iconFiles } from '@/lib/news/init/icon-files';
import { edits } from '@/lib/news/init/other-files';
import { changesFor, toSiteFile } from '@/lib/news/init/site-file';
import { editionTemplate, starterContent } from '@/lib/news/init/starter-content';

/** Folders whose files belong to the community that was cloned from. */
const ourFolders = ['content', 'docs/pictures'];

/** Paths are from the root, with slashes. */
export interface InitPlan {
  readonly write: ReadonlyMap<string, string | Buffer>;
  readonly remove: readonly string[];
}

/**
 * @param root of the repository; it is only read. Absolute.
 * @param instant today.
 * @throws {Error} if lib/site.ts is not in the form that it is published in.
 */
export async function planInit(root: string, answers: Answers, instant: Date): Promise<InitPlan> {
  const read = (path: string) => readFile(join(root, path), 'utf8').catch(() => undefined);
  const changes = changesFor(answers, instant);
  const write = new Map<string, string | Buffer>([
    [siteFile, toSiteFile((await read(siteFile)) ?? '', changes)],
    ...starterContent(answers, instant),
    ...(await iconFiles(answers.colour)),
  ]);
  for (const [path, edit] of Object.entries(edits)) {
    const text = await read(path);
    if (text !== undefined) write.set(path, edit(text, answers));
  }
  const present = (await Promise.all(ourFolders.map((folder) => filesIn(root, folder)))).flat();
  return { write, remove: present.filter((path) => !write.has(path) && path !== editionTemplate).sort() };
}

/** All files of a folder, in all its folders; none where there is no folder. */
async function filesIn(root: string, folder: string): Promise<string[]> {
  const found = await readdir(join(root, folder), { recursive: true, withFileTypes: true }).catch(() => []);
  return found
    .filter((entry) => !entry.isDirectory())
    .map(({ parentPath, name }) =>
      join(parentPath, name)
        .slice(root.length + 1)
        .replaceAll('\\', '/'),
    );
}

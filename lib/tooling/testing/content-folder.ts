// A content folder that one test writes and that is gone after it.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { onTestFinished } from 'vitest';

/** A folder below the system's temporary one. */
export interface ContentFolder {
  readonly dir: string;
  /** A file's path as problems name it. */
  readonly shown: (path: string) => string;
}

/** Writes files, by their paths below a new content folder. */
export async function writeContent(files: Readonly<Record<string, string | Uint8Array>>): Promise<ContentFolder> {
  const dir = await mkdtemp(join(tmpdir(), 'news-content-'));
  onTestFinished(() => rm(dir, { recursive: true, force: true }));
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(dir, path)), { recursive: true });
    await writeFile(join(dir, path), content);
  }
  return { dir, shown: (path) => relative(process.cwd(), join(dir, path)) };
}

/** The text of a sound post: title and date, further lines of front matter, a body. */
export function postText({
  fields = [],
  body = 'Hello.\n',
}: {
  fields?: readonly string[];
  body?: string;
} = {}): string {
  return ['---', 'title: A post', 'date: 2022-03-01', ...fields, '---', '', body].join('\n');
}

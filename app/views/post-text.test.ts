import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { toPostMarkdown } from '@/app/views/post-text';
import type { Content } from '@/lib/content/content';
import type { Post } from '@/lib/content/posts';
import { getContent } from '@/lib/content/queries';

let dir: string;
let content: Content;
let post: Post;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'news-text-'));
  vi.stubEnv('CONTENT_DIR', 'e2e/fixtures/site');
  vi.stubEnv('NEWS_DIST_DIR', dir);
  content = await getContent();
  post = content.posts.find(({ url }) => url.includes('kitchen-sink-mdx')) as Post;
});

afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(dir, { recursive: true });
});

const folder = () => join(dir, 'cache', 'news', 'texts');

/** What is kept of the post: there is one file for each. */
async function keptFile(): Promise<string> {
  const [name = ''] = await readdir(folder());
  return join(folder(), name);
}

it('writes what a post places as text', async () => {
  const text = await toPostMarkdown(post, content);
  expect(text).toContain(`# ${post.title}\n`);
  expect(text).toContain('```yaml\nkind: Setting\n```');
  expect(text).not.toMatch(/<[A-Z]/);
  await expect(readdir(folder())).rejects.toThrow('ENOENT');
});

it('keeps it in a build, and makes it again once the post has changed', async () => {
  vi.stubEnv('NODE_ENV', 'production');
  const text = await toPostMarkdown(post, content);
  const before = await readFile(await keptFile());
  expect(await toPostMarkdown(post, content)).toBe(text);
  expect(await readFile(await keptFile())).toEqual(before);
  expect(await toPostMarkdown({ ...post, title: 'Another' }, content)).toBe(text.replace(post.title, 'Another'));
  expect(await readFile(await keptFile())).not.toEqual(before);
  expect(await readdir(folder())).toHaveLength(1);
});

it('makes it again where what was kept is damaged', async () => {
  vi.stubEnv('NODE_ENV', 'production');
  const text = await toPostMarkdown(post, content);
  const path = await keptFile();
  const bytes = await readFile(path);
  bytes[bytes.length - 1] = 0;
  await writeFile(path, bytes);
  expect(await toPostMarkdown(post, content)).toBe(text);
});

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { contentReady } from '@/lib/build/content-ready.mjs';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'news-ready-'));
});
afterEach(() => rm(dir, { recursive: true }));

it('waits until the content is there', async () => {
  const path = join(dir, 'content');
  let isThere = false;
  const waiting = contentReady(path).then(() => isThere);
  await new Promise((resolve) => setTimeout(resolve, 60));
  isThere = true;
  await writeFile(path, '');
  expect(await waiting).toBe(true);
});

it('fails where it will not be written', async () => {
  await expect(contentReady(join(dir, 'content'), () => false)).rejects.toThrow('did not finish');
  await writeFile(join(dir, 'content'), '');
  await expect(contentReady(join(dir, 'content'), () => false)).resolves.toBeUndefined();
});

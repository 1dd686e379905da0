import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { watchFolders } from '@/lib/build/dev-watch';
import { writeContent } from '@/lib/tooling/testing/fixtures/content-folder';

it('notices each kind of change, also in folders that were added, and each time again', async () => {
  const { dir } = await writeContent({ 'blog/a.md': 'One.' });
  const onChange = vi.fn(async () => undefined);
  const watching = watchFolders([dir, join(dir, 'not-there')], onChange);
  onTestFinished(() => watching.close());
  await vi.waitFor(() => expect(onChange).toHaveBeenCalled());
  const changes: (() => Promise<unknown>)[] = [
    () => writeFile(join(dir, 'blog/a.md'), 'Two.'),
    () => mkdir(join(dir, 'blog/2022/03'), { recursive: true }),
    () => writeFile(join(dir, 'blog/2022/03/b.md'), 'One.'),
    () => writeFile(join(dir, 'blog/2022/03/b.md~'), 'Two.'),
    () => rename(join(dir, 'blog/2022/03/b.md~'), join(dir, 'blog/2022/03/b.md')),
    () => writeFile(join(dir, 'blog/2022/03/b.md'), 'Three.'),
    () => rm(join(dir, 'blog/2022'), { recursive: true }),
  ];
  for (const change of changes) {
    onChange.mockClear();
    await change();
    await vi.waitFor(() => expect(onChange).toHaveBeenCalled(), { timeout: 5_000 });
    // What belongs to this change must not be taken for the next one.
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
});

it('calls once for what changes while it works, and not after it was closed', async () => {
  const { dir } = await writeContent({ 'a.md': 'One.' });
  let working = 0;
  let most = 0;
  let calls = 0;
  const watching = watchFolders([dir], async () => {
    calls += 1;
    working += 1;
    most = Math.max(most, working);
    await new Promise((resolve) => setTimeout(resolve, 100));
    working -= 1;
  });
  for (let index = 0; index < 10; index += 1) {
    await writeFile(join(dir, 'a.md'), String(index));
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
  await vi.waitFor(() => expect(working).toBe(0));
  expect([most, calls >= 2]).toEqual([1, true]);
  watching.close();
  await new Promise((resolve) => setTimeout(resolve, 150));
  const before = calls;
  await writeFile(join(dir, 'a.md'), 'after');
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(calls).toBe(before);
});

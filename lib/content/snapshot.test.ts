import { readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { loadContent } from '@/lib/content/load';
import { ReadMemory } from '@/lib/content/read-memory';
import { readSnapshot, SnapshotWriter } from '@/lib/content/snapshot';
import { postText, writeContent } from '@/lib/tooling/testing/fixtures/content-folder';

/** A content folder with posts, whose content is written after each saving, and what a reader then finds. */
async function follow(count: number) {
  const path = (index: number) => `blog/2022/03/p${index}.md`;
  const body = (index: number, text: string) => postText({ body: `${text} ${index}\n` });
  const all = Array.from({ length: count }, (_, index) => index);
  const { dir } = await writeContent(Object.fromEntries(all.map((index) => [path(index), body(index, 'One')])));
  const memory = new ReadMemory();
  const snapshot = join(dir, '.snapshot');
  const writer = new SnapshotWriter(snapshot);
  return {
    save: (index: number, text: string) => writeFile(join(dir, path(index)), body(index, text)),
    remove: (index: number) => rm(join(dir, path(index))),
    write: async () => writer.write(await loadContent(dir, memory)),
    read: async () => new Map((await readSnapshot(snapshot)).posts.map((post) => [post.slug, post])),
    bodies: async () => (await readSnapshot(snapshot)).posts.map((post) => post.body.trim()).sort(),
    files: async () => (await readdir(dir)).filter((name) => name.startsWith('.snapshot')).sort(),
  };
}

it('reports whether anything has changed, and returns the same objects for unchanged posts', async () => {
  const { write, save, remove, read, bodies } = await follow(3);
  expect([await write(), await write()]).toEqual([true, false]);
  const before = await read();
  await save(1, 'Another');
  expect([await write(), await bodies()]).toEqual([true, ['Another 1', 'One 0', 'One 2']]);
  const after = await read();
  expect(after.get('p0')).toBe(before.get('p0'));
  expect(after.get('p1')).not.toBe(before.get('p1'));
  // Back to what it was: read again, and the same.
  await save(1, 'One');
  expect([await write(), await bodies()]).toEqual([true, ['One 0', 'One 1', 'One 2']]);
  expect((await read()).get('p1')).toBe(before.get('p1'));
  await save(1, 'One');
  expect(await write()).toBe(false);
  await remove(0);
  await save(3, 'New');
  expect([await write(), await bodies()]).toEqual([true, ['New 3', 'One 1', 'One 2']]);
});

it('writes a new base if many posts have changed, and keeps the old one, which may still be in use', async () => {
  const { write, save, bodies, files } = await follow(60);
  await write();
  for (const text of ['Two', 'Three', 'Four']) {
    for (let index = 0; index < 55; index += 1) await save(index, text);
    expect(await write()).toBe(true);
    expect((await bodies()).filter((body) => body.startsWith(text))).toHaveLength(55);
  }
  expect(await files()).toEqual(['.snapshot', '.snapshot.3', '.snapshot.4']);
});

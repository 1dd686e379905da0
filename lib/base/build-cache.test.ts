import { chmod, copyFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keepFile, pruneCache, readKept } from '@/lib/base/build-cache';

let dir = '';
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'news-kept-'));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

describe('a cached file', () => {
  it.each([['text'], ['']])('comes back as it was: "%s"', async (text) => {
    keepFile(join(dir, 'deep/a.json'), text);
    expect(readKept(join(dir, 'deep/a.json'))?.toString()).toBe(text);
    expect(await readdir(join(dir, 'deep'))).toEqual(['a.json']);
  });

  it('is ignored if it is cut short, longer, changed, empty or in an older format', async () => {
    const path = join(dir, 'a.json');
    keepFile(path, '{"source":"x"}');
    const whole = await readFile(path);
    const changed = Buffer.from(whole);
    changed[whole.length - 2] = 0x79;
    const broken = [whole.subarray(0, 10), whole.subarray(0, -1), Buffer.concat([whole, Buffer.from(' ')]), changed];
    for (const bytes of [...broken, Buffer.alloc(0), Buffer.from('{"source":"x"}')]) {
      await writeFile(path, bytes);
      expect(readKept(path)).toBeUndefined();
    }
    await writeFile(path, whole);
    expect(readKept(path)).toBeDefined();
  });

  it('is ignored under another name', async () => {
    keepFile(join(dir, 'a.json'), 'a');
    await copyFile(join(dir, 'a.json'), join(dir, 'b.json'));
    expect(readKept(join(dir, 'b.json'))).toBeUndefined();
    expect(readKept(join(dir, 'a.json'))).toBeDefined();
  });

  it('is not written if the folder is read-only, without an error', async () => {
    await writeFile(join(dir, 'file'), '');
    keepFile(join(dir, 'file', 'a.json'), 'a');
    expect(readKept(join(dir, 'file', 'a.json'))).toBeUndefined();
    await chmod(dir, 0o500);
    keepFile(join(dir, 'b.json'), 'b');
    await chmod(dir, 0o700);
    expect((await readdir(dir)).filter((name) => /\.json\./.test(name))).toEqual([]);
  });
});

it('deletes unused files once they fill most of the folder, and never those in use', async () => {
  const names = Array.from({ length: 502 }, (_, index) => `${index}.json`);
  await Promise.all(names.map((name) => writeFile(join(dir, name), '')));
  await pruneCache(dir, new Set(['0.json', '1.json']));
  expect(await readdir(dir)).toHaveLength(502);
  await writeFile(join(dir, '502.json'), '');
  await pruneCache(dir, new Set(['0.json', '1.json']));
  expect((await readdir(dir)).sort()).toEqual(['0.json', '1.json']);
});

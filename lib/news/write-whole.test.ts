import { mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { FileExistsError, writeWhole } from '@/lib/news/write-whole';

async function folder(): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'news-write-'));
  onTestFinished(() => rm(dir, { recursive: true, force: true }));
  return dir;
}

it('writes a file with the folders above it, and leaves nothing beside it', async () => {
  const dir = await folder();
  await writeWhole(join(dir, 'a', 'b', 'x.yaml'), 'name: X\n');
  expect(await readFile(join(dir, 'a', 'b', 'x.yaml'), 'utf8')).toBe('name: X\n');
  expect(await readdir(join(dir, 'a', 'b'))).toEqual(['x.yaml']);
});

it('refuses to overwrite, and replaces where that is asked for', async () => {
  const dir = await folder();
  const path = join(dir, 'x.yaml');
  await writeFile(path, 'old');
  await expect(writeWhole(path, 'new')).rejects.toThrow(FileExistsError);
  expect(await readFile(path, 'utf8')).toBe('old');
  expect(await readdir(dir)).toEqual(['x.yaml']);
  await writeWhole(path, 'new', { replace: true });
  expect(await readFile(path, 'utf8')).toBe('new');
  expect(await readdir(dir)).toEqual(['x.yaml']);
});

it('does not write through a link that leads nowhere', async () => {
  const dir = await folder();
  await symlink(join(dir, 'elsewhere'), join(dir, 'x.yaml'));
  await expect(writeWhole(join(dir, 'x.yaml'), 'new')).rejects.toThrow(FileExistsError);
  expect(await readdir(dir)).toEqual(['x.yaml']);
});

it('writes nothing once it is aborted', async () => {
  const dir = await folder();
  const stop = new AbortController();
  stop.abort(new Error('stopped'));
  await expect(writeWhole(join(dir, 'x.yaml'), 'new', { signal: stop.signal })).rejects.toThrow('stopped');
  expect(await readdir(dir)).toEqual([]);
  await writeWhole(join(dir, 'x.yaml'), 'new', { signal: new AbortController().signal });
  expect(await readdir(dir)).toEqual(['x.yaml']);
});

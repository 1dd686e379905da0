import { chmod, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { FileExistsError, writeWhole } from '@/lib/base/write-whole';

async function folder(): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'news-write-'));
  onTestFinished(() => rm(dir, { recursive: true, force: true }));
  return dir;
}

it('writes a file with the folders above it, and leaves nothing next to it', async () => {
  const dir = await folder();
  await writeWhole(join(dir, 'a', 'b', 'x.yaml'), 'name: X\n');
  expect(await readFile(join(dir, 'a', 'b', 'x.yaml'), 'utf8')).toBe('name: X\n');
  expect(await readdir(join(dir, 'a', 'b'))).toEqual(['x.yaml']);
});

it('refuses to overwrite, and replaces on request, with the permissions of the old file', async () => {
  const dir = await folder();
  const path = join(dir, 'x.yaml');
  await writeFile(path, 'old');
  await chmod(path, 0o600);
  await expect(writeWhole(path, 'new')).rejects.toThrow(FileExistsError);
  expect(await readFile(path, 'utf8')).toBe('old');
  expect(await readdir(dir)).toEqual(['x.yaml']);
  await writeWhole(path, 'new', { replace: true });
  expect(await readFile(path, 'utf8')).toBe('new');
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  expect(await readdir(dir)).toEqual(['x.yaml']);
});

it('does not write through a broken link', async () => {
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

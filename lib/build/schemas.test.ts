import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { writeSchemas } from '@/lib/build/schemas';
import { toJsonSchema } from '@/lib/output/data/schemas';
import { writeContent } from '@/lib/tooling/testing/fixtures/content-folder';

const names = [
  'adopter',
  'contributors',
  'ecosystem',
  'event',
  'facts',
  'link',
  'person',
  'post',
  'projects',
  'release',
];

it('writes a schema for each kind of file, and mends what is not right', async () => {
  const dir = join((await writeContent({})).dir, '.schemas');
  await writeSchemas(dir);
  expect((await readdir(dir)).sort()).toEqual(names.map((name) => `${name}.json`));
  const text = await readFile(join(dir, 'event.json'), 'utf8');
  expect(JSON.parse(text)).toEqual({ ...toJsonSchema('event') });

  const before = await stat(join(dir, 'release.json'), { bigint: true });
  await writeFile(join(dir, 'event.json'), 'old');
  await writeSchemas(dir);
  expect(await readFile(join(dir, 'event.json'), 'utf8')).toBe(text);
  expect((await stat(join(dir, 'release.json'), { bigint: true })).mtimeNs).toBe(before.mtimeNs);
});

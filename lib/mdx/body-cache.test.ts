import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

const home = process.cwd();
const kept = join('.next', 'cache', 'news', 'bodies');
const source = { body: 'Some *words*.\n', format: 'md' as const };
let root = '';

/** The cache as a new process has it, in a folder with a few sources. */
async function fresh() {
  vi.resetModules();
  return await import('@/lib/mdx/body-cache');
}

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'news-bodies-'));
  for (const folder of ['base', 'content', 'kinds', 'mdx']) {
    await mkdir(join(root, 'lib', folder), { recursive: true });
    await writeFile(join(root, 'lib', folder, 'source.ts'), `// ${folder}`);
  }
  await writeFile(join(root, 'lib', 'site.ts'), '// the site');
  await writeFile(join(root, 'package-lock.json'), '{ "lockfileVersion": 3 }');
  await mkdir(join(root, 'public'));
  await symlink(join(home, 'node_modules'), join(root, 'node_modules'));
  process.chdir(root);
  vi.stubEnv('NODE_ENV', 'production');
});

afterEach(async () => {
  process.chdir(home);
  vi.unstubAllEnvs();
  await rm(root, { recursive: true, force: true });
});

describe('a body', () => {
  it('is compiled once, and then taken from the cache', async () => {
    const { getBody, compiledKey, keepJson } = await fresh();
    const made = await getBody(source, new Map());
    expect(await readdir(kept)).toEqual([compiledKey(source, new Map())]);
    await keepJson(compiledKey(source, new Map()), { ...made, words: 999 });
    expect((await getBody(source, new Map())).words).toBe(999);
  });

  it('is compiled again, and cached, if the cache is damaged or contains other data', async () => {
    const { getBody, compiledKey, keepJson } = await fresh();
    const made = await getBody(source, new Map());
    const path = join(kept, compiledKey(source, new Map()));
    const whole = await readFile(path);
    const other = { ...source, body: 'Other words, and more of them.\n' };
    await getBody(other, new Map());
    const foreign = await readFile(join(kept, compiledKey(other, new Map())));
    for (const bytes of [whole.subarray(0, 50), whole.subarray(0, -1), Buffer.from('{}'), Buffer.alloc(0), foreign]) {
      await writeFile(path, bytes);
      expect(await getBody(source, new Map())).toEqual(made);
      expect(await readFile(path)).toEqual(whole);
    }
    await keepJson(compiledKey(source, new Map()), { nothing: 'of that shape' });
    expect(await getBody(source, new Map())).toEqual(made);
  });

  it('is compiled if the cache cannot be written', async () => {
    await mkdir('.next');
    await writeFile(join('.next', 'cache'), 'a file where the folder would be');
    const { getBody } = await fresh();
    expect((await getBody(source, new Map())).words).toBe(2);
  });
});

describe('the cache key', () => {
  const keyNow = async () => (await fresh()).compiledKey(source, new Map());

  it('stays the same while nothing changes', async () => {
    expect(await keyNow()).toBe(await keyNow());
  });

  it.each([
    ['the code', () => writeFile(join('lib', 'mdx', 'source.ts'), '// another version')],
    ['the libraries', () => writeFile('package-lock.json', '{}')],
    ['the site’s settings', () => writeFile(join('lib', 'site.ts'), 'export const site = {};')],
    ['the public files', () => writeFile(join('public', 'new.svg'), '<svg/>')],
    ['the sub-path', async () => vi.stubEnv('BASE_PATH', '/news')],
  ])('changes with %s', async (_, change) => {
    const before = await keyNow();
    await change();
    expect(await keyNow()).not.toBe(before);
  });

  it('changes with the text, its format, its context and its pictures', async () => {
    const { compiledKey } = await fresh();
    const picture = { src: '/a.png', width: 1, height: 1, srcSet: '' };
    const keys = [
      compiledKey(source, new Map()),
      compiledKey({ ...source, body: `${source.body} ` }, new Map()),
      compiledKey({ ...source, format: 'mdx' }, new Map()),
      compiledKey({ ...source, context: { params: { a: 'b' } } as never }, new Map()),
      compiledKey(source, new Map([['a.png', picture]])),
      compiledKey(source, new Map([['a.png', { ...picture, width: 2 }]])),
    ];
    expect(new Set(keys).size).toBe(keys.length);
  });
});

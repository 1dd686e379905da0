import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, readlink, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { isBuilt } from '@/lib/base/built';
import { holdBuild, openBuildFolder, settleBuilds } from '@/lib/build/build-folder';
import { writeContent } from '@/lib/tooling/testing/fixtures/content-folder';

/** How many more file operations are done before the process is killed; those after it do nothing. */
const life = vi.hoisted(() => ({ left: Number.POSITIVE_INFINITY }));

type Work = (...args: readonly unknown[]) => unknown;

function mortal(module: object, names: readonly string[], dies: () => unknown): object {
  const replaced = names.map((name) => [
    name,
    (...args: readonly unknown[]) => {
      life.left -= 1;
      return life.left < 0 ? dies() : (Reflect.get(module, name) as Work)(...args);
    },
  ]);
  return { ...module, ...Object.fromEntries(replaced) };
}

vi.mock('node:fs', async (original) =>
  mortal(await original<object>(), ['renameSync', 'lstatSync', 'rmSync'], () => {
    throw new Error('killed');
  }),
);
vi.mock('node:fs/promises', async (original) =>
  mortal(await original<object>(), ['mkdir', 'readdir', 'readFile', 'rm', 'symlink', 'writeFile', 'link'], () =>
    Promise.reject(new Error('killed')),
  ),
);

let root = '';
let target = '';

/** The build that is served: its pages and its cache, which it shares with all builds. */
async function servedBuild() {
  const read = (name: string) => readFile(join(target, name), 'utf8').catch(() => undefined);
  return {
    isBuilt: isBuilt(target),
    id: await read('BUILD_ID'),
    page: await read('server/page.html'),
    cache: await read('cache/x'),
  };
}

const left = async () => (await readdir(root)).filter((name) => name !== '.next');

async function build(id: string) {
  const folder = await openBuildFolder(target);
  await mkdir(join(folder.dir, 'server'));
  await writeFile(join(folder.dir, 'BUILD_ID'), id);
  await writeFile(`${folder.dir}.content`, 'snapshot');
  await writeFile(join(folder.dir, 'server', 'page.html'), id);
  await writeFile(
    join(folder.dir, 'server', 'page.js.nft.json'),
    JSON.stringify([`../../${folder.env.NEWS_BUILD_DIR}`]),
  );
  return folder;
}

beforeEach(async () => {
  vi.stubEnv('VERCEL', '');
  root = (await writeContent({})).dir;
  target = join(root, '.next');
  await (await build('first')).finish();
  await writeFile(join(target, 'cache', 'x'), 'kept');
});

afterEach(async () => {
  life.left = Number.POSITIVE_INFINITY;
  vi.unstubAllEnvs();
  await rm(root, { recursive: true, force: true });
});

const first = { isBuilt: true, id: 'first', page: 'first', cache: 'kept' };
const second = { isBuilt: true, id: 'second', page: 'second', cache: 'kept' };

describe('a build', () => {
  it('is not served before it is whole, and then replaces the earlier one', async () => {
    const folder = await build('second');
    expect(await servedBuild()).toEqual(first);
    await folder.finish();
    expect(await servedBuild()).toEqual(second);
    expect(await left()).toEqual([]);
    expect(await readFile(join(target, 'server', 'page.js.nft.json'), 'utf8')).not.toContain('building');
  });

  it('leaves the earlier one and its cache when it fails', async () => {
    await (await build('second')).discard();
    expect(await servedBuild()).toEqual(first);
    expect(await left()).toEqual([]);
  });

  it.each(Array.from({ length: 36 }, (_, moment) => moment))(
    'leaves one whole build when it is killed after %i file operations',
    async (moment) => {
      life.left = moment;
      await build('second')
        .then((folder) => folder.finish())
        .catch((error: Error) => expect(error.message).toBe('killed'));
      life.left = Number.POSITIVE_INFINITY;
      const hasSwapped = !existsSync(target) || (await servedBuild()).id === 'second';
      await settleBuilds(target);
      // A new build that is in its place, or was about to be put there, does not give way to the one before it.
      expect(hasSwapped ? [second] : [first, second]).toContainEqual(await servedBuild());
      expect(await left()).toEqual([]);
      await (await build('third')).finish();
      expect(await servedBuild()).toMatchObject({ isBuilt: true, id: 'third', cache: 'kept' });
    },
  );

  it('leaves the folder of a build that is still running', async () => {
    const running = join(root, `.next-building-${process.ppid}`);
    await mkdir(running);
    await (await build('second')).finish();
    expect(existsSync(running)).toBe(true);
  });

  it('has the name below which the bundler finds its cache, unless another build has it', async () => {
    const name = join(root, '.next-building');
    const one = await openBuildFolder(target);
    expect([one.dir, one.env.NEWS_BUILD_DIR]).toEqual([name, name]);
    await one.discard();
    await mkdir(join(root, `.next-other-building-${process.ppid}`));
    await symlink(join(root, `.next-other-building-${process.ppid}`), name);
    const two = await build('second');
    expect(two.dir).toBe(join(root, `.next-building-${process.pid}`));
    await two.finish();
    expect(await servedBuild()).toEqual(second);
    expect(await readlink(name)).toContain(`${process.ppid}`);
  });

  it('is no build as long as only the framework has finished', async () => {
    await rm(join(target, 'news-build.json'));
    expect(isBuilt(target)).toBe(false);
  });

  it('is made in its place on Vercel, and is removed where it fails, except for the cache', async () => {
    vi.stubEnv('VERCEL', '1');
    const folder = await openBuildFolder(target);
    expect([folder.dir, folder.env, isBuilt(target)]).toEqual([target, {}, false]);
    await folder.finish();
    expect(await servedBuild()).toEqual(first);
    await (await openBuildFolder(target)).discard();
    expect(await readdir(target)).toEqual(['cache']);
  });
});

describe('what is served', () => {
  it('stays the same while another build replaces it', async () => {
    await symlink('../../elsewhere', join(target, 'server', 'package'));
    const pid = vi.spyOn(process, 'pid', 'get').mockReturnValue(process.ppid);
    const held = await holdBuild(target);
    pid.mockRestore();
    await (await build('second')).finish();
    expect(await readFile(join(held.dir, 'server', 'page.html'), 'utf8')).toBe('first');
    expect(await readlink(join(held.dir, 'server', 'package'))).toBe('../../elsewhere');
    expect(await readFile(join(held.dir, 'cache', 'x'), 'utf8')).toBe('kept');
    await held.release();
    expect(await left()).toEqual([]);
    expect(await servedBuild()).toEqual(second);
  });

  it('is the build itself where nothing can be written', async () => {
    life.left = 0;
    expect((await holdBuild(target)).dir).toBe(target);
  });
});

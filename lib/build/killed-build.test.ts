import { type ChildProcess, spawn } from 'node:child_process';
import { cp, mkdir, readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { build } from 'esbuild';
import { expect, it } from 'vitest';
import { isBuilt } from '@/lib/base/built';
import { mapLimited } from '@/lib/base/map-limited';
import { holdBuild, settleBuilds } from '@/lib/build/build-folder';
import { writeContent } from '@/lib/tooling/testing/fixtures/content-folder';

const pages = 15;

/** A process that builds a site of a few pages, each with the build's id, and prints a line after each step. */
const source = `
  import { writeSync } from 'node:fs';
  import { mkdir, writeFile } from 'node:fs/promises';
  import { join } from 'node:path';
  import { openBuildFolder } from './lib/build/build-folder.ts';
  const [target, id] = process.argv.slice(2);
  const folder = await openBuildFolder(target);
  await mkdir(join(folder.dir, 'server'));
  await writeFile(join(folder.dir, 'BUILD_ID'), id);
  for (let page = 0; page < ${pages}; page++) {
    await writeFile(join(folder.dir, 'server', page + '.html'), id);
    writeSync(1, 'page\\n');
  }
  writeSync(1, 'pages\\n');
  await folder.finish();
  writeSync(1, 'finished\\n');
`;

/** @returns the path of its code. */
async function bundleBuilder(folder: string): Promise<string> {
  const outfile = join(folder, 'builder.mjs');
  const stdin = { contents: source, resolveDir: process.cwd(), loader: 'ts' } as const;
  await build({ stdin, outfile, bundle: true, platform: 'node', format: 'esm', logLevel: 'silent' });
  return outfile;
}

/** Starts a build. @returns its process, and what is called with each line that it prints. */
function startBuild(builder: string, target: string, id: string, onLine: (line: string) => void) {
  const env = { ...process.env, VERCEL: '' };
  const child = spawn(process.execPath, [builder, target, id], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  createInterface(child.stdout).on('line', onLine);
  return { child, ended: new Promise((resolve) => child.once('close', resolve)) };
}

/** Kills a process after so many pages, or so many milliseconds after the last one. */
function killAt(moment: number, child: () => ChildProcess) {
  let lines = 0;
  return async (line: string) => {
    lines += 1;
    if (line === 'page' && lines === moment) child().kill('SIGKILL');
    if (line === 'pages' && moment > pages) {
      await wait(moment - pages - 1);
      child().kill('SIGKILL');
    }
  };
}

/** The ids that the pages of the served build have. */
async function servedIds(target: string): Promise<Set<string>> {
  expect(isBuilt(target)).toBe(true);
  const held = await holdBuild(target);
  const files = ['BUILD_ID', ...Array.from({ length: pages }, (_, page) => `server/${page}.html`)];
  const ids = await Promise.all(files.map((file) => readFile(join(held.dir, file), 'utf8')));
  await held.release();
  return new Set(ids);
}

it('serves the pages of one whole build after another was killed, at any of 20 moments', async () => {
  const { dir } = await writeContent({});
  const builder = await bundleBuilder(dir);
  const earlier = join(dir, 'earlier', '.next');
  await mkdir(dirname(earlier));
  await startBuild(builder, earlier, 'first', () => undefined).ended;
  await mapLimited(
    Array.from({ length: 20 }, (_, index) => index + 1),
    4,
    async (moment) => {
      const target = join(dir, String(moment), '.next');
      await cp(earlier, target, { recursive: true });
      const printed: string[] = [];
      const kill = killAt(moment, () => second.child);
      const second = startBuild(builder, target, 'second', (line) => {
        printed.push(line);
        void kill(line);
      });
      await second.ended;
      await settleBuilds(target);
      const ids = [...(await servedIds(target))];
      expect(ids, `moment ${moment}: ${printed.at(-1)}`).toHaveLength(1);
      if (printed.includes('finished')) expect(ids).toEqual(['second']);
      if (!printed.includes('pages')) expect(ids).toEqual(['first']);
      expect(await readdir(join(dir, String(moment)))).toEqual(['.next']);
    },
  );
}, 60_000);

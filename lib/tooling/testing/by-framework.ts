// Builds the fixtures once more, all by the framework, and holds every page and file against those that lib/build/draw made.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fixtures } from '@/e2e/sites';
import { toComparable } from '@/lib/build/draw/comparable';
import { ownCommand } from '@/lib/build/run';

const distDir = '.next-by-framework';

async function main(): Promise<number> {
  const drawn = fixtures.env.NEWS_DIST_DIR ?? '';
  if (!existsSync(join(drawn, 'BUILD_ID'))) {
    console.error('The fixtures are not built yet (fix: npm test builds them first).');
    return 1;
  }
  try {
    const { status } = spawnSync(process.execPath, ownCommand('lib/build/main.ts'), {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, ...fixtures.env, NEWS_DIST_DIR: distDir, NEWS_DRAWN_BY: 'framework' },
    });
    if (status !== 0) return status ?? 1;
    const [ours, theirs] = [await readServed(drawn), await readServed(distDir)];
    const different = [...new Set([...ours.keys(), ...theirs.keys()])].filter(
      (path) => ours.get(path) !== theirs.get(path),
    );
    for (const path of different.sort()) {
      const [one, other] = [ours.get(path), theirs.get(path)];
      console.error(
        `${path}: ${one === undefined || other === undefined ? 'only in one of them' : parting(one, other)}`,
      );
    }
    console.log(`Held against the framework: ${theirs.size} pages, files and heads, ${different.length} not the same.`);
    // Two empty builds would be the same, too.
    return different.length === 0 && theirs.size > 200 ? 0 : 1;
  } finally {
    for (const path of [distDir, `${distDir}.tsconfig.json`]) await rm(path, { recursive: true, force: true });
  }
}

/** What a build serves of what was made beforehand, by path, and with which status and headers. */
async function readServed(dist: string): Promise<Map<string, string>> {
  const folder = join(dist, 'server', 'app');
  const served = new Map<string, string>();
  for (const path of await readdir(folder, { recursive: true })) {
    if (path.endsWith('.html')) served.set(path, toComparable(await readFile(join(folder, path), 'utf8')));
    else if (path.endsWith('.body')) served.set(path, await readFile(join(folder, path), 'latin1'));
    else if (path.endsWith('.meta')) served.set(path, toHead(await readFile(join(folder, path), 'utf8')));
  }
  return served;
}

/** Without what the framework says to itself. */
function toHead(meta: string): string {
  const { status = 200, headers = {} }: { status?: number; headers?: Record<string, string> } = JSON.parse(meta);
  const told = Object.entries(headers).filter(([name]) => !name.startsWith('x-next'));
  return JSON.stringify([status, told.sort()]);
}

function parting(one: string, other: string): string {
  let at = 0;
  while (one[at] === other[at]) at++;
  const around = (text: string) => JSON.stringify(text.slice(Math.max(0, at - 40), at + 60));
  return `ours has ${around(one)}, the framework's ${around(other)}`;
}

process.exitCode = await main();

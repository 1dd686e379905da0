// Builds the fixtures once more, by the framework alone, and compares every page and file with those of lib/build/prerender.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fixtures } from '@/e2e/sites';
import { firstDifference, toComparable } from '@/lib/build/prerender/comparable';
import { ownCommand } from '@/lib/build/run';

const distDir = '.next-by-framework';

async function main(): Promise<number> {
  const built = fixtures.env.NEWS_DIST_DIR ?? '';
  if (!existsSync(join(built, 'BUILD_ID'))) {
    console.error('The fixtures are not built yet (fix: npm test builds them first).');
    return 1;
  }
  // They end the programs that run; then what was written is removed.
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => undefined);
  try {
    const { status } = spawnSync(process.execPath, ownCommand('lib/build/main.ts'), {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, ...fixtures.env, NEWS_DIST_DIR: distDir, NEWS_PRERENDER: 'framework' },
    });
    if (status !== 0) return status ?? 1;
    const [ours, theirs] = [await readServed(built), await readServed(distDir)];
    const different = [...new Set([...ours.keys(), ...theirs.keys()])].filter(
      (path) => ours.get(path) !== theirs.get(path),
    );
    for (const path of different.sort()) {
      const [one, other] = [ours.get(path), theirs.get(path)];
      const isInBoth = one !== undefined && other !== undefined;
      console.error(`${path}: ${isInBoth ? firstDifference(one, other) : 'only in one of the two builds'}`);
    }
    console.log(`Compared with the framework: ${theirs.size} pages, files and heads, ${different.length} different.`);
    // Two empty builds would be equal, too.
    return different.length === 0 && theirs.size > 200 ? 0 : 1;
  } finally {
    for (const path of [distDir, `${distDir}.tsconfig.json`]) await rm(path, { recursive: true, force: true });
  }
}

/** Everything that a build has prerendered, by path, with its status and headers. */
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

/** Without the framework's internal headers. */
function toHead(meta: string): string {
  const { status = 200, headers = {} }: { status?: number; headers?: Record<string, string> } = JSON.parse(meta);
  const shown = Object.entries(headers).filter(([name]) => !name.startsWith('x-next'));
  return JSON.stringify([status, shown.sort()]);
}

process.exitCode = await main();

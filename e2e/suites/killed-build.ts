// `npx tsx e2e/suites/killed-build.ts`: builds the site, then kills a build at each of 20 moments, and looks at what is left. Not part
// of `npm test`, because it takes minutes.
import { spawn, spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isBuilt } from '@/lib/base/built';
import { settleBuilds } from '@/lib/build/build-folder';
import { ownCommand, signalGroup } from '@/lib/build/run';

const distDir = '.next-killed';
const moments = 20;

async function main(): Promise<number> {
  const env = { ...process.env, NEWS_DIST_DIR: distDir, CONTENT_DIR: 'e2e/fixtures/site' };
  const args = ownCommand('lib/build/main.ts');
  const started = performance.now();
  if (spawnSync(process.execPath, args, { env, stdio: ['ignore', 'ignore', 'inherit'] }).status !== 0) return 1;
  const duration = performance.now() - started;
  let id = readFileSync(join(distDir, 'BUILD_ID'), 'utf8');
  let failed = 0;
  for (let moment = 1; moment <= moments; moment++) {
    const build = spawn(process.execPath, args, { env, stdio: 'ignore', detached: process.platform !== 'win32' });
    const ended = new Promise((resolve) => build.once('exit', resolve));
    await Promise.race([ended, sleep((duration * moment) / moments)]);
    signalGroup(build, 'SIGKILL');
    await ended;
    await settleBuilds(distDir);
    const isWhole = isBuilt(distDir);
    const now = isWhole ? readFileSync(join(distDir, 'BUILD_ID'), 'utf8') : '';
    if (!isWhole) failed += 1;
    console.log(
      `${moment}/${moments}: ${isWhole ? (now === id ? 'the earlier build' : 'the new build') : 'no whole build'}`,
    );
    id = now;
  }
  rmSync(distDir, { recursive: true, force: true });
  return failed === 0 ? 0 : 1;
}

process.exitCode = await main();

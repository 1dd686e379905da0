// `npx tsx e2e/suites/killed-build.ts`: builds the site, then kills a build at each of 20 moments, and looks at what is served
// afterwards: home page, feed and social card. Not part of `npm test`, because it takes minutes; lib/build/killed-build.test.ts is.
import { spawn, spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ask } from '@/e2e/http';
import { isBuilt } from '@/lib/base/built';
import { settleBuilds } from '@/lib/build/build-folder';
import { ownCommand, signalGroup } from '@/lib/build/run';
import { freePort } from '@/lib/tooling/testing/dev-session';

const distDir = '.next-killed';
const moments = 20;

const env = { ...process.env, NEWS_DIST_DIR: distDir, CONTENT_DIR: 'e2e/fixtures/site' };

/** Serves the build. @returns the status of the home page, of a feed and of the home page's social card. */
async function servedStatuses(): Promise<number[]> {
  const port = await freePort();
  const server = spawn(process.execPath, ownCommand('lib/build/start.ts', '--built'), {
    env: { ...env, HOST: '127.0.0.1', PORT: String(port) },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = new Promise((resolve) => server.once('exit', resolve));
  const origin = `http://127.0.0.1:${port}`;
  try {
    let home = await ask(origin, '/').catch(() => undefined);
    while (!home && server.exitCode === null) {
      await sleep(100);
      home = await ask(origin, '/').catch(() => undefined);
    }
    if (!home) return [];
    const card = new URL(/property="og:image" content="([^"]+)"/.exec(home.body)?.[1] ?? '/no-card', origin);
    const others = await Promise.all(['/feed.xml', card.pathname + card.search].map((path) => ask(origin, path)));
    return [home, ...others].map(({ status }) => status);
  } finally {
    server.kill('SIGTERM');
    await ended;
  }
}

async function main(): Promise<number> {
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
    const now = isBuilt(distDir) ? readFileSync(join(distDir, 'BUILD_ID'), 'utf8') : '';
    const statuses = now ? await servedStatuses() : [];
    const isWhole = statuses.length === 3 && statuses.every((status) => status === 200);
    if (!isWhole) failed += 1;
    const found = now ? (now === id ? 'the earlier build' : 'the new build') : 'no whole build';
    console.log(`${moment}/${moments}: ${found}, ${statuses.join(' ')}`);
    id = now;
  }
  rmSync(distDir, { recursive: true, force: true });
  return failed === 0 ? 0 : 1;
}

process.exitCode = await main();

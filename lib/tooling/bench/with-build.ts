// A built site, and a server for it, for as long as a bench needs them.
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { basePath } from '@/lib/base/urls';
import { nextCli, ownCommand } from '@/lib/build/run';
import { measureNode } from '@/lib/tooling/bench/measure';
import { withScratch } from '@/lib/tooling/bench/scratch';

/** What the benches of a build take, whatever they measure. */
export const builtOptions = { built: { takes: 'nothing' }, json: { takes: 'nothing' } } as const;

/**
 * Runs some work on a build: on that of `npm run build`, or on one made for it and removed afterwards.
 *
 * @param isBuilt takes what is there, and builds nothing.
 * @throws {Error} if there is none, or it cannot be made.
 */
export function withBuild<T>(
  isBuilt: boolean | undefined,
  signal: AbortSignal,
  work: (distDir: string) => Promise<T>,
): Promise<T> {
  if (isBuilt) {
    const distDir = process.env.NEWS_DIST_DIR || '.next';
    if (!existsSync(join(distDir, 'BUILD_ID'))) throw new Error('Nothing has been built yet (fix: npm run build).');
    return work(distDir);
  }
  const root = process.cwd();
  return withScratch(root, async ({ distDir }) => {
    const { code, lastLines } = await measureNode(ownCommand('lib/build/main.ts'), {
      cwd: root,
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', NEWS_DIST_DIR: distDir },
      signal,
      onLine: (line) => /Content checked|✓/.test(line) && console.error(line.trim()),
    });
    if (code !== 0) throw new Error(`The build failed:\n${lastLines.join('\n')}`);
    return work(distDir);
  });
}

/**
 * Runs some work while `next start` serves a build on a free port of 127.0.0.1.
 *
 * @param work told the origin with the sub-path, `http://127.0.0.1:40123/news`.
 */
export async function withServer<T>(
  distDir: string,
  signal: AbortSignal,
  work: (home: string) => Promise<T>,
): Promise<T> {
  const port = await freePort();
  const server = spawn(process.execPath, [nextCli, 'start', '--hostname', '127.0.0.1', '--port', String(port)], {
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', NEWS_DIST_DIR: distDir },
    stdio: ['ignore', 'ignore', 'inherit'],
    signal,
  });
  server.on('error', () => undefined);
  try {
    const home = `http://127.0.0.1:${port}${basePath}`;
    await untilAnswers(`${home}/`, server);
    return await work(home);
  } finally {
    server.kill();
    if (server.exitCode === null && server.signalCode === null) {
      await Promise.race([new Promise((resolve) => server.once('exit', resolve)), sleep(5000)]);
    }
  }
}

async function untilAnswers(url: string, server: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 150; tries++) {
    if (server.exitCode !== null || server.signalCode !== null) break;
    if (
      await fetch(url).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      return;
    await sleep(200);
  }
  throw new Error('The server did not begin to answer.');
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}

// Folders, builds and servers for as long as a bench needs them.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isBuilt } from '@/lib/base/built';
import { basePath } from '@/lib/base/urls';
import { nextCli, ownCommand } from '@/lib/build/run';
import { measureBuild } from '@/lib/tooling/bench/measure';
import { freePort } from '@/lib/tooling/testing/dev-session';

/** Folders of a bench. */
export interface Scratch {
  /** An empty folder. Absolute. */
  readonly dir: string;
  /** A value for NEWS_DIST_DIR: a folder that does not exist yet, relative to the root. */
  readonly distDir: string;
}

/** Runs some work with folders below the root, where the bundler finds packages, and removes them however it ends. */
export async function withScratch<T>(work: (scratch: Scratch) => Promise<T>): Promise<T> {
  const dir = await mkdtemp(resolve('.bench-'));
  const distDir = `.next-${basename(dir).slice(1)}`;
  const types = await readFile('next-env.d.ts', 'utf8').catch(() => undefined);
  try {
    return await work({ dir, distDir });
  } finally {
    for (const path of [dir, distDir, `${distDir}.tsconfig.json`]) {
      await rm(path, { recursive: true, force: true, maxRetries: 5 });
    }
    // A build makes this file refer to its own folder.
    if (types === undefined) await rm('next-env.d.ts', { force: true });
    else await writeFile('next-env.d.ts', types);
  }
}

/** The options of a bench that needs a build. */
export const builtOptions = { built: { takes: 'nothing' }, json: { takes: 'nothing' } } as const;

/**
 * Runs some work on a build: the one that is there, or a new one that is removed afterwards.
 *
 * @param takesBuilt takes the one that is there.
 * @throws {Error} if there is none, or if it fails.
 */
export function withBuild<T>(
  takesBuilt: boolean | undefined,
  signal: AbortSignal,
  work: (distDir: string) => Promise<T>,
): Promise<T> {
  if (takesBuilt) {
    const distDir = process.env.NEWS_DIST_DIR || '.next';
    if (!isBuilt(distDir))
      throw new Error('Nothing has been built yet, or the build was not finished (fix: run npm run build).');
    return work(distDir);
  }
  return withScratch(async ({ distDir }) => {
    const env = { ...process.env, NEWS_DIST_DIR: distDir };
    await measureBuild(ownCommand('lib/build/main.ts'), { env, signal, onLine: console.error });
    return work(distDir);
  });
}

/**
 * Runs some work while `next start` serves a build on 127.0.0.1.
 *
 * @param work gets the origin with the sub-path, `http://127.0.0.1:40123/news`.
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
  const ended = new Promise((resolved) => server.once('exit', resolved).on('error', resolved));
  try {
    const home = `http://127.0.0.1:${port}${basePath}`;
    await waitForServer(`${home}/`, server);
    return await work(home);
  } finally {
    server.kill();
    await Promise.race([ended, sleep(5000)]);
  }
}

async function waitForServer(url: string, server: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 150 && server.exitCode === null && server.signalCode === null; tries++) {
    const response = await fetch(url).catch(() => undefined);
    if (response?.ok) return;
    await sleep(200);
  }
  throw new Error('The server did not start.');
}

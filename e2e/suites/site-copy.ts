// Makes a copy of the repository in which a test makes the changes of a fork.
import { spawnSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, rm, symlink } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { ownCommand } from '@/lib/build/run';

/** What is made, and is in no clone. */
const made =
  /^(?:node_modules|\.git|\.next.*|\.bench-.*|\.schemas|\.vercel|out|test-results|next-env\.d\.ts|.*\.tsbuildinfo)$/;

/** Written into `app` by builds. */
const madeInApp = /[\\/]app[\\/](?:\(own\)|accent\.css)$/;

/** The commands do the same whatever the developer's shell says. */
const variables = {
  CONTENT_DIR: '',
  BASE_PATH: '',
  SITE_URL: '',
  NEWS_PREVIEW: '0',
  NEWS_DIST_DIR: '.next-fork',
  NEXT_TELEMETRY_DISABLED: '1',
};

export interface SiteCopy {
  /** Its folder, absolute. */
  readonly dir: string;
  /**
   * Runs Node in it, and shows its errors.
   *
   * @returns what it printed; undefined where it failed.
   */
  run(args: readonly string[]): string | undefined;
  /** Runs Node in it as a developer would: without the variables of a build. @returns whether it succeeded. */
  runPlain(args: readonly string[]): boolean;
  /** Runs one of our commands in it, as the scripts of package.json do. @returns whether it succeeded. */
  runOwn(entry: string, ...args: readonly string[]): boolean;
}

/**
 * Does something with a copy, and removes it.
 *
 * @param now the time in it: `NEWS_NOW`.
 */
export async function withSiteCopy<T>(now: string, use: (copy: SiteCopy) => Promise<T>): Promise<T> {
  const root = resolve('.');
  // Below the root, because the bundler takes packages from nowhere else.
  const dir = await mkdtemp(join(root, '.bench-copy-'));
  const start = (args: readonly string[], output: 'inherit' | 'pipe', env: Readonly<Record<string, string>>) =>
    spawnSync(process.execPath, args, {
      cwd: dir,
      stdio: ['ignore', output, 'inherit'],
      encoding: 'utf8',
      env: { ...process.env, ...env },
    });
  const built = { ...variables, NEWS_NOW: now };
  // They end the programs that run; then what was written is removed.
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => undefined);
  try {
    for (const name of await readdir(root)) {
      if (made.test(name)) continue;
      await cp(join(root, name), join(dir, name), { recursive: true, filter: (path) => !madeInApp.test(path) });
    }
    await linkPackages(join(root, 'node_modules'), join(dir, 'node_modules'));
    return await use({
      dir,
      run(args) {
        const { status, stdout } = start(args, 'pipe', built);
        if (status !== 0) console.error(stdout);
        return status === 0 ? stdout : undefined;
      },
      runPlain: (args) => start(args, 'inherit', {}).status === 0,
      runOwn: (entry, ...args) => start(ownCommand(entry, ...args), 'inherit', built).status === 0,
    });
  } finally {
    await rm(dir, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Makes a folder of packages in which each is a link, so that the copy's caches are its own. */
async function linkPackages(from: string, to: string): Promise<void> {
  await mkdir(to);
  for (const name of await readdir(from)) {
    if (name === '.cache') continue;
    await symlink(join(from, name), join(to, name), 'junction');
  }
}

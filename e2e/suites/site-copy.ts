// Makes a copy of the site's code in which a test makes the changes of a fork.
import { spawnSync } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { ownCommand } from '@/lib/build/run';

/** Files and folders that a fork uses unchanged. */
const taken = [
  'app',
  'components',
  'lib',
  'public',
  'instrumentation.ts',
  'next.config.mjs',
  'postcss.config.mjs',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
];

/** Tests and the examples of the check are in no site. */
const isNeeded = (path: string) => !/\.test\.tsx?$|[/\\]lib[/\\]check[/\\]examples$/.test(path);

/** The commands do the same whatever the developer's shell says. */
const variables = {
  CONTENT_DIR: '',
  BASE_PATH: '',
  SITE_URL: '',
  NEWS_PREVIEW: '0',
  NEWS_NOW: '2026-01-15T12:00:00Z',
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
  /** Runs one of our commands in it, as the scripts of package.json do. @returns whether it succeeded. */
  runOwn(entry: string, ...args: readonly string[]): boolean;
}

/**
 * Does something with a copy that has other content, and removes it.
 *
 * @param content the folder that becomes its content.
 */
export async function withSiteCopy<T>(content: string, use: (copy: SiteCopy) => Promise<T>): Promise<T> {
  const root = resolve('.');
  // Below the root, because the bundler takes packages from nowhere else.
  const dir = await mkdtemp(join(root, '.bench-copy-'));
  const start = (args: readonly string[], output: 'inherit' | 'pipe') =>
    spawnSync(process.execPath, args, {
      cwd: dir,
      stdio: ['ignore', output, 'inherit'],
      encoding: 'utf8',
      env: { ...process.env, ...variables },
    });
  // They end the programs that run; then what was written is removed.
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => undefined);
  try {
    for (const name of taken) await cp(join(root, name), join(dir, name), { recursive: true, filter: isNeeded });
    await cp(join(root, content), join(dir, 'content'), { recursive: true });
    return await use({
      dir,
      run(args) {
        const { status, stdout } = start(args, 'pipe');
        if (status !== 0) console.error(stdout);
        return status === 0 ? stdout : undefined;
      },
      runOwn: (entry, ...args) => start(ownCommand(entry, ...args), 'inherit').status === 0,
    });
  } finally {
    await rm(dir, { recursive: true, force: true, maxRetries: 5 });
  }
}

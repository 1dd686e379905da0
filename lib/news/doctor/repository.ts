// What `news doctor` looks at: the files of this clone, and what Git knows of where they come from.
import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';
import type { Terminal } from '@/lib/base/cli/command';
import { now } from '@/lib/base/clock';
import { type CheckResult, check } from '@/lib/check/check';
import { contentFolder } from '@/lib/news/arguments';
import { site } from '@/lib/site';
import type { Site } from '@/lib/site-types';

const run = promisify(execFile);

/** The branch of the original repository that a fork merges. */
export const upstreamBranch = 'upstream/main';

/** What somebody has to look at where it is not known what the original is. */
export const withoutUpstream = 'Is this your own? To compare it with the original, add the remote “upstream” (step 1).';

/** The settings that the steps are about. */
export interface SiteSettings {
  readonly name: string;
  readonly shortName: string;
  readonly origin: string;
  readonly docsOrigin?: string;
  readonly docsUrl?: string;
  readonly sections: Site['sections'];
  readonly repository: Readonly<Record<'url' | 'editUrl' | 'newFileUrl' | 'issuesUrl', string>>;
  readonly security: Readonly<Record<'contact' | 'policy' | 'expires', string>>;
}

export interface Repository {
  readonly site: SiteSettings;
  readonly env: Terminal['env'];
  readonly instant: Date;
  /** The content folder, relative to the root, with slashes. */
  readonly contentDir: string;
  readonly checked: CheckResult;
  /** The addresses of Git's remotes, by name. */
  readonly remotes: ReadonlyMap<string, string>;
  /** The tracked files that are as they are in {@link upstreamBranch}; undefined where there is no such branch. */
  readonly unchanged: ReadonlySet<string> | undefined;
  /** The text of a file. @param path from the root. @returns undefined where there is no such file. */
  read(path: string): Promise<string | undefined>;
  /** The text of a file as it is in {@link upstreamBranch}; undefined where it is not there. @param path from the root. */
  readOriginal(path: string): Promise<string | undefined>;
  /** The names of the files in a folder, sorted; none where there is no folder. @param path from the root. */
  list(path: string): Promise<readonly string[]>;
}

/** Reads what is needed of the repository in `terminal.root`. Without Git, there are no remotes. */
export async function openRepository(terminal: Terminal, settings: SiteSettings = site): Promise<Repository> {
  const { root, env, signal } = terminal;
  const dir = contentFolder(terminal);
  const git = async (...args: string[]) => {
    const options = { cwd: root, signal, maxBuffer: 64 * 1024 * 1024 };
    return run('git', args, options).then(({ stdout }) => stdout, ignoreUnless(signal));
  };
  const [checked, listed = '', unchanged] = await Promise.all([
    check(dir),
    git('config', '--get-regexp', String.raw`^remote\..*\.url$`),
    findUnchanged(git),
  ]);
  const remotes = [...listed.matchAll(/^remote\.(.*)\.url (.*)$/gm)].map(
    ([, name = '', url = '']) => [name, url] as const,
  );
  return {
    site: settings,
    env,
    instant: now(),
    contentDir: relative(root, dir).replaceAll('\\', '/'),
    checked,
    remotes: new Map(remotes),
    unchanged,
    read: (path) => readFile(join(root, path), 'utf8').catch(() => undefined),
    readOriginal: (path) => git('show', `${upstreamBranch}:${path}`),
    list: async (path) => (await readdir(join(root, path)).catch(() => [])).sort(),
  };
}

/** A handler for a failed command: it has no output, unless the person stopped it. */
function ignoreUnless(signal: AbortSignal) {
  return (error: unknown): undefined => {
    if (signal.aborted) throw error;
  };
}

async function findUnchanged(git: (...args: string[]) => Promise<string | undefined>) {
  const [all, changed] = await Promise.all([
    git('ls-tree', '-r', '-z', '--name-only', upstreamBranch),
    git('diff', '--no-renames', '--name-only', '-z', upstreamBranch),
  ]);
  if (all === undefined || changed === undefined) return undefined;
  const differing = new Set(changed.split('\0'));
  return new Set(all.split('\0').filter((path) => path !== '' && !differing.has(path)));
}

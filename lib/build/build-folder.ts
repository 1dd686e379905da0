// The folder of a build. It is made next to the earlier build, which is served until the new one is complete and replaces it.
import { existsSync, lstatSync, readlinkSync, renameSync } from 'node:fs';
import { link, mkdir, readdir, readFile, readlink, rm, symlink, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { builtMark, isBuilt } from '@/lib/base/built';
import { mapLimited } from '@/lib/base/map-limited';

/** The name by which the framework knows the folder of a build. Git ignores `.next-*`. */
const sharedName = '.next-building';

/** A build that is under way. */
export interface BuildFolder {
  /** Where it is built. Files for the time of the build are beside it, and begin with its name and a dot. */
  readonly dir: string;
  /** Variables for the processes of the build. */
  readonly env: Readonly<Record<string, string>>;
  /** Makes it the site's build, in place of the earlier one. */
  finish(): Promise<void>;
  /** Removes it; the earlier build stays. */
  discard(): Promise<void>;
}

/**
 * Begins a build, and removes what builds left behind that were killed.
 *
 * @param target the folder of finished builds, `.next` or NEWS_DIST_DIR. Its `cache` is used by builds as well.
 */
export async function openBuildFolder(target: string): Promise<BuildFolder> {
  // Vercel takes the framework's files with the paths that they have; it deploys nothing unless the build succeeds.
  if (process.env.VERCEL) return inPlace(target);
  await settleBuilds(target);
  const own = ownFolder(target, 'building');
  await mkdir(join(target, 'cache', 'news'), { recursive: true });
  await mkdir(own);
  await symlink(resolve(target, 'cache'), join(own, 'cache'), 'junction');
  const dir = await takeSharedName(own);
  // The framework edits the tsconfig of a folder other than .next: it gets one of its own (next.config.mjs).
  await writeFile(`${dir}.tsconfig.json`, '{ "extends": "./tsconfig.json" }\n');
  const removeHelpers = async () => {
    if (dir !== own) await removeLast(dir, dir);
    await removeBeside(own);
    await replaceName('next-env.d.ts', dir, target);
  };
  return {
    dir,
    env: { NEWS_BUILD_DIR: dir },
    async finish() {
      await replaceNames(own, dir, target);
      await writeMark(own);
      await swap(own, target);
      await removeHelpers();
    },
    async discard() {
      await rm(own, { recursive: true, force: true, maxRetries: 5 });
      await removeHelpers();
    },
  };
}

/**
 * Gives a folder the name that all builds have in turn: the bundler finds what it has cached only below the same name.
 *
 * @returns the name, a link; the folder itself while another build has the name.
 */
async function takeSharedName(own: string): Promise<string> {
  const name = join(dirname(own), sharedName);
  return symlink(resolve(own), name, 'junction').then(
    () => name,
    () => own,
  );
}

/** Takes the shared name from a build that has ended without giving it back. */
async function freeSharedName(folder: string): Promise<void> {
  const name = join(folder, sharedName);
  const isTaken = (link: string) => isRunning(Number(/-(\d+)$/.exec(readlinkSync(link))?.[1]));
  try {
    if (isTaken(name)) return;
    // Of several builds that find this, one moves the name away; another one might already move a name that is in use again.
    const old = join(folder, `${sharedName}-${process.pid}.name`);
    renameSync(name, old);
    if (isTaken(old)) renameSync(old, name);
    else await removeLast(old, name);
  } catch {
    // Nobody has it.
  }
}

async function inPlace(dir: string): Promise<BuildFolder> {
  await mkdir(join(dir, 'cache', 'news'), { recursive: true });
  await rm(join(dir, builtMark), { force: true });
  const removeHelpers = () =>
    Promise.all(['content', 'aliases.json'].map((name) => rm(`${dir}.${name}`, { force: true })));
  return {
    dir,
    env: {},
    async finish() {
      await writeMark(dir);
      await removeHelpers();
    },
    async discard() {
      for (const name of await readdir(dir)) {
        if (name !== 'cache') await rm(join(dir, name), { recursive: true, force: true });
      }
      await removeHelpers();
    },
  };
}

/** A file that says that a build is whole. The framework's own version is in other files. */
function writeMark(dir: string): Promise<void> {
  return writeFile(join(dir, builtMark), '{ "complete": true }\n');
}

/**
 * Puts a whole build in the place of another. Where it was interrupted, it is called again. For the time between two renames,
 * less than a millisecond, there is no build.
 */
async function swap(dir: string, target: string): Promise<void> {
  const cache = join(dir, 'cache');
  if (lstatSync(cache, { throwIfNoEntry: false })?.isSymbolicLink()) await rm(cache);
  if (!existsSync(cache) && existsSync(join(target, 'cache'))) renameSync(join(target, 'cache'), cache);
  const old = `${dir}.old`;
  if (existsSync(target)) renameSync(target, old);
  renameSync(dir, target);
  await rm(old, { recursive: true, force: true, maxRetries: 5 });
}

/** Finishes a swap that was interrupted, and removes what was left behind by builds and servers that have ended. */
export async function settleBuilds(target: string): Promise<void> {
  const prefix = `${namePrefix(target)}-`;
  const left = (await readdir(dirname(target))).flatMap((name) => {
    const pid = name.startsWith(prefix) && /^(?:building|serving)-(\d+)(?:\.|$)/.exec(name.slice(prefix.length))?.[1];
    return pid && !isRunning(Number(pid)) ? [join(dirname(target), name)] : [];
  });
  // A new build comes before the one that it replaced (`.old`), which is needed only where the new one is lost.
  for (const path of left.sort()) {
    const isNeeded = !path.endsWith('.old') || !isBuilt(target);
    if (path.includes('-building-') && isNeeded && isBuilt(path)) await swap(path, target);
  }
  for (const path of left) await rm(path, { recursive: true, force: true, maxRetries: 5 });
  await freeSharedName(dirname(target));
}

/** Whether a process is running that is not this one. */
function isRunning(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** A folder of this process, as deep as the target, because builds have relative paths. Git ignores `.next-*`. */
function ownFolder(target: string, use: 'building' | 'serving'): string {
  return join(dirname(target), `${namePrefix(target)}-${use}-${process.pid}`);
}

function namePrefix(target: string): string {
  const name = basename(target);
  return name.startsWith('.next') ? name : `.next-${name}`;
}

/** Removes a link after the files of the build that it belonged to: as long as it is there, they are found. */
async function removeLast(link: string, name: string): Promise<void> {
  await removeBeside(name);
  await rm(link, { force: true });
}

/** Removes files that begin with the name of a folder and a dot. */
async function removeBeside(dir: string): Promise<void> {
  for (const name of await readdir(dirname(dir))) {
    if (name.startsWith(`${basename(dir)}.`)) await rm(join(dirname(dir), name), { recursive: true, force: true });
  }
}

/** The framework's lists of files and its code name the folder. */
async function replaceNames(dir: string, name: string, target: string): Promise<void> {
  const files = await readdir(join(dir, 'server'), { recursive: true });
  const inServer = files.filter((file) => /\.(?:js|json)$/.test(file)).map((file) => join('server', file));
  const lists = [...inServer, 'required-server-files.json', 'required-server-files.js', 'next-server.js.nft.json'];
  await mapLimited(lists, 16, async (file) => {
    // Where links are followed, the folder's own name is the longer one.
    await replaceName(join(dir, file), dir, target);
    await replaceName(join(dir, file), name, target);
  });
}

async function replaceName(file: string, dir: string, target: string): Promise<void> {
  const text = await readFile(file, 'utf8').catch(() => '');
  if (text.includes(basename(dir))) await writeFile(file, text.replaceAll(basename(dir), basename(target)));
}

/**
 * Keeps a build as it is for a server, with hard links: a build that replaces it, or removes it, changes nothing for the server.
 *
 * @returns the folder to serve, which is `target` itself where nothing can be written, and what removes it again.
 */
export async function holdBuild(target: string): Promise<{ readonly dir: string; release(): Promise<void> }> {
  const dir = ownFolder(target, 'serving');
  const release = () => rm(dir, { recursive: true, force: true, maxRetries: 5 });
  try {
    await mkdir(join(target, 'cache'), { recursive: true });
    await mkdir(dir);
    await symlink(resolve(target, 'cache'), join(dir, 'cache'), 'junction');
    await linkFiles(target, dir, ['cache']);
    return { dir, release };
  } catch {
    await release().catch(() => undefined);
    return { dir: target, release: async () => undefined };
  }
}

async function linkFiles(from: string, to: string, without: readonly string[] = []): Promise<void> {
  const entries = (await readdir(from, { withFileTypes: true })).filter(({ name }) => !without.includes(name));
  await mapLimited(entries, 16, async (entry) => {
    const [source, copy] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isSymbolicLink()) await symlink(await readlink(source), copy);
    else if (entry.isFile()) await link(source, copy);
    else if (entry.isDirectory()) {
      await mkdir(copy);
      await linkFiles(source, copy);
    }
  });
}

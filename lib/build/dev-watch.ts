// Notices that something below a folder has changed. What it was, whoever reads the folder finds out.
import { type FSWatcher, watch } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** An editor writes a file in several steps; what follows within this time is one change. Milliseconds. */
const settles = 25;

/** How often it is taken that something may have changed, where the system watches no more folders. Milliseconds. */
const pollsEvery = 1000;

/**
 * Watches folders and all that lies below them.
 *
 * @param onChange called when something has changed; not again before what it returns is done, and then once for
 * everything that has changed meanwhile.
 */
export function watchFolders(dirs: readonly string[], onChange: () => Promise<void>): { close(): void } {
  const watchers = new Map<string, FSWatcher>();
  let timer: NodeJS.Timeout | undefined;
  let polling: NodeJS.Timeout | undefined;
  let working = false;
  let again = false;
  let closed = false;
  /** Whether there may be folders that are not watched yet: something has come or gone. */
  let moved = true;

  const changed = (event?: string) => {
    if (closed) return;
    // inotify tells what is only written to (`change`) from what comes or goes.
    if (event !== 'change') moved = true;
    clearTimeout(timer);
    timer = setTimeout(settle, settles);
  };
  const settle = async () => {
    again = working;
    if (working) return;
    working = true;
    try {
      // A folder that was added is watched before it is read, so that nothing is written between the two.
      if (moved) {
        moved = false;
        await watchAll();
      }
      await onChange();
    } catch (error) {
      console.error(error);
    } finally {
      working = false;
      if (again) changed('change');
    }
  };
  const poll = () => {
    polling ??= setInterval(() => changed(), pollsEvery).unref();
  };
  const watchFolder = (dir: string, recursive: boolean) => {
    if (closed || watchers.has(dir)) return;
    try {
      const watcher = watch(dir, { recursive, persistent: false }, changed);
      watcher.on('error', () => forget(dir));
      watchers.set(dir, watcher);
    } catch (error) {
      // The system's limit of watched folders (ENOSPC, EMFILE); a folder that is gone by now is no reason to poll.
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') poll();
    }
  };
  const forget = (dir: string) => {
    watchers.get(dir)?.close();
    watchers.delete(dir);
  };
  const watchBelow = async (dir: string, seen: Set<string>): Promise<void> => {
    seen.add(dir);
    watchFolder(dir, false);
    const entries = await readdir(dir, { withFileTypes: true }).catch(() => []);
    const folders = entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'));
    await Promise.all(folders.map(({ name }) => watchBelow(join(dir, name), seen)));
  };
  const watchAll = async () => {
    // Elsewhere the system itself watches all that lies below a folder; Node's stand-in for Linux watches each file.
    if (process.platform === 'darwin' || process.platform === 'win32') {
      for (const dir of dirs) watchFolder(dir, true);
      return;
    }
    const seen = new Set<string>();
    for (const dir of dirs) await watchBelow(dir, seen);
    for (const dir of watchers.keys()) if (!seen.has(dir)) forget(dir);
  };

  // What changed before the first folder was watched is a change too.
  changed();
  return {
    close() {
      closed = true;
      clearTimeout(timer);
      clearInterval(polling);
      for (const dir of [...watchers.keys()]) forget(dir);
    },
  };
}

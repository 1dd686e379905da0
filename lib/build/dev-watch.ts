// Notices that something below a folder has changed. Whoever reads the folder finds out what.
import { type FSWatcher, watch } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** An editor saves a file in several steps; those within this time are one change. Milliseconds. */
const settleTime = 25;

/** How often a change is assumed where the system refuses to watch more folders. Milliseconds. */
const pollInterval = 1000;

/** Whether the system watches everything below a folder by itself; on Linux, Node would watch each file. */
const isRecursive = process.platform === 'darwin' || process.platform === 'win32';

/**
 * Watches folders and everything below them.
 *
 * @param onChange called when something has changed; not again until its promise is settled, and then once for
 * everything that has changed meanwhile.
 */
export function watchFolders(dirs: readonly string[], onChange: () => Promise<void>): { close(): void } {
  let timer: NodeJS.Timeout | undefined;
  let isWorking = false;
  let isChanged = false;
  /** Whether there may be folders that are not watched yet. */
  let hasMoved = false;

  const changed = (event: string) => {
    // inotify reports `change` for a file that is written, and another event for what is added or removed.
    if (event !== 'change') hasMoved = true;
    isChanged = true;
    clearTimeout(timer);
    timer = setTimeout(settle, settleTime);
  };
  const settle = async () => {
    if (isWorking) return;
    isWorking = true;
    isChanged = false;
    try {
      // A new folder is watched before it is read, so that nothing is missed between the two.
      if (hasMoved) {
        hasMoved = false;
        await folders.update();
      }
      await onChange();
    } catch (error) {
      console.error(error);
    }
    isWorking = false;
    if (isChanged) changed('change');
  };

  const folders = new WatchedFolders(dirs, changed);
  // For what has changed before the first folder was watched.
  changed('start');
  return {
    close() {
      isChanged = false;
      isWorking = true;
      clearTimeout(timer);
      folders.close();
    },
  };
}

/** The watchers of folders, one each, or one for a tree where the system can do that. */
class WatchedFolders {
  readonly #dirs: readonly string[];
  readonly #changed: (event: string) => void;
  readonly #watchers = new Map<string, FSWatcher>();
  #polling: NodeJS.Timeout | undefined;
  #isClosed = false;

  constructor(dirs: readonly string[], changed: (event: string) => void) {
    this.#dirs = dirs;
    this.#changed = changed;
  }

  /** Watches new folders, and forgets removed ones. */
  async update(): Promise<void> {
    const seen = new Set<string>();
    for (const dir of this.#dirs) await this.#watchTree(dir, seen);
    for (const dir of this.#watchers.keys()) if (!seen.has(dir)) this.#forget(dir);
  }

  close(): void {
    this.#isClosed = true;
    clearInterval(this.#polling);
    for (const dir of [...this.#watchers.keys()]) this.#forget(dir);
  }

  async #watchTree(dir: string, seen: Set<string>): Promise<void> {
    seen.add(dir);
    this.#watch(dir);
    if (isRecursive) return;
    const entries = await readdir(dir, { withFileTypes: true }).catch(() => []);
    const folders = entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'));
    await Promise.all(folders.map(({ name }) => this.#watchTree(join(dir, name), seen)));
  }

  #watch(dir: string): void {
    if (this.#isClosed || this.#watchers.has(dir)) return;
    try {
      const watcher = watch(dir, { recursive: isRecursive, persistent: false }, this.#changed);
      this.#watchers.set(
        dir,
        watcher.on('error', () => this.#forget(dir)),
      );
    } catch (error) {
      // Beyond the system's limit (ENOSPC, EMFILE), changes are assumed. A folder that has been removed needs no watcher.
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
      this.#polling ??= setInterval(() => this.#changed('poll'), pollInterval).unref();
    }
  }

  #forget(dir: string): void {
    this.#watchers.get(dir)?.close();
    this.#watchers.delete(dir);
  }
}

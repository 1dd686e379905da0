// Notices that something below a folder has changed. Whoever reads the folder finds out what.
import Watchpack from 'watchpack';

/** An editor saves a file in several steps; those within this time are one change. Milliseconds. */
const settleTime = 25;

/**
 * Watches folders and everything below them.
 *
 * @param onChange called when something has changed; not again until its promise is settled, and then once for
 * everything that has changed meanwhile.
 */
export function watchFolders(dirs: readonly string[], onChange: () => Promise<void>): { close(): void } {
  const watcher = new Watchpack({ aggregateTimeout: settleTime, ignored: /[\\/]\.[^\\/]*$/ });
  let isWorking = false;
  let isChanged = false;
  const changed = async () => {
    isChanged = true;
    if (isWorking) return;
    isWorking = true;
    while (isChanged) {
      isChanged = false;
      await onChange().catch(console.error);
    }
    isWorking = false;
  };
  watcher.on('aggregated', () => void changed());
  watcher.watch({ directories: dirs, missing: dirs });
  // For what has changed before the folders were watched.
  void changed();
  return {
    close() {
      isChanged = false;
      watcher.close();
    },
  };
}

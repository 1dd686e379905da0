// The framework bundles the code while lib/build/build.ts still checks the content; here it waits before it renders pages.
import { existsSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

/**
 * Waits until the content has been written.
 *
 * @param {string} path the file that will contain it.
 * @param {() => boolean} isAwaited whether it will still be written: by default, whether the parent process is running.
 * @throws {Error} where it will not be written any more.
 */
export async function contentReady(path, isAwaited = sameParent()) {
  while (!existsSync(path)) {
    if (!isAwaited()) throw new Error('the check of the content did not finish');
    await wait(20);
  }
}

function sameParent() {
  const parent = process.ppid;
  return () => process.ppid === parent;
}

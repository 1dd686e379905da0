// The framework bundles the code while lib/build/build.ts still checks the content: before its pages are made, it waits here.
import { existsSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

/**
 * Waits until the content has been written.
 *
 * @param {string} path the file that will hold it.
 * @param {() => boolean} isAwaited whether whoever writes it is still there: by default, whether the process that started this one is.
 * @throws {Error} where nobody will write it any more.
 */
export async function contentReady(path, isAwaited = sameParent()) {
  while (!existsSync(path)) {
    if (!isAwaited()) throw new Error('the content was not checked to its end');
    await wait(20);
  }
}

function sameParent() {
  const parent = process.ppid;
  return () => process.ppid === parent;
}

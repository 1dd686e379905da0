// A delay that can be aborted.
import { setTimeout } from 'node:timers/promises';

/** Waits, in milliseconds. @throws the signal's reason where it is aborted before or meanwhile. */
export async function sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
  try {
    await setTimeout(milliseconds, undefined, signal ? { signal } : {});
  } catch (error) {
    // Node's own error would only have the reason as its cause.
    signal?.throwIfAborted();
    throw error;
  }
}

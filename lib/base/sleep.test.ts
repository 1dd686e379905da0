import { expect, it } from 'vitest';
import { sleep } from '@/lib/base/sleep';

it('ends by itself, and leaves no listener on the signal', async () => {
  const stop = new AbortController();
  await expect(sleep(1, stop.signal)).resolves.toBeUndefined();
  stop.abort(new Error('too late to matter'));
});

it('rejects with the reason of a signal that is aborted before or meanwhile', async () => {
  const reason = new Error('stopped');
  await expect(sleep(60_000, AbortSignal.abort(reason))).rejects.toBe(reason);
  const stop = new AbortController();
  const waiting = sleep(60_000, stop.signal);
  stop.abort(reason);
  await expect(waiting).rejects.toBe(reason);
});

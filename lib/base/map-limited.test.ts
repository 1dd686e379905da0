import { setTimeout as wait } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { mapLimited } from '@/lib/base/map-limited';

it('returns results in the order of the items, and limits concurrency', async () => {
  let underWay = 0;
  let most = 0;
  const results = await mapLimited([30, 20, 10, 0], 2, async (ms) => {
    underWay += 1;
    most = Math.max(most, underWay);
    await wait(ms);
    underWay -= 1;
    return ms * 2;
  });
  expect(results).toEqual([60, 40, 20, 0]);
  expect(most).toBe(2);
  expect(await mapLimited([], 2, async () => 1)).toEqual([]);
});

it('rejects with the first error once running work has ended, and starts no more', async () => {
  const begun: number[] = [];
  const ended: number[] = [];
  const result = mapLimited([0, 1, 2, 3], 2, async (item) => {
    begun.push(item);
    if (item === 1) throw new Error('no');
    await wait(20);
    ended.push(item);
  });
  await expect(result).rejects.toThrow('no');
  expect([begun, ended]).toEqual([[0, 1], [0]]);
});

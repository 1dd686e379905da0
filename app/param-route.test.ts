import { afterEach, expect, it, vi } from 'vitest';
import { staticParams } from '@/app/param-route';

afterEach(() => vi.unstubAllEnvs());

it('lists all, and in a build that draws the rest the first alone', async () => {
  const generate = staticParams(() => [{ id: 'a' }, { id: 'b' }]);
  expect(await generate()).toEqual([{ id: 'a' }, { id: 'b' }]);
  vi.stubEnv('NEWS_FIRST_ONLY', '1');
  expect(await generate()).toEqual([{ id: 'a' }]);
  expect(await staticParams(async () => [])()).toEqual([]);
});

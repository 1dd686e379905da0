import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { isZone } from '@/lib/base/zones';
import { zoneOfWindows } from '@/lib/news/collect/windows-zones';

it('leads to zones that there are', async () => {
  const source = await readFile('lib/news/collect/windows-zones.ts', 'utf8');
  const names = [...source.matchAll(/^ {2}'?([^':]+)'?: '/gm)].map(([, name = '']) => name);
  expect(names.length).toBeGreaterThan(130);
  expect(names.filter((name) => !isZone(zoneOfWindows(name) ?? ''))).toEqual([]);
});

it('knows names in any case, and no others', () => {
  expect(zoneOfWindows('pacific standard time')).toBe('America/Los_Angeles');
  expect(zoneOfWindows('constructor')).toBeUndefined();
});

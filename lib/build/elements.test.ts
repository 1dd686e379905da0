import { createHash } from 'node:crypto';
import { brotliCompressSync } from 'node:zlib';
import { transform } from 'esbuild';
import { afterEach, expect, it, vi } from 'vitest';
import { getOwnScripts } from '@/lib/build/elements';

afterEach(() => {
  vi.unstubAllEnvs();
});

it('are named by their content, so that they may be cached forever', async () => {
  const { head, elements } = await getOwnScripts();
  const hash = (code: string) => createHash('sha256').update(code).digest('hex').slice(0, 12);
  expect(head.name).toBe(`scheme.${hash(head.code)}.js`);
  expect(elements.name).toBe(`elements.${hash(elements.code)}.js`);
});

it('need no other script, and define the pages’ elements', async () => {
  const { head, elements } = await getOwnScripts();
  for (const name of ['event-agenda', 'event-time', 'scheme-switch', 'video-player', 'copy-code']) {
    expect(elements.code).toMatch(new RegExp(`\\w\\("${name}",`));
  }
  for (const { code } of [head, elements]) {
    const { warnings } = await transform(code, { format: 'esm', target: 'es2022' });
    expect(warnings).toEqual([]);
    expect(code).not.toMatch(/\bimport\b\s*[({"'*\w]|\bexport\b\s*[{*\w]|\brequire\(/);
    expect(code).not.toContain('sourceMappingURL');
  }
});

it('contain no framework: 4 kB of both together at most, and 300 bytes before a page is rendered', async () => {
  const { head, elements } = await getOwnScripts();
  const weigh = ({ code }: { code: string }) => brotliCompressSync(code).length;
  expect(weigh(elements)).toBeGreaterThan(200);
  expect(weigh(head)).toBeLessThan(300);
  expect(weigh(head) + weigh(elements)).toBeLessThan(4_000);
});

it('put nothing into the page’s scope from the head', async () => {
  const { head } = await getOwnScripts();
  expect(head.code).toMatch(/^(?:"use strict";)?\(\(\)=>\{.*\}\)\(\);\s*$/s);
});

it('are bundled once a process', async () => {
  vi.stubEnv('NODE_ENV', 'production');
  const first = getOwnScripts();
  expect(getOwnScripts()).toBe(first);
});

it('are bundled again in dev, with the same result where nothing has changed', async () => {
  vi.stubEnv('NODE_ENV', 'development');
  const [first, second] = [getOwnScripts(), getOwnScripts()];
  expect(second).not.toBe(first);
  expect(await second).toEqual(await first);
});

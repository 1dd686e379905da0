import { createHash } from 'node:crypto';
import { transform } from 'esbuild';
import { afterEach, expect, it, vi } from 'vitest';
import { getElements } from '@/lib/build/elements';

afterEach(() => {
  vi.unstubAllEnvs();
});

it('is named by its content, so that it may be cached for ever', async () => {
  const { name, code } = await getElements();
  expect(name).toBe(`elements.${createHash('sha256').update(code).digest('hex').slice(0, 12)}.js`);
});

it('is one module that needs no other and defines the pages’ elements', async () => {
  const { code } = await getElements();
  expect(code).toContain('customElements.define("copy-code"');
  const { warnings } = await transform(code, { format: 'esm', target: 'es2022' });
  expect(warnings).toEqual([]);
  expect(code).not.toMatch(/\bimport\b\s*[({"'*\w]|\bexport\b\s*[{*\w]|\brequire\(/);
  expect(code).not.toContain('sourceMappingURL');
});

it('holds no framework: it stays small', async () => {
  const { code } = await getElements();
  expect(code.length).toBeGreaterThan(200);
  expect(code.length).toBeLessThan(20_000);
});

it('is bundled once a process', async () => {
  vi.stubEnv('NODE_ENV', 'production');
  const first = getElements();
  expect(getElements()).toBe(first);
});

it('is bundled anew in dev, to the same where nothing has changed', async () => {
  vi.stubEnv('NODE_ENV', 'development');
  const [first, second] = [getElements(), getElements()];
  expect(second).not.toBe(first);
  expect(await second).toEqual(await first);
});

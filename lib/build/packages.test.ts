import { createRequire } from 'node:module';
import { join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { untraced } from '@/lib/build/packages.mjs';

afterEach(() => {
  vi.doUnmock('node:fs');
});

it('gives the bundler a file that loads the package itself', () => {
  const { yaml, 'shiki/engine/javascript': inner } = untraced(['yaml', 'shiki/engine/javascript']) ?? {};
  const require = createRequire(import.meta.url);
  expect(require(join(process.cwd(), yaml ?? ''))).toHaveProperty('parse');
  expect(require(join(process.cwd(), inner ?? ''))).toHaveProperty('createJavaScriptRegexEngine');
});

it('gives nothing where nothing can be written, as where a built site is served in a container', async () => {
  const refuse = () => {
    throw new Error('EROFS: read-only file system');
  };
  vi.doMock('node:fs', () => ({ mkdirSync: () => undefined, writeFileSync: refuse }));
  vi.resetModules();
  const again = await import('@/lib/build/packages.mjs');
  expect(again.untraced(['yaml'])).toBeUndefined();
});

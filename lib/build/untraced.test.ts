import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { untraced } from '@/lib/build/untraced.mjs';

it('gives the bundler a file that loads the package itself', () => {
  const { yaml, 'shiki/engine/javascript': inner } = untraced(['yaml', 'shiki/engine/javascript']) ?? {};
  const require = createRequire(import.meta.url);
  expect(require(join(process.cwd(), yaml ?? ''))).toHaveProperty('parse');
  expect(require(join(process.cwd(), inner ?? ''))).toHaveProperty('createJavaScriptRegexEngine');
});

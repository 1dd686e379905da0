import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findCircles, findForbiddenImports, layers } from '@/lib/tooling/testing/architecture';

/** Every source of ours but tests, which may import what they test and what helps them. */
const sources = new Map(
  ['app', 'components', 'lib']
    .flatMap((folder) => readdirSync(folder, { recursive: true }).map((name) => join(folder, String(name))))
    .filter((path) => /\.(?:tsx?|mjs)$/.test(path) && !/\.test\.|\/examples?\//.test(path))
    .map((path) => [path, readFileSync(path, 'utf8')]),
);

describe('our sources', () => {
  it('import only what is below them', () => {
    expect(sources.size).toBeGreaterThan(300);
    expect(findForbiddenImports(sources)).toEqual([]);
  });

  it('import one another in no circle', () => {
    expect(findCircles(sources)).toEqual([]);
  });

  it('are in the folders of the plan', () => {
    const folders = readdirSync('lib').map((name) => name.replace(/\.ts$/, ''));
    expect(folders.sort()).toEqual([...layers].sort());
  });
});

describe('an import', () => {
  const reasonOf = (from: string, text: string) => findForbiddenImports(new Map([[from, text]]))[0]?.reason;

  it.each([
    ['lib/content/x.ts', "import { a } from '@/lib/mdx/y';", 'lib/mdx is above lib/content'],
    ['lib/base/x.ts', "import type { A } from '@/lib/kinds/kind';", 'lib/kinds is above lib/base'],
    ['lib/site.ts', "export { a } from '@/lib/base/urls';", 'lib/base is above lib/site'],
    ['lib/news/x.ts', "const a = await import('@/lib/build/y');", 'lib/build is above lib/news'],
    ['lib/build/x.ts', "import '@/app/layout';", 'lib never imports pages, components or tests'],
    ['lib/check/x.ts', "import { a } from '../news/main';", 'lib/news is above lib/check'],
    [
      'components/ui/x.tsx',
      "import { a } from '@/components/blog/y';",
      'a feature knows ui and itself, not the other features',
    ],
    ['components/blog/x.tsx', "import { a } from '@/lib/content/queries';", 'components get everything as props'],
    ['components/blog/x.tsx', "import { a } from '@/lib/check/check';", 'components do not know lib/check'],
    ['components/blog/x.tsx', "import { a } from '@/app/layout';", 'components never import pages or tests'],
    ['app/page.tsx', "import { a } from '@/lib/news/month';", 'app does not know lib/news'],
  ])('from %s with %s is refused', (from, text, reason) => {
    expect(reasonOf(from, text)).toBe(reason);
  });

  it.each([
    ['lib/content/x.ts', "import { a } from '@/lib/kinds/index';"],
    ['lib/base/x.ts', "import { site } from '@/lib/site';"],
    ['lib/tooling/x.ts', "import { a } from '@/e2e/sites';"],
    ['lib/check/x.ts', "import { a } from '../mdx/main';"],
    ['components/mdx/x.tsx', "import { a } from '@/components/blog/y';"],
    ['components/blog/x.tsx', "import type { A } from '@/lib/content/posts';"],
    ['app/page.tsx', "import { a } from '@/lib/content/queries';"],
    ['app/page.tsx', "import React from 'react';"],
  ])('from %s with %s is allowed', (from, text) => {
    expect(reasonOf(from, text)).toBeUndefined();
  });
});

it('finds circles of any length, of types too', () => {
  const made = new Map([
    ['lib/a.ts', "import type { B } from '@/lib/b';"],
    ['lib/b.ts', "import { c } from './c';"],
    ['lib/c.ts', "export { a } from '@/lib/a';"],
    ['lib/d.ts', "import { a } from '@/lib/a';"],
  ]);
  expect(findCircles(made)).toEqual([['lib/a.ts', 'lib/b.ts', 'lib/c.ts']]);
  expect(findCircles(new Map([...made, ['lib/c.ts', '']]))).toEqual([]);
});

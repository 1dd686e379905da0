// The import rules between folders: defined only here, and tested on every source file.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

/** The layers of `lib`, from what knows nothing to what knows all. Each may import itself and what is before it. */
const layers: readonly string[] = [
  'site-types',
  'site',
  'base',
  'kinds',
  'content',
  'mdx',
  'edition',
  'output',
  'check',
  'news',
  'build',
  'tooling',
];

/** Sources by their path from the root, with their text. */
type Sources = ReadonlyMap<string, string>;

/** An import that is not allowed. */
interface ForbiddenImport {
  readonly from: string;
  readonly to: string;
  readonly reason: string;
}

/** Imports of our own sources: static, for effect, for types alone, re-exported, or dynamic. */
const importPattern = /(?:\bfrom\s*|\bimport\s*\(?\s*)'(@\/[^']+|\.\.?\/[^']+)'/g;

/** What a source imports of ours, as paths from the root, without an ending where it is written without one. */
function importsOf(path: string, text: string): string[] {
  return [...text.matchAll(importPattern)].map(([, target = '']) =>
    target.startsWith('@/') ? target.slice(2) : new URL(target, `file:///${path}`).pathname.slice(1),
  );
}

/** Every import that goes against the layers. */
function findForbiddenImports(sources: Sources): ForbiddenImport[] {
  return [...sources].flatMap(([from, text]) =>
    importsOf(from, text).flatMap((to) => {
      const reason = reasonAgainst(from, to);
      return reason === undefined ? [] : [{ from, to, reason }];
    }),
  );
}

function reasonAgainst(from: string, to: string): string | undefined {
  const [area, part = ''] = areaOf(from);
  const [other, otherPart = ''] = areaOf(to);
  if (area === 'lib') {
    if (other !== 'lib')
      return part === 'tooling' && other === 'e2e' ? undefined : 'lib never imports pages, components or tests';
    const rank = layers.indexOf(part);
    const otherRank = layers.indexOf(otherPart);
    if (rank < 0 || otherRank < 0) return `lib has no folder "${rank < 0 ? part : otherPart}"`;
    return otherRank > rank ? `lib/${otherPart} is above lib/${part}` : undefined;
  }
  if (area === 'components') {
    if (other === 'lib') {
      if (isQuery(to)) return 'components get everything as props';
      return layers.indexOf(otherPart) > layers.indexOf('output')
        ? `components do not know lib/${otherPart}`
        : undefined;
    }
    if (other !== 'components') return 'components never import pages or tests';
    // What a post and a list are made of: these know every feature.
    if (part === otherPart || part === 'mdx' || otherPart === 'ui' || !otherPart || !part) return undefined;
    return 'a feature knows ui and itself, not the other features';
  }
  if (area === 'app' && other === 'lib') {
    return ['news', 'tooling'].includes(otherPart) ? `app does not know lib/${otherPart}` : undefined;
  }
  return area === 'app' && other === 'e2e' ? 'app never imports tests' : undefined;
}

/** The two outermost folders of a path; of a file that is directly in the outermost, its name: `lib/site.ts` is `site`. */
function areaOf(path: string): string[] {
  const [area = '', part = '', ...rest] = path.split('/');
  return [area, rest.length > 0 || area === 'lib' ? part.replace(/\.\w+$/, '') : ''];
}

function isQuery(path: string): boolean {
  return /^lib\/content\/(?:queries|load)$/.test(path);
}

/** The imports of each source, as keys of `sources`. */
function graphOf(sources: Sources): Map<string, string[]> {
  const endings = ['', '.ts', '.tsx', '.mjs'];
  return new Map(
    [...sources].map(([path, text]) => [
      path,
      importsOf(path, text).flatMap(
        (target) => endings.map((ending) => target + ending).find((name) => sources.has(name)) ?? [],
      ),
    ]),
  );
}

/** Sets of sources that import one another in a circle, imports of types included; each sorted. */
function findCircles(sources: Sources): string[][] {
  const graph = graphOf(sources);
  const reachable = new Map([...graph.keys()].map((start) => [start, reach(graph, start)]));
  const seen = new Set<string>();
  return [...graph.keys()].sort().flatMap((path) => {
    if (seen.has(path) || !reachable.get(path)?.has(path)) return [];
    const circle = [...(reachable.get(path) ?? [])].filter((other) => reachable.get(other)?.has(path)).sort();
    for (const each of circle) seen.add(each);
    return [circle];
  });
}

function reach(graph: ReadonlyMap<string, readonly string[]>, start: string): Set<string> {
  const found = new Set<string>();
  const open = [...(graph.get(start) ?? [])];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (found.has(next)) continue;
    found.add(next);
    open.push(...(graph.get(next) ?? []));
  }
  return found;
}

/** Every source of ours but tests, which may import what they test and what helps them. */
const sources = new Map(
  ['app', 'components', 'lib']
    .flatMap((folder) => readdirSync(folder, { recursive: true }).map((name) => join(folder, String(name))))
    .filter((path) => /\.(?:tsx?|mjs)$/.test(path) && !/\.test\.|\/examples?\//.test(path))
    .map((path) => [path, readFileSync(path, 'utf8')]),
);

describe('our sources', () => {
  it('import only lower layers', () => {
    expect(sources.size).toBeGreaterThan(300);
    expect(findForbiddenImports(sources)).toEqual([]);
  });

  it('have no circular imports', () => {
    expect(findCircles(sources)).toEqual([]);
  });

  it('name this community in lib/site.ts alone', () => {
    const named = [...sources].filter(([path, text]) => {
      return !path.includes('/fixtures/') && /flux|weave|gitops|\bcontrollers?\b|bug[ -]scrub/i.test(text);
    });
    expect(named.map(([path]) => path).filter((path) => path !== 'lib/site.ts')).toEqual([]);
  });

  it('are in known folders', () => {
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
  ])('from %s with %s is rejected', (from, text, reason) => {
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

it('finds circular imports of any length, including types', () => {
  const made = new Map([
    ['lib/a.ts', "import type { B } from '@/lib/b';"],
    ['lib/b.ts', "import { c } from './c';"],
    ['lib/c.ts', "export { a } from '@/lib/a';"],
    ['lib/d.ts', "import { a } from '@/lib/a';"],
  ]);
  expect(findCircles(made)).toEqual([['lib/a.ts', 'lib/b.ts', 'lib/c.ts']]);
  expect(findCircles(new Map([...made, ['lib/c.ts', '']]))).toEqual([]);
});

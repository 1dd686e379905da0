import { describe, expect, it } from 'vitest';
import { isMatch, mergeHeaders } from '@/lib/output/export/host-files';
import type { PlannedHeaders } from '@/lib/output/export/plan-export';

const webp = { 'content-type': 'image/webp', 'cache-control': 'immutable' };
const png = { 'content-type': 'image/png', 'cache-control': 'no-cache' };
const feed = { 'content-type': 'application/xml' };
const rule = (path: string, headers: Record<string, string>): PlannedHeaders => ({ path, headers });
const pathsOf = (rules: readonly PlannedHeaders[]) => rules.map(({ path }) => path);

describe('mergeHeaders', () => {
  it('merges rules by file extension or name, and keeps the others', () => {
    const rules = [
      rule('/n/*', { 'x-a': 'b' }),
      rule('/n/blog/2024/06/a/x.webp', webp),
      rule('/n/blog/2024/06/b/y.webp', { 'cache-control': 'immutable', 'content-type': 'image/webp' }),
      rule('/n/blog/2024/06/b/y.png', png),
      rule('/n/tags/a/feed.xml', feed),
      rule('/n/tags/b/feed.xml', feed),
      rule('/n/tags/b/atom.xml', { ...feed, 'x-b': 'c' }),
      rule('/n/feed.xml', feed),
    ];
    const merged = mergeHeaders(rules, [], '/n');
    expect(pathsOf(merged)).toEqual([
      '/n/*',
      '/n/blog/*.webp',
      '/n/tags/*/feed.xml',
      '/n/blog/2024/06/b/y.png',
      '/n/tags/b/atom.xml',
      '/n/feed.xml',
    ]);
    // Each address keeps its headers, from one rule in addition to the general ones.
    for (const { path, headers } of rules.slice(1)) {
      const found = merged.slice(1).filter((each) => isMatch(each.path, path));
      expect(
        found.map((each) => each.headers),
        path,
      ).toEqual([headers]);
    }
  });

  it('never changes the headers of another address', () => {
    const rules = [
      rule('/blog/a/x.webp', webp),
      rule('/blog/b/y.webp', webp),
      rule('/blog/c/z.webp', { ...webp, 'cache-control': 'no-cache' }),
    ];
    expect(pathsOf(mergeHeaders(rules, [], ''))).toEqual(pathsOf(rules));
    expect(pathsOf(mergeHeaders(rules.slice(0, 2), ['/blog/public.webp'], ''))).toEqual(pathsOf(rules.slice(0, 2)));
    expect(pathsOf(mergeHeaders(rules.slice(0, 2), ['/other/public.webp'], ''))).toEqual(['/blog/*.webp']);
  });

  it('covers no address twice', () => {
    const rules = ['/t/a/b.xml', '/t/c/b.xml', '/t/a/d.xml'].map((path) => rule(path, feed));
    expect(pathsOf(mergeHeaders(rules, [], ''))).toEqual(['/t/*.xml']);
    expect(pathsOf(mergeHeaders(rules.slice(1, 2), [], ''))).toEqual(['/t/c/b.xml']);
  });
});

it('matches a star like hosts do', () => {
  expect(isMatch('/a/*.b', '/a/c/d.b')).toBe(true);
  expect(isMatch('/a/*', '/a/')).toBe(true);
  expect(isMatch('/a', '/a')).toBe(true);
  expect(isMatch('/a/*/b', '/a/b')).toBe(false);
  expect(isMatch('/a', '/a/b')).toBe(false);
});

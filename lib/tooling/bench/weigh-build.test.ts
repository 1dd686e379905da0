import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { excessOf, heaviestOfKinds, loadedBy, type PageWeight, weighBuild } from '@/lib/tooling/bench/weigh-build';

const dirs: string[] = [];
afterAll(() => Promise.all(dirs.map((dir) => rm(dir, { recursive: true }))));

/** A build of these files; pages by route. */
async function buildOf(files: Readonly<Record<string, string>>, routes: Readonly<Record<string, string>>) {
  const dist = await mkdtemp(join(tmpdir(), 'news-weigh-'));
  dirs.push(dist);
  const manifest = Object.fromEntries(
    Object.entries(routes).map(([route, srcRoute]) => [route, { routeType: 'page', srcRoute }]),
  );
  for (const [name, text] of [
    ...Object.entries(files),
    ['prerender-manifest.json', JSON.stringify({ routes: manifest })] as const,
  ]) {
    await mkdir(dirname(join(dist, name)), { recursive: true });
    await writeFile(join(dist, name), text);
  }
  return dist;
}

describe('weighBuild', () => {
  it('adds up what a page loads, below a sub-path', async () => {
    const dist = await buildOf(
      {
        'server/app/blog/2022/03/february-update.html':
          '<link rel="stylesheet" href="/news/_next/static/chunks/a.css"/><script src="/news/elements/scheme.1.js"></script>',
        'static/chunks/a.css': 'p{order:1}',
        'server/app/elements/scheme.1.js.body': 'x()',
      },
      { '/blog/2022/03/february-update': '/blog/[year]/[month]/[slug]' },
    );
    const [page] = await weighBuild(dist, '/news');
    expect(page).toMatchObject({ kind: 'edition', path: '/blog/2022/03/february-update/', requests: 3, limit: 14_600 });
    expect(page?.css).toBeGreaterThan(0);
    expect(page?.scripts).toBeGreaterThan(0);
    expect(page && excessOf(page)).toEqual([]);
  });

  it('identifies a page by its route', async () => {
    const dist = await buildOf(
      {
        'server/app/index.html': '<p>',
        'server/app/events/a.html': '<p>',
        'server/app/events/b.html': '<p>longer text',
      },
      { '/': '/', '/events/a': '/events/[id]', '/events/b': '/events/[id]' },
    );
    const kinds = heaviestOfKinds(await weighBuild(dist, ''));
    expect(kinds.map(({ kind, path, limit }) => [kind, path, limit])).toEqual([
      ['/', '/', 20_000],
      ['/events/[id]', '/events/b/', 25_000],
    ]);
  });
});

describe('excessOf', () => {
  const light: PageWeight = {
    path: '/',
    kind: '/',
    html: 10_000,
    css: 10_000,
    scripts: 4_000,
    requests: 4,
    limit: 20_000,
    scriptUrls: ['/elements/elements.1.js'],
  };

  it('accepts a page at its limit', () => {
    expect(excessOf(light)).toEqual([]);
  });

  it.each([
    [{ html: 10_001 }, '20001 bytes'],
    [{ scripts: 4_001 }, 'scripts of 4001'],
    [{ requests: 5 }, '5 requests'],
    [{ scriptUrls: ['/_next/static/chunks/main.js'] }, '/_next/static/chunks/main.js'],
  ] as const)('reports what exceeds the limit: %o', (difference, words) => {
    expect(excessOf({ ...light, ...difference })).toEqual([expect.stringContaining(words)]);
  });
});

it('finds sheets, scripts and preloads of scripts', () => {
  const html =
    '<link rel="stylesheet" href="/a.css"/><link rel="icon" href="/i.svg"/><script src="/s.js"></script>' +
    '<script type="application/ld+json">{}</script><link rel="preload" as="script" href="/p.js"/><link rel="modulepreload" href="/m.js"/>';
  expect(loadedBy(html)).toEqual({ sheets: ['/a.css'], scripts: ['/s.js', '/p.js', '/m.js'] });
});

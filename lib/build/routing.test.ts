import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { headers, redirects, rewrites } from '@/lib/build/routing.mjs';

const site = { basePath: '', isDev: false, isPreview: false };

describe('rewrites', () => {
  const destinationOf = (source: string, state: Partial<typeof site>, devPort?: string) =>
    rewrites({ ...site, ...state }, devPort).beforeFiles.find((each) => each.source === source)?.destination;

  it('lead to the server of dev only where there is one', () => {
    expect(destinationOf('/__news/:file', { isDev: true }, '4001')).toBe('http://127.0.0.1:4001/:file');
    expect(destinationOf('/__news/:file', {})).toBeUndefined();
  });
});

describe('headers', () => {
  const namesOf = (state: Partial<typeof site>) =>
    headers({ ...site, ...state }).flatMap((rule) => rule.headers.map(({ key }) => key));

  it('have the policy except in dev, where the framework’s own scripts run', () => {
    expect(namesOf({})).toEqual(expect.arrayContaining(['Content-Security-Policy', 'Speculation-Rules']));
    expect(namesOf({ isDev: true })).toEqual([]);
  });

  it('keep previews out of search engines, and no other site', () => {
    expect(namesOf({ isPreview: true })).toContain('X-Robots-Tag');
    expect(namesOf({})).not.toContain('X-Robots-Tag');
  });
});

describe('redirects', () => {
  it('have the old addresses of posts below a sub-path, as plain text, and elsewhere leave them to the route', () => {
    const folder = mkdtempSync(join(tmpdir(), 'news-routing-'));
    const file = join(folder, 'aliases.json');
    try {
      writeFileSync(file, JSON.stringify([['/old (1).html/', '/news/blog/2024/05/ü-v2.3.0+1(a):b/']]));
      expect(redirects({ ...site, basePath: '/news' }, file)).toContainEqual({
        source: '/old%20\\(1\\)\\.html',
        destination: '/news/blog/2024/05/%C3%BC-v2.3.0%2B1%28a%29%3Ab/',
        permanent: true,
      });
      expect(JSON.stringify(redirects(site, file))).not.toContain('old');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

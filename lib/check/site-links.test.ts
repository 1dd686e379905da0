import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkSiteLinks } from '@/lib/check/site-links';

const context = {
  paths: new Set(['/', '/blog/', '/community/', '/feed.xml']),
  suggest: (path: string) => (path === '/blgo/' ? '/blog/' : undefined),
};

/** The diagnostics where a list has one address. */
function problemsOf(list: 'navigation' | 'channels' | 'waysToJoin', url: string) {
  return checkSiteLinks(context, { navigation: [], channels: [], waysToJoin: [], [list]: [{ url }] });
}

describe('an address in lib/site.ts', () => {
  it.each([
    ['navigation', '/blgo/', 'there is no page "/blgo/"', 'did you mean /blog/?'],
    ['channels', '/chat/', 'there is no page "/chat/"', 'correct it, or write the full https: address'],
    ['waysToJoin', '/chat/?a=b#c', 'there is no page "/chat/"', 'correct it, or write the full https: address'],
    [
      'navigation',
      'https://example.org/',
      '"https://example.org/" in the navigation is not a path of this site',
      'write one such as /blog/, or use channels',
    ],
    [
      'navigation',
      '//example.org/',
      '"//example.org/" in the navigation is not a path of this site',
      'write one such as /blog/, or use channels',
    ],
  ] as const)('of the %s that is %s is an error', async (list, url, message, fix) => {
    expect(await problemsOf(list, url)).toEqual([
      { severity: 'error', code: 'link/unknown-page', message, fix, file: 'lib/site.ts', line: 1, column: 1 },
    ]);
  });

  it.each([
    ['navigation', '/blog/'],
    ['navigation', '/'],
    ['channels', '/feed.xml'],
    ['channels', 'https://example.org/chat/'],
    ['waysToJoin', '/community/#join'],
    ['waysToJoin', '/favicon.svg'],
  ] as const)('of the %s that is %s is accepted', async (list, url) => {
    expect(await problemsOf(list, url)).toEqual([]);
  });

  it('is reported at its line', async () => {
    const lines = readFileSync('lib/site.ts', 'utf8').split('\n');
    const line = lines.findIndex((text) => text.includes("url: '/")) + 1;
    const column = (lines[line - 1] ?? '').indexOf("'/") + 1;
    const problems = await checkSiteLinks({ ...context, paths: new Set() });
    expect(problems[0]).toMatchObject({ file: 'lib/site.ts', line, column });
  });
});

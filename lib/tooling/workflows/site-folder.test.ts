import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeContent } from '@/lib/tooling/testing/fixtures/content-folder';
import { compareSites, readSiteFolder } from '@/lib/tooling/workflows/site-folder';

async function compare(before: Record<string, string>, after: Record<string, string>) {
  const [one, two] = await Promise.all([writeContent(before), writeContent(after)]);
  return compareSites(await readSiteFolder(one.dir), await readSiteFolder(two.dir));
}

const page = (text: string, css = 'a1') => `<link rel="stylesheet" href="/_next/static/${css}.css"/><p>${text}</p>`;
const refresh = '<meta http-equiv="refresh" content="0; url=/new/">';

describe('compareSites', () => {
  it('finds new, changed and removed pages', async () => {
    const difference = await compare(
      { 'index.html': page('home'), 'blog/index.html': page('list'), 'old/index.html': page('old'), 'a.ics': 'A' },
      { 'index.html': page('home'), 'blog/index.html': page('lists'), 'new/index.html': page('new'), 'a.ics': 'B' },
    );
    expect(difference).toEqual({
      added: [{ address: '/new/', after: expect.any(Number), joins: [] }],
      changed: [{ address: '/blog/', before: expect.any(Number), after: expect.any(Number) }],
      gone: [{ address: '/old/', before: expect.any(Number) }],
      files: ['/a.ics'],
    });
  });

  it('finds no difference where only the names of style sheets and scripts differ', async () => {
    const elements = (hash: string) => `<script src="/elements/elements.${hash}.js"></script>`;
    expect(
      await compare(
        { 'index.html': page('x', 'a1') + elements('aa') },
        { 'index.html': page('x', 'b2') + elements('bb') },
      ),
    ).toEqual({ added: [], changed: [], gone: [], files: [] });
  });

  it('counts a redirect neither as removed nor as new', async () => {
    const difference = await compare(
      { 'a/index.html': page('a') },
      { 'a/index.html': refresh, 'b/index.html': refresh },
    );
    expect(difference).toMatchObject({ added: [], gone: [] });
  });

  it('names the lists, feeds and calendars that a new page joins', async () => {
    const { added } = await compare(
      { 'index.html': 'x', 'other/index.html': 'x' },
      {
        'index.html': '<a href="/events/a/">A</a>',
        'other/index.html': '<a href="/events/a/b/">no</a>',
        'events/a/index.html': '<link rel="canonical" href="https://x.example/events/a/">',
        'events.ics': 'URL:https://x.example/eve\r\n nts/a/\r\nEND',
        'feed.xml': '<link>https://x.example/events/a/</link>',
      },
    );
    expect(added.map(({ joins }) => joins)).toEqual([['/', '/events.ics', '/feed.xml']]);
  });

  it('weighs a page with its style sheets, once each', async () => {
    const weightOf = async (html: string, files: Record<string, string> = {}) =>
      (await compare({}, { 'index.html': html, ...files })).added[0]?.after ?? 0;
    const css = { '_next/static/a1.css': 'p{color:red}'.repeat(9) };
    expect(await weightOf(page('x'), css)).toBeGreaterThan(await weightOf(page('x')));
    const twice = page('x') + page('x');
    expect((await weightOf(twice, css)) - (await weightOf(twice))).toBe(
      (await weightOf(page('x'), css)) - (await weightOf(page('x'))),
    );
  });

  it.each([
    ['../secret.css', false],
    ['_next/../../secret.css', false],
    ['%2e%2e/secret.css', false],
    ['_next/../secret.css', true],
  ])('reads a style sheet named %s: %s', async (path, isRead) => {
    const html = `<link rel="stylesheet" href="/${path}"/>`;
    const weightOf = async (files: Record<string, string>) => {
      const { dir } = await writeContent(files);
      const { added } = await compareSites(
        await readSiteFolder(join(dir, 'none')),
        await readSiteFolder(join(dir, 'site')),
      );
      return added[0]?.after ?? 0;
    };
    const site = { 'none/x.png': '', 'site/index.html': html };
    const alone = await weightOf(site);
    // Outside of the site, and inside.
    const secret = await weightOf({ ...site, 'secret.css': 'p{}', 'site/secret.css': 'p{}' });
    expect(secret > alone).toBe(isRead);
  });
});

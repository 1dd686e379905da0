import { describe, expect, it } from 'vitest';
import { writeContent } from '@/lib/tooling/testing/content-folder';
import { compareSites, readSiteFolder } from '@/lib/tooling/workflows/site-folder';

async function compare(before: Record<string, string>, after: Record<string, string>) {
  const [one, two] = await Promise.all([writeContent(before), writeContent(after)]);
  return compareSites(await readSiteFolder(one.dir), await readSiteFolder(two.dir));
}

const page = (text: string, css = 'a1') => `<link rel="stylesheet" href="/_next/static/${css}.css"/><p>${text}</p>`;
const refresh = '<meta http-equiv="refresh" content="0; url=/new/">';

describe('compareSites', () => {
  it('tells what came, changed and went', async () => {
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

  it('does not call an address gone that now leads elsewhere, nor new what leads elsewhere', async () => {
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

  it('weighs a page with its style sheets, once each, and nothing outside the folder', async () => {
    const css = { '_next/static/a1.css': 'p{color:red}'.repeat(9) };
    const weightOf = async (files: Record<string, string>) => (await compare({}, files)).added[0]?.after ?? 0;
    const alone = await weightOf({ 'index.html': page('x') });
    const styled = await weightOf({ 'index.html': page('x'), ...css });
    expect(styled).toBeGreaterThan(alone);
    expect(await weightOf({ 'index.html': page('x', '../../../x') })).toBeLessThan(alone + 10);
  });
});

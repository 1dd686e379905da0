import { parseFeed } from '@rowanmanning/feed-parser';
import RssParser from 'rss-parser';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { origin } from '@/lib/base/urls';
import { type FeedEntry, toFeed } from '@/lib/output/feeds/feed';
import { renderAtom, renderJsonFeed, renderRss } from '@/lib/output/feeds/render-feed';

const entry: FeedEntry = {
  path: '/blog/2022/03/a/',
  title: 'A post',
  html: '<p>Hello &amp; welcome.</p>',
  description: 'What it says.',
  published: new Date('2022-03-01T00:00:00Z'),
  updated: new Date('2022-03-04T00:00:00Z'),
  authors: [{ name: 'Ann', path: '/people/ann/' }],
  tags: ['news'],
  lang: undefined,
  picture: '/blog/2022/03/a/graph.png',
};
const hostile: FeedEntry = {
  ...entry,
  path: '/blog/2022/02/b/',
  title: '<script>alert(1)</script> ]]> & \u0000\u0007 \ud800 “x”',
  html: '<p>Ends ]]&gt; early ]]> here \u000b \udfff</p>',
  description: ']]> <b>',
  tags: ['a & b', '<i>'],
  authors: [{ name: 'Eve <eve@example.org> & co', path: undefined }],
  published: new Date('2022-02-01T00:00:00Z'),
  updated: new Date('2022-02-01T00:00:00Z'),
};
const made = (...entries: FeedEntry[]) =>
  toFeed({ title: 'News', description: 'All of it.', page: '/', folder: '/', entries });

function isWellFormed(xml: string): boolean {
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
  return true;
}

describe('toFeed', () => {
  it.each([
    ['a later change unchanged', '2022-03-04', '2022-03-04'],
    ['a change before the publication as the publication', '2022-02-01', '2022-03-01'],
  ])('gives %s', (_, updated, expected) => {
    const [item] = made({ ...entry, updated: new Date(updated) }).items;
    expect(item).toMatchObject({ published: new Date('2022-03-01'), updated: new Date(expected) });
  });
});

describe.each([
  ['RSS', renderRss],
  ['Atom', renderAtom],
])('%s', (_, render) => {
  it.each([
    ['of nothing', []],
    ['of a post', [entry]],
    ['of hostile text', [entry, hostile]],
  ])('is well-formed, and two independent parsers agree on one %s', async (_name, entries) => {
    const xml = render(made(...entries));
    expect(isWellFormed(xml)).toBe(true);
    const one = parseFeed(xml);
    const two = await new RssParser().parseString(xml);
    expect(one.title).toBe('News');
    expect(two.title?.trim()).toBe('News');
    expect(one.items.map(({ url }) => url)).toEqual(entries.map(({ path }) => origin() + path));
    expect(two.items.map(({ link }) => link?.trim())).toEqual(entries.map(({ path }) => origin() + path));
    expect(one.items.map(({ title }) => title)).toEqual(two.items.map(({ title }) => title?.trim()));
    expect(one.items.map(({ published }) => published?.toISOString())).toEqual(
      entries.map(({ published }) => published.toISOString()),
    );
  });

  it('has whole posts and unchanged text', async () => {
    const xml = render(made(entry, hostile));
    const [first, second] = parseFeed(xml).items;
    // The other parser decodes what it finds once more.
    const contents = (await new RssParser().parseString(xml)).items.map((item) =>
      String(item['content:encoded'] ?? item.content).trim(),
    );
    expect(contents).toEqual([entry.html, '<p>Ends ]]&gt; early ]]> here  \ufffd</p>']);
    expect(first?.id).toBe(`${origin()}/blog/2022/03/a/`);
    expect(xml).toContain('updated>2022-03-04T00:00:00.000Z</');
    expect(xml).not.toMatch(/>\s+<!\[CDATA\[/);
    expect(first?.authors.map(({ name }) => name)).toEqual(['Ann']);
    expect(second?.title).toBe('<script>alert(1)</script> ]]> & \ufffd “x”');
    expect(second?.categories.map(({ term }) => term)).toEqual(['a & b', '<i>']);
  });

  it('does not contain the time of the build', () => {
    expect(render(made(entry))).toBe(render(made(entry)));
    expect(render(made(entry))).not.toContain(String(new Date().getUTCFullYear()));
  });
});

describe('JSON Feed', () => {
  it('has what version 1.1 requires', () => {
    const feed = JSON.parse(renderJsonFeed(made(entry, hostile)));
    expect(feed).toMatchObject({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'News',
      home_page_url: `${origin()}/`,
      feed_url: `${origin()}/feed.json`,
      items: [
        {
          id: `${origin()}/blog/2022/03/a/`,
          content_html: entry.html,
          date_published: '2022-03-01T00:00:00.000Z',
          date_modified: '2022-03-04T00:00:00.000Z',
          image: `${origin()}/blog/2022/03/a/graph.png`,
          tags: ['news'],
        },
        { title: '<script>alert(1)</script> ]]> & \ufffd “x”' },
      ],
    });
  });

  it('has a list of items even if it is empty', () => {
    expect(JSON.parse(renderJsonFeed(made())).items).toEqual([]);
  });
});

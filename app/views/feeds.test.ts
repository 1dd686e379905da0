// What comes out at the other end for content that is hard to handle: feeds, lists and texts that keep their rules.
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { GET as llms } from '@/app/llms.txt/route.file';
import { feedNames, formatOf, serveFeed } from '@/app/serve-feed';
import { publishedAt, toEntry } from '@/app/views/feed-entries';
import { authorFeed, authorIds, eventsFeed, postsFeed, releasesFeed, tagFeed } from '@/app/views/feeds';
import { toPostFacts } from '@/app/views/post-views';
import { sitemapPages } from '@/app/views/sitemap-pages';
import { atomProblems, jsonFeedProblems, rssProblems } from '@/e2e/feed-rules';
import { jsonLdProblems } from '@/e2e/json-ld-rules';
import { toHref } from '@/lib/base/urls';
import { check } from '@/lib/check/check';
import { getContent } from '@/lib/content/queries';
import { event as eventKind } from '@/lib/kinds/event/kind';
import type { FeedSource } from '@/lib/output/feeds/feed';
import { toJsonLd } from '@/lib/output/seo/json-ld';
import { pageMetadata } from '@/lib/output/seo/page-metadata';
import { postJsonLd } from '@/lib/output/seo/site-json-ld';
import { writeContent } from '@/lib/tooling/testing/fixtures/content-folder';

const problemsOf = { rss: rssProblems, atom: atomProblems, json: jsonFeedProblems } as const;

/** How a feed breaks the rules of its formats. */
async function feedProblems(source: FeedSource | undefined): Promise<string[]> {
  const found: string[] = [];
  for (const name of feedNames) {
    const format = formatOf(name) ?? 'rss';
    const text = await serveFeed(source, format).text();
    found.push(
      ...problemsOf[format](text, toHref((source?.folder ?? '') + name)).map((problem) => `${name}: ${problem}`),
    );
  }
  return found;
}

async function open(files: Readonly<Record<string, string>>) {
  const { dir } = await writeContent(files);
  vi.stubEnv('CONTENT_DIR', dir);
  return { dir, content: await getContent(), problems: (await check(dir)).problems };
}

const post = (title: string, ...fields: string[]) =>
  ['---', `title: ${JSON.stringify(title)}`, ...fields, '---', '', 'Hello.', ''].join('\n');

beforeEach(() => {
  vi.stubEnv('NEWS_NOW', '2026-11-22T12:00:00Z');
  vi.stubEnv('NEWS_PREVIEW', '0');
});

describe('a post', () => {
  it.each([
    ['with no tags, no author and no description', post('A post', 'date: 2022-03-01'), 0],
    ['by somebody without an entry', post('A post', 'date: 2022-03-01', 'author: Nobody We Know'), 0],
    ['with a title of 300 characters', post('<b>'.repeat(100), 'date: 2022-03-01'), 0],
    [
      'in Arabic with signs of every kind',
      post('مرحبا ]]> & 🎉 <i>', 'date: 2022-03-01', 'lang: ar', 'tags: [أخبار]'),
      0,
    ],
    ['with tags with a slash, an accent, Chinese', post('A', 'date: 2022-03-01', 'tags: [CI/CD, Café, 发布]'), 0],
    ['with one tag in two ways', post('A', 'date: 2022-03-01', 'tags: [Security, security]'), 1],
  ])('%s has feeds, a head and structured data that keep their rules', async (_, text, warnings) => {
    const { content, problems } = await open({ 'blog/2022/03/a.md': text });
    expect(problems.map(({ code }) => code)).toEqual(Array(warnings).fill('tag/spelling'));
    expect(content.posts).toHaveLength(1);
    expect(await feedProblems(await postsFeed())).toEqual([]);
    for (const tag of content.tags.values()) expect(await feedProblems(await tagFeed(tag))).toEqual([]);
    for (const each of content.posts) {
      const facts = toPostFacts(each, content);
      expect(pageMetadata({ ...facts, article: facts })).toMatchObject({
        title: facts.title,
        alternates: { canonical: toHref(each.url) },
      });
      expect(jsonLdProblems(toJsonLd(postJsonLd(facts)))).toEqual([]);
    }
    expect(await llms().then((answer) => answer.text())).toContain('index.md');
  });
});

describe('a post in another language than the site', () => {
  it('says so in feeds, and one in the site’s does not', async () => {
    await open({
      'blog/2022/03/a.md': post('A', 'date: 2022-03-02', 'lang: ar'),
      'blog/2022/03/b.md': post('B', 'date: 2022-03-01'),
    });
    const { entries } = await postsFeed();
    expect(entries.map(({ html }) => html)).toEqual(['<div lang="ar" dir="auto"><p>Hello.</p></div>', '<p>Hello.</p>']);
  });
});

describe('tags', () => {
  it('that differ by case only are one page and one warning', async () => {
    const { content, problems } = await open({
      'blog/2022/03/a.md': post('A', 'date: 2022-03-01', 'tags: [Security]'),
      'blog/2022/03/b.md': post('B', 'date: 2022-03-02', 'tags: [security]'),
      'blog/2022/03/c.md': post('C', 'date: 2022-03-03', 'tags: [security, other]'),
    });
    expect([...content.tags].map(([slug, { posts }]) => [slug, posts.length])).toEqual([
      ['security', 3],
      ['other', 1],
    ]);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ severity: 'warning', code: 'tag/spelling', line: 4 });
    expect(problems[0]?.message).toContain('"security", "Security"');
  });
});

describe('an empty site', () => {
  it('has valid empty feeds and a sitemap', async () => {
    const { content, problems } = await open({});
    expect(problems).toEqual([]);
    expect(content.tags.size).toBe(0);
    expect(await authorIds()).toEqual([]);
    for (const source of [await postsFeed(), await releasesFeed(), await eventsFeed()]) {
      expect(source?.entries).toEqual([]);
      expect(await feedProblems(source)).toEqual([]);
    }
    expect((await sitemapPages()).map(({ href }) => href)).toContain(toHref('/'));
    expect((await sitemapPages()).every(({ changed }) => changed === undefined)).toBe(true);
  });
});

describe('ids of feeds', () => {
  const moved = {
    'blog/2022/04/new-name.md': post(
      'A',
      'date: 2022-03-01',
      'aliases: [/blog/2022/03/old-name/, /blog/2020/01/other/]',
    ),
  };
  const idOf = async () => (await serveFeed(await postsFeed(), 'json').json()).items[0]?.id;

  it('stay what they were when a post that was published moves, and are its own address before', async () => {
    await open({ ...moved, 'published/2022-03.txt': '/blog/2022/03/old-name/\n' });
    expect(await idOf()).toBe('https://news.example/blog/2022/03/old-name/');
    expect(await feedProblems(await postsFeed())).toEqual([]);
    await open(moved);
    expect(await idOf()).toBe('https://news.example/blog/2022/04/new-name/');
  });

  it('are the same wherever the site is served', async () => {
    await open(moved);
    vi.stubEnv('SITE_URL', 'https://elsewhere.example');
    const [item] = (await serveFeed(await postsFeed(), 'json').json()).items;
    expect(item).toMatchObject({
      id: 'https://news.example/blog/2022/04/new-name/',
      url: 'https://elsewhere.example/blog/2022/04/new-name/',
    });
    expect(await feedProblems(await postsFeed())).toEqual([]);
  });
});

describe('what is withdrawn or corrected', () => {
  it('leaves feeds, tags, authors, sitemap and texts; a correction is a change that feeds report', async () => {
    const { content } = await open({
      'blog/2022/03/a.md': post('Gone', 'date: 2022-03-01', 'tags: [gone]', 'author: ann', 'withdrawn: It lost data.'),
      'blog/2022/03/b.md': post(
        'Kept',
        'date: 2022-03-01',
        ...['author: ben', 'corrections:', '  - date: 2022-03-09', '    text: The number was wrong.'],
      ),
      'people/ann.yaml': 'name: Ann\n',
      'people/ben.yaml': 'name: Ben\n',
    });
    expect(content.postByUrl.get('/blog/2022/03/a/')?.withdrawn).toBe('It lost data.');
    const { entries } = await postsFeed();
    expect(entries.map(({ title }) => title)).toEqual(['Kept']);
    expect(entries[0]?.updated).toEqual(new Date('2022-03-09T00:00:00Z'));
    expect(entries[0]?.html).toContain('Correction, 9 March 2022');
    expect([...content.tags]).toEqual([]);
    expect(await authorIds()).toEqual(['ben']);
    expect(await authorFeed('ann')).toBeUndefined();
    const pages = await sitemapPages();
    expect(pages.find(({ href }) => href === toHref('/blog/2022/03/a/'))).toBeUndefined();
    expect(pages.find(({ href }) => href === toHref('/blog/2022/03/b/'))?.changed).toEqual(
      new Date('2022-03-09T00:00:00Z'),
    );
    expect(await llms().then((answer) => answer.text())).not.toContain('Gone');
  });
});

it('shows a series in the feed of events with the first of its dates, wherever it takes place', async () => {
  const series = (zone: string) =>
    `title: In ${zone}\nkind: meeting\nstart: 2022-03-03T20:00\nzone: ${zone}\nrepeats: FREQ=WEEKLY\n`;
  const { content } = await open({
    'events/a.yaml': series('America/Los_Angeles'),
    'events/b.yaml': series('Asia/Tokyo'),
  });
  for (const entry of content.community.events) {
    const published = publishedAt(eventKind, entry, content) as Date;
    expect(toEntry(eventKind, entry, published, content).html).toContain('Thursday, 3 March 2022');
  }
});

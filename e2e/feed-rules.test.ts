import { describe, expect, it } from 'vitest';
import { atomProblems, contentProblems, jsonFeedProblems, rssProblems } from '@/e2e/feed-rules';
import { origin } from '@/lib/base/urls';
import { type FeedEntry, toFeed } from '@/lib/output/feeds/feed';
import { renderAtom, renderJsonFeed, renderRss } from '@/lib/output/feeds/render-feed';

const entry: FeedEntry = {
  path: '/blog/2022/03/a/',
  title: 'A post',
  html: '<p>Hello.</p>',
  description: 'What it says.',
  published: new Date('2022-03-01T00:00:00Z'),
  updated: new Date('2022-03-04T00:00:00Z'),
  authors: [{ name: 'Ann', path: '/people/ann/' }],
  tags: ['news'],
  lang: 'fr',
  picture: '/blog/2022/03/a/graph.png',
};
const bare: FeedEntry = {
  ...entry,
  path: '/blog/2022/02/b/',
  title: '',
  html: '',
  description: undefined,
  authors: [],
  tags: [],
  picture: undefined,
};
const feed = (...entries: FeedEntry[]) =>
  toFeed({ title: 'News', description: 'All of it.', page: '/', folder: '/', entries });

describe.each([
  ['Atom', renderAtom, atomProblems, `${origin()}/atom.xml`],
  ['RSS', renderRss, rssProblems, `${origin()}/feed.xml`],
  ['JSON Feed', renderJsonFeed, jsonFeedProblems, `${origin()}/feed.json`],
] as const)('%s', (name, render, problems, self) => {
  it.each([
    ['of nothing', []],
    ['of a post', [entry]],
    ['of a post without tags, author, summary, title and text', [bare]],
    ['of both', [entry, bare]],
  ])('keeps the rules %s', (_, entries) => {
    expect(problems(render(feed(...entries)), self)).toEqual([]);
  });

  const good = render(feed(entry));
  it.each([
    ['another place', (text: string) => text, `${self}x`],
    ['two entries of one id', () => render(feed(entry, entry)), self],
    ['a relative picture', () => render(feed({ ...entry, html: '<img src="a.png" alt="">' })), self],
    ['a class', () => render(feed({ ...entry, html: '<p class="x">x</p>' })), self],
    ['a relative address', (text: string) => text.replaceAll(/(>|")https:[^<"]*\/blog\/2022\/03\/a\//g, '$1/a/'), self],
    ['no date', (text: string) => text.replaceAll('2022', 'MMXXII'), self],
    ['no title', (text: string) => text.replace(/<title[^>]*>.*?<\/title>|"title": "News",/s, ''), self],
  ])('reports a broken rule with %s', (_, spoil, place) => {
    const spoilt = spoil(good);
    expect(problems(spoilt, place)).not.toEqual([]);
    expect(problems(good, self), name).toEqual([]);
  });
});

describe('contentProblems', () => {
  it.each([
    ['<script>x</script>', '<p>x</p>'],
    ['<a href="/a/">x</a>', '<a href="https://e.example/a/">x</a>'],
    ['<a href="javascript:x()">x</a>', '<a href="mailto:a@e.example">x</a>'],
    ['<img src="https://e.example/a.png">', '<img src="https://e.example/a.png" alt="">'],
    ['<p style="x">x</p>', '<p lang="fr">x</p>'],
    ['<p onclick="x()">x</p>', '<p dir="rtl">x</p>'],
    ['<copy-code>x</copy-code>', '<pre><code>x</code></pre>'],
  ])('refuses %s and takes %s', (bad, good) => {
    expect(contentProblems(bad, 'x')).toHaveLength(1);
    expect(contentProblems(good, 'x')).toEqual([]);
  });
});

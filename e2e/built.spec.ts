// Checks every file of a build: valid HTML, structured data, valid feeds, and no hidden content.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseFeed } from '@rowanmanning/feed-parser';
import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import { expect, test } from 'playwright/test';
import RssParser from 'rss-parser';
import { builtPages, distDir } from '@/e2e/built-pages';
import { atomProblems, jsonFeedProblems, rssProblems } from '@/e2e/feed-rules';
import { ask } from '@/e2e/http';
import { jsonLdProblems } from '@/e2e/json-ld-rules';
import { community, empty, fixtures, own, preview, type Site } from '@/e2e/sites';

const html = new HtmlValidate(
  new StaticConfigLoader({
    root: true,
    extends: ['html-validate:recommended'],
    rules: {
      // HTML knows no case in names of attributes, and no `/` in void elements; React writes both, and `=""` for what is empty.
      // What holds no component is HTML before React sees it, and has `checked` alone: the two writers differ, and are both right.
      'attr-case': 'off',
      'void-style': 'off',
      'attribute-empty-style': ['error', { style: 'empty' }],
      'attribute-boolean-style': 'off',
      // HTML asks of an id that there is no white space in it. Ours hold versions and the words of headings.
      'valid-id': ['error', { relaxed: true }],
      // Titles are their authors', and cut nowhere: who shows them knows the room.
      'long-title': 'off',
      // Several texts of one field, such as speakers, have one name.
      'form-dup-name': 'off',
      // ARIA lets lists have names.
      'aria-label-misuse': ['error', { allowAnyNamable: true }],
    },
  }),
);

for (const site of [own, community, fixtures, preview, empty]) {
  test(`every page of ${site.name} passes html-validate`, async () => {
    const found: string[] = [];
    for (const { path, file } of await builtPages(site)) {
      const { results } = await html.validateString(await readFile(file, 'utf8'));
      for (const { line, column, ruleId, message } of results.flatMap(({ messages }) => messages)) {
        found.push(`${path}:${line}:${column}: ${ruleId}: ${message}`);
      }
    }
    expect(found).toEqual([]);
  });
}

for (const site of [community, fixtures, preview, empty]) {
  test.describe(`what was built of ${site.name}`, () => {
    test('structured data is complete on every page', async () => {
      const found: string[] = [];
      const kinds = new Set<string>();
      for (const { path, file } of await builtPages(site)) {
        const page = await readFile(file, 'utf8');
        for (const [, json = ''] of page.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)) {
          kinds.add(String(JSON.parse(json)['@type']));
          found.push(...jsonLdProblems(json).map((problem) => `${path}: ${problem}`));
        }
      }
      expect(found).toEqual([]);
      const wanted = ['BlogPosting', 'BreadcrumbList', 'Event', 'Organization', 'SoftwareApplication'];
      expect([...kinds].sort()).toEqual(site === empty ? ['Organization'] : wanted);
    });

    test('every feed is valid, and two independent parsers read the same entries', async () => {
      const feeds = await feedsOf(site);
      expect(feeds.length).toBeGreaterThan(site === empty ? 8 : 20);
      const found: string[] = [];
      for (const path of feeds) {
        const { body, status } = await ask(site.origin, path);
        expect(status, path).toBe(200);
        // The address of old subscribers says that the feed lives at the front page's.
        const self = site.publicOrigin + path.replace(/\/blog\/index\.xml$/, '/feed.xml');
        const problemsOf = path.endsWith('.json')
          ? jsonFeedProblems
          : path.endsWith('atom.xml')
            ? atomProblems
            : rssProblems;
        found.push(...problemsOf(body, self).map((problem) => `${path}: ${problem}`));
        // Neither of the two reads JSON feeds; for those the rules must do.
        if (path.endsWith('.json')) continue;
        const one = parseFeed(body).items.map(({ url, title }) => ({ url, title }));
        const two = (await new RssParser().parseString(body)).items.map(({ link, title }) => ({ url: link, title }));
        expect(two, path).toEqual(one);
        expect(
          parseFeed(body).items.every(({ content }) => content),
          path,
        ).toBe(true);
      }
      expect(found).toEqual([]);
    });
  });
}

/** Every feed that was built, by its address on the server. */
async function feedsOf(site: Site): Promise<string[]> {
  const folder = join(distDir(site), 'server', 'app');
  const names = await readdir(folder, { recursive: true });
  return names
    .filter((name) => /(?:^|\/)(?:feed\.xml|atom\.xml|feed\.json|blog\/index\.xml)\.body$/.test(name))
    .map((name) => encodeURI(`${site.basePath}/${name.replace(/\.body$/, '')}`))
    .sort();
}

test('no built file has hidden content: pages, feeds, calendars, data, Markdown, search index', async () => {
  const hidden =
    /A draft that nobody may see|Words of a draft|A picture of a draft|A post for the year 2031|Words of a scheduled|A picture of a scheduled|hidden-(?:draft|scheduled|featured|tag)/;
  const withdrawn = /Withdrawn words that nobody|Its words are not to be read|withdrawn-tag/;
  const folder = distDir(fixtures);
  const names = (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    // The caches of the build and its lists of files that it has read are served to nobody.
    .filter((name) => !name.startsWith(join(folder, 'cache')) && !name.endsWith('.nft.json'));
  expect(names.some((name) => name.endsWith('feed.xml.body'))).toBe(true);
  expect(names.some((name) => name.includes(join('as-markdown', '2024', '06', 'kitchen-sink.body')))).toBe(true);
  const leaks: string[] = [];
  for (const name of names) {
    const text = await readFile(name, 'latin1');
    if (hidden.test(name) || hidden.test(text)) leaks.push(name);
    if (withdrawn.test(name) || withdrawn.test(text)) leaks.push(name);
  }
  expect(leaks).toEqual([]);
});

for (const path of [
  '/feed.xml',
  '/atom.xml',
  '/feed.json',
  '/blog/index.xml',
  '/tags/release/feed.xml',
  '/people/sample-writer/atom.xml',
  '/releases/tool/feed.json',
  '/events/feed.xml',
  '/events.ics',
  '/events/far-talk.ics',
  '/events/kind/meeting.ics',
  '/data/posts.json',
  '/data/events.json',
  '/sitemap.xml',
  '/llms.txt',
  '/blog/2024/06/kitchen-sink/index.md',
]) {
  test(`asked again with its tag, the answer is 304, and with another the text: ${path}`, async () => {
    const whole = await ask(fixtures.origin, path);
    const tag = whole.headers.get('etag') ?? '';
    expect(tag).toMatch(/^W\/"/);
    expect(whole.headers.get('cache-control')).toMatch(/^public, max-age=\d+/);
    const again = await ask(fixtures.origin, path, 'GET', { 'if-none-match': tag });
    expect([again.status, again.body]).toEqual([304, '']);
    // RFC 9110, section 15.4.5: what a cache needs comes with it.
    expect(again.headers.get('etag')).toBe(tag);
    expect(again.headers.get('cache-control')).toBe(whole.headers.get('cache-control'));
    expect((await ask(fixtures.origin, path, 'HEAD', { 'if-none-match': tag })).status).toBe(304);
    const other = await ask(fixtures.origin, path, 'GET', { 'if-none-match': 'W/"another"' });
    expect([other.status, other.body]).toEqual([200, whole.body]);
  });
}

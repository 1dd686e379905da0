// Crawls each whole site once: every link works, hidden content cannot be found, and search engines get the right metadata.
import { expect, test } from 'playwright/test';
import sharp from 'sharp';
import { type Crawl, cardOf, crawl } from '@/e2e/crawl';
import { ask } from '@/e2e/http';
import { answerProblems } from '@/e2e/route-table';
import { fixtures, own, preview, type Site } from '@/e2e/sites';

const publicPosts = [
  '/blog/2026/11/edition/',
  '/blog/2026/11/recent-notes/',
  '/blog/2026/10/by-path/',
  '/blog/2024/06/kitchen-sink/',
  '/blog/2024/06/kitchen-sink-mdx/',
  '/blog/2024/05/tool-v2.3.0/',
  '/blog/2024/05/headings/',
  '/blog/2024/04/no-final-slash/',
  encodeURI('/blog/2024/03/配置同步-工具-1.0-发布/'),
  '/blog/2024/02/arabic-setup/',
  '/blog/2024/01/long-title/',
  '/blog/2023/02/newer-name/',
  '/blog/2022/07/filler-two/',
  '/blog/2022/06/filler-one/',
  '/blog/2020/03/evergreen-guide/',
  '/blog/2019/07/dated-by-utc/',
];
const hiddenPosts = ['/blog/2026/10/hidden-draft/', '/blog/2031/01/hidden-scheduled/'];
const hiddenWords =
  /A draft that nobody may see|Words of a draft|A post for the year 2031|Words of a scheduled|hidden-/;
const postForm = /^\/blog\/\d{4}\/\d{2}\/[^/]+\/$/;

/** The page of a post that was withdrawn keeps its address and leaves search results: the one `noindex` of production. */
const withdrawn = /<p>This post has been withdrawn\.<\/p>/;

const crawls = new Map<Site, Promise<Crawl>>();

/** A site, read once for all tests of this process. */
function read(site: Site): Promise<Crawl> {
  const known = crawls.get(site) ?? crawl(site);
  crawls.set(site, known);
  return known;
}

for (const site of [own, fixtures, preview]) {
  test.describe(`the whole of ${site.name}`, () => {
    // All tests share one crawl, which is also the first to request most social cards.
    test.describe.configure({ mode: 'default', timeout: 180_000 });

    test('every link, picture, script and style sheet responds with 200, without a redirect', async () => {
      const { found, references } = await read(site);
      const broken = references
        .map((reference) => ({ ...reference, status: found.get(reference.target)?.answer.status }))
        .filter(({ status }) => status !== 200)
        // Once is enough: a broken link of the navigation is on every page.
        .filter(({ target }, index, all) => all.findIndex((other) => other.target === target) === index)
        .map(({ from, place, written, status }) => `${from}: ${place} ${written} answers ${status}`);
      expect(broken).toEqual([]);
    });

    test('every #fragment is the id of something on its page', async () => {
      const { found, references } = await read(site);
      const broken = references
        .filter(({ target, fragment }) => fragment !== '' && !found.get(target)?.ids.includes(fragment))
        .map(({ from, written }) => `${from}: ${written}`);
      expect(broken).toEqual([]);
      expect(references.some(({ fragment }) => fragment !== '')).toBe(true);
    });

    test('every id is unique on its page', async () => {
      const { found } = await read(site);
      const twice = [...found].flatMap(([path, { ids }]) =>
        ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `${path}: ${id}`),
      );
      expect(twice).toEqual([]);
    });

    test('pages load nothing from other origins', async () => {
      expect((await read(site)).loadedFromElsewhere).toEqual([]);
    });

    test('no response names the software, and no page redirects to another site', async () => {
      const { found } = await read(site);
      const bad = [...found].flatMap(([path, { answer }]) =>
        answerProblems(site, answer).map((what) => `${path}: ${what}`),
      );
      expect(bad).toEqual([]);
    });

    test('every address is below the sub-path', async () => {
      const { references } = await read(site);
      const outside = references.filter(({ target }) => !target.startsWith(`${site.basePath}/`));
      expect(outside.map(({ from, place, written }) => `${from}: ${place} ${written}`)).toEqual([]);
    });

    test('every page names its own address as the canonical one', async () => {
      const { found } = await read(site);
      const pages = [...found].filter(([, { page }]) => page);
      const canonical = pages.map(([path, { answer }]) => [
        path,
        /<link rel="canonical" href="([^"]*)"/.exec(answer.body)?.[1],
      ]);
      expect(canonical).toEqual(pages.map(([path]) => [path, site.publicOrigin + path]));
    });

    test('variants of pictures are as wide as srcset says', async () => {
      const { found } = await read(site);
      const sets = [...found.values()].flatMap(({ answer, page }) =>
        page ? [...answer.body.matchAll(/ srcset="([^"]+)"/gi)].map(([, set = '']) => set) : [],
      );
      const candidates = new Set(sets.flatMap((set) => set.split(', ')));
      for (const candidate of candidates) {
        const [address = '', width = ''] = candidate.split(' ');
        const answer = found.get(address)?.answer;
        expect.soft(answer?.headers.get('content-type'), candidate).toBe('image/webp');
        expect.soft(answer?.headers.get('cache-control'), candidate).toContain('immutable');
        expect.soft(`${(await sharp(answer?.bytes).metadata()).width}w`, candidate).toBe(width);
      }
      if (site !== own) expect(candidates.size).toBeGreaterThan(10);
    });

    test('the pages’ own scripts may be cached for ever', async () => {
      const { found, references } = await read(site);
      const scripts = new Set(references.map(({ target }) => target).filter((target) => target.includes('/elements/')));
      // Those of the search and of forms are loaded on their own pages alone.
      if (site !== own) expect(scripts.size).toBe(4);
      for (const script of scripts) {
        expect(script).toMatch(/\/elements\/(?:elements|scheme|search|contribute)\.[0-9a-f]{8,}\.js$/);
        const { headers } = found.get(script)?.answer ?? {};
        expect(headers?.get('content-type')).toBe('text/javascript; charset=utf-8');
        expect(headers?.get('cache-control')).toBe('public, max-age=31536000, immutable');
        expect(headers?.get('x-content-type-options')).toBe('nosniff');
      }
    });

    if (site === preview) testPreview();
    else testPublic(site);
    if (site === fixtures) testFixtures();
  });
}

function testPreview(): void {
  test('a preview shows the hidden posts as well, each with its banner', async () => {
    const { found, reachable } = await read(preview);
    const paths = [...reachable].map((path) => path.slice(preview.basePath.length));
    expect(paths.filter((path) => postForm.test(path)).sort()).toEqual([...publicPosts, ...hiddenPosts].sort());
    for (const [path, { answer }] of found) {
      const isHidden = hiddenPosts.includes(path.slice(preview.basePath.length));
      expect(/aria-label="Preview"/.test(answer.body), path).toBe(isHidden);
    }
  });

  test('search engines may not index a preview', async () => {
    const { found } = await read(preview);
    expect(found.size).toBeGreaterThan(50);
    for (const [path, { answer }] of found) expect(answer.headers.get('x-robots-tag'), path).toBe('noindex');
    const robots = await ask(preview.origin, '/news/robots.txt');
    expect(robots.body).toMatch(/^User-agent: \*\nDisallow: \/\n/);
  });
}

function testPublic(site: Site): void {
  test(`${site.name} does not keep search engines away`, async () => {
    const { found } = await read(site);
    expect(found.size).toBeGreaterThan(site === own ? 10 : 50);
    for (const [path, { answer, page }] of found) {
      expect(answer.headers.has('x-robots-tag'), path).toBe(false);
      // What the page of a withdrawn post says is in the language of our own site.
      if (page && (path === '/' || (site !== own && !withdrawn.test(answer.body)))) {
        expect(answer.body, path).not.toMatch(/noindex|<meta[^>]*\bname="(?:robots|googlebot)"/i);
      }
    }
    expect((await ask(site.origin, '/robots.txt')).body).toMatch(/^User-agent: \*\nDisallow:\n\nSitemap: \S+\n$/);
  });
}

function testFixtures(): void {
  test('every public post, and no other, can be reached from the home page', async () => {
    const { reachable } = await read(fixtures);
    expect([...reachable].filter((path) => postForm.test(path)).sort()).toEqual([...publicPosts].sort());
  });

  test('no response contains a word of a hidden post', async () => {
    const { found } = await read(fixtures);
    const leaks = [...found].filter(([, { answer }]) => hiddenWords.test(answer.body)).map(([path]) => path);
    expect(leaks).toEqual([]);
  });

  test('the list shows each public post once, newest first', async () => {
    const { found } = await read(fixtures);
    const shown = ['/blog/', '/blog/page/2/'].flatMap((path) => {
      const main = /<main[\s\S]*<\/main>/.exec(found.get(path)?.answer.body ?? '')?.[0] ?? '';
      return [...main.matchAll(/<h2[^>]*><a href="([^"]+)"/g)].map(([, address]) => address);
    });
    expect(shown).toEqual(publicPosts);
  });

  test('every page has a social card that exists, with its size and alt text', async () => {
    const { found } = await read(fixtures);
    const list = JSON.parse((await ask(fixtures.origin, '/cards/all.json')).body) as { cards: Record<string, unknown> };
    const pages = [...found].filter(([, { page, answer }]) => page && answer.status === 200);
    expect(pages.length).toBeGreaterThan(30);
    for (const [path, { answer }] of pages) {
      expect.soft(Object.keys(list.cards), path).toContain(decodeURI(cardOf(answer).replace(/\?.*/, '')));
      expect.soft(answer.body, path).toMatch(/<meta property="og:image:alt" content="[^"]+"/);
      expect.soft(answer.body, path).toContain('<meta property="og:image:width" content="1200"');
      expect.soft(answer.body, path).toContain('<meta property="og:image:height" content="630"');
      expect.soft(answer.body, path).toContain('<meta name="twitter:card" content="summary_large_image"');
    }
  });
}

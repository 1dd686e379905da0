// Every kind of address, asked of the real server: status, type, redirects; then each whole site, link by link.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import sharp from 'sharp';
import { type Crawl, crawl } from '@/e2e/crawl';
import { type Answer, ask } from '@/e2e/http';
import { findBreaches, parseRouteTable, readersText } from '@/e2e/route-table';
import { fixtures, own, preview, type Site, sites } from '@/e2e/sites';
import { site as community } from '@/lib/site';

const folder = join(import.meta.dirname, 'routes');

for (const file of readdirSync(folder).filter((name) => name.endsWith('.txt'))) {
  const site = sites.find(({ name }) => `${name}.txt` === file);
  if (!site) throw new Error(`e2e/routes/${file} is named after no site of e2e/sites.ts`);
  test.describe(`addresses of ${site.name}`, () => {
    for (const route of parseRouteTable(readFileSync(join(folder, file), 'utf8'), `e2e/routes/${file}`)) {
      test(`${route.method} ${route.path} (line ${route.line})`, async () => {
        const answer = await ask(site.origin, route.path, route.method);
        expect(findBreaches(route, answer).join('\n')).toBe('');
        expect(indecencies(site, answer)).toEqual([]);
      });
    }
  });
}

/** What no answer of the site may do. */
function indecencies(site: Site, { status, headers }: Answer): string[] {
  const location = headers.get('location');
  const target = location === undefined ? undefined : new URL(location, `${site.origin}/`);
  return [
    ...(headers.has('x-powered-by') ? [`X-Powered-By: ${headers.get('x-powered-by')}`] : []),
    ...(target && target.origin !== site.origin ? [`sends readers to ${target.href}`] : []),
    ...(status >= 300 && status < 400 && status !== 304 && !target ? [`${status} without a Location`] : []),
  ];
}

const crawls = new Map<Site, Promise<Crawl>>();

/** A site, read once for all tests of this process. */
function read(site: Site): Promise<Crawl> {
  const known = crawls.get(site) ?? crawl(site);
  crawls.set(site, known);
  return known;
}

for (const site of [own, fixtures, preview]) {
  test.describe(`the whole of ${site.name}`, () => {
    test.describe.configure({ mode: 'default' });

    test('every link, picture, script and style sheet answers 200 at once', async () => {
      const { found, references } = await read(site);
      const broken = references
        .map((reference) => ({ ...reference, status: found.get(reference.target)?.answer.status }))
        .filter(({ status }) => status !== 200)
        // Once is enough: a broken link of the navigation stands on every page.
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

    test('no id stands on a page twice', async () => {
      const { found } = await read(site);
      const twice = [...found].flatMap(([path, { ids }]) =>
        ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `${path}: ${id}`),
      );
      expect(twice).toEqual([]);
    });

    test('pages load nothing from another origin', async () => {
      expect((await read(site)).loadedFromElsewhere).toEqual([]);
    });

    test('nothing says what it is powered by, nothing sends readers away', async () => {
      const { found } = await read(site);
      const bad = [...found].flatMap(([path, { answer }]) =>
        indecencies(site, answer).map((what) => `${path}: ${what}`),
      );
      expect(bad).toEqual([]);
    });

    test('every address lies below the sub-path', async () => {
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
      expect(canonical).toEqual(pages.map(([path]) => [path, community.origin + path]));
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
      // The search's is loaded on its own page alone.
      expect(scripts.size).toBe(3);
      for (const script of scripts) {
        expect(script).toMatch(/\/elements\/(?:elements|scheme|search)\.[0-9a-f]{8,}\.js$/);
        const { headers } = found.get(script)?.answer ?? {};
        expect(headers?.get('content-type')).toBe('text/javascript; charset=utf-8');
        expect(headers?.get('cache-control')).toBe('public, max-age=31536000, immutable');
        expect(headers?.get('x-content-type-options')).toBe('nosniff');
      }
    });
  });
}

test.describe('what can be reached', () => {
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

  test('readers find every public post from the home page, and no other', async () => {
    const { reachable } = await read(fixtures);
    expect([...reachable].filter((path) => postForm.test(path)).sort()).toEqual([...publicPosts].sort());
  });

  test('nothing that readers get holds a word of a hidden post', async () => {
    const { found } = await read(fixtures);
    const leaks = [...found].filter(([, { answer }]) => hiddenWords.test(answer.body)).map(([path]) => path);
    expect(leaks).toEqual([]);
  });

  test('a preview shows the hidden posts as well, each with its banner', async () => {
    const { found, reachable } = await read(preview);
    const paths = [...reachable].map((path) => path.slice(preview.basePath.length));
    expect(paths.filter((path) => postForm.test(path)).sort()).toEqual([...publicPosts, ...hiddenPosts].sort());
    for (const [path, { answer }] of found) {
      const isHidden = hiddenPosts.includes(path.slice(preview.basePath.length));
      expect(/aria-label="Preview"/.test(answer.body), path).toBe(isHidden);
    }
  });

  test('the list shows each public post once, newest first', async () => {
    const { found } = await read(fixtures);
    const shown = ['/blog/', '/blog/page/2/'].flatMap((path) => {
      const main = /<main[\s\S]*<\/main>/.exec(found.get(path)?.answer.body ?? '')?.[0] ?? '';
      return [...main.matchAll(/<h2[^>]*><a href="([^"]+)"/g)].map(([, address]) => address);
    });
    expect(shown).toEqual(publicPosts);
  });
});

test.describe('route tables', () => {
  const answer = (status: number, body: string, headers: Record<string, string> = {}): Answer => ({
    status,
    body,
    bytes: Buffer.from(body),
    headers: new Map(Object.entries(headers)),
  });

  test('read requests, expectations and comments', () => {
    const table = '# why\nGET /a/\nstatus == 200\n# which\nbody contains two words\n\n\nHEAD //b\nheader X-A !~ ^c$\n';
    const [first, second] = parseRouteTable(table, 'x.txt');
    expect(first).toMatchObject({ line: 2, method: 'GET', path: '/a/' });
    expect(first?.expectations.map(({ line, wanted }) => [line, wanted])).toEqual([
      [3, '200'],
      [5, 'two words'],
    ]);
    expect(second).toMatchObject({
      line: 8,
      method: 'HEAD',
      path: '//b',
      expectations: [{ name: 'x-a', operator: '!~' }],
    });
  });

  for (const [what, table, message] of [
    ['no request', 'status == 200\n', 'x.txt:1: "status == 200" is no request'],
    ['an unknown method', 'FETCH /\nstatus == 200\n', 'x.txt:1: "FETCH /" is no request'],
    ['two requests in a block', 'GET /a/\nGET /b/\n', 'x.txt:2: "GET /b/" is no expectation'],
    ['an unknown subject', 'GET /\ncode == 200\n', 'x.txt:2: "code == 200" is no expectation'],
    ['an unknown operator', 'GET /\nstatus = 200\n', 'x.txt:2: "=" is no operator'],
    ['no status', 'GET /\nstatus == OK\n', 'x.txt:2: "OK" is no status'],
    ['a pattern that is none', 'GET /\nbody ~ (\n', 'x.txt:2: /(/ is no regular expression'],
    ['what every answer holds', 'GET /\nbody contains \n', 'x.txt:2: "body contains" is true of every answer'],
    ['a request without expectations', 'GET /a/\n\nGET /b/\nstatus == 200\n', 'x.txt:1: GET /a/ expects nothing'],
    [
      'one request twice',
      'GET /\nstatus == 200\n\nGET /\nstatus == 200\n',
      'x.txt:4: GET / is asked in line 1 already',
    ],
    ['nothing at all', '# nothing\n', 'x.txt:1: there is no request in this table'],
  ] as const) {
    test(`refuse ${what}`, () => {
      expect(() => parseRouteTable(table, 'x.txt')).toThrow(message);
    });
  }

  for (const [line, good, bad] of [
    ['status == 200', answer(200, ''), answer(404, '')],
    ['status != 200', answer(404, ''), answer(200, '')],
    ['status ~ ^[45]', answer(500, ''), answer(200, '')],
    ['redirect == /a/', answer(308, '', { location: '/a/' }), answer(200, '', { location: '/a/' })],
    ['header X-A ==', answer(200, ''), answer(200, '', { 'x-a': 'b' })],
    ['header X-A !~ b', answer(200, '', { 'x-a': 'c' }), answer(200, '', { 'x-a': 'abc' })],
    ['body contains <b>', answer(200, 'a<b>c'), answer(200, 'abc')],
    ['body !contains <b>', answer(200, 'abc'), answer(200, 'a<b>c')],
    ['text contains a b', answer(200, '<p>a\n<b>b</b>'), answer(200, '<p>a<!-- --><script>a b</script>')],
  ] as const) {
    test(`"${line}" can be met and can be breached`, () => {
      const [route] = parseRouteTable(`GET /\n${line}`, 'x.txt');
      if (!route) throw new Error('there is no route');
      expect(findBreaches(route, good)).toEqual([]);
      expect(findBreaches(route, bad)).toHaveLength(1);
    });
  }

  test('read a page as its words', () => {
    expect(readersText('<title>T</title><style>p{}</style><p>one <!-- -->two&amp;</p><script>no</script>')).toBe(
      'Tone two&',
    );
  });
});

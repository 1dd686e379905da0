import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { keepFile, readKept } from '@/lib/base/build-cache';
import { formatDiagnostic } from '@/lib/base/diagnostic';
import { isPublicAddress } from '@/lib/base/http/public-address';
import { type Machines, publicMachines } from '@/lib/base/http/request';
import { checkExternal, type ExternalSettings } from '@/lib/check/external/external';
import { loadContent } from '@/lib/content/load';
import { postText, writeContent } from '@/lib/tooling/testing/fixtures/content-folder';
import { answer, type Page } from '@/lib/tooling/testing/fixtures/fake-server';
import { startWeb, type TestWeb } from '@/lib/tooling/testing/fixtures/fake-web';

/** Checks a post with a line for each link: the first is on line 6. */
async function checkLinks(web: TestWeb, links: readonly string[], given: Partial<ExternalSettings> = {}) {
  const { dir, shown } = await writeContent({
    'blog/2022/03/a.md': postText({ body: links.map((link) => `- [a](${link})\n`).join('') }),
  });
  const reported: string[] = [];
  const settings = { ...web.settings, ...given };
  const result = await checkExternal(
    await loadContent(dir),
    () => true,
    (text) => reported.push(text),
    settings,
  );
  const file = shown('blog/2022/03/a.md');
  const lines = result.problems.map((problem) => formatDiagnostic(problem).replace(`${file}:`, ''));
  return { ...result, lines, reported };
}

/** Sends an answer a piece at a time, without an end. */
function drip(response: Parameters<Page>[1]): void {
  const timer = setInterval(() => response.write(' '), 30);
  response.on('close', () => clearInterval(timer));
}

const to = (web: () => TestWeb, status: number, name: string, path: string): Page => {
  return (request, response, count) => answer(status, { location: web().at(name, path) })(request, response, count);
};

describe('a link', () => {
  it('is not reported if HEAD succeeds', async () => {
    const web = await startWeb({ '/': answer(200), '/no-content': answer(204) });
    const { lines, counts } = await checkLinks(web, [
      web.at('a', '/#part'),
      web.at('a', '/'),
      web.at('a', '/no-content'),
    ]);
    expect(lines).toEqual([]);
    expect(counts).toMatchObject({ links: 2, good: 2, dead: 0 });
    expect(web.asked).toEqual(['HEAD a/', 'HEAD a/no-content']);
  });

  it('is reported as dead, with its place, if the page does not exist', async () => {
    const web = await startWeb({ '/': answer(200), '/gone': answer(410) });
    const { lines } = await checkLinks(web, [web.at('a', '/'), web.at('a', '/404'), web.at('a', '/gone')]);
    expect(lines).toEqual([
      `7:3: warning external/dead: "${web.at('a', '/404')}" responds with 404 (fix: correct it, or remove the link)`,
      `8:3: warning external/dead: "${web.at('a', '/gone')}" responds with 410 (fix: correct it, or remove the link)`,
    ]);
  });

  it('is reported at each of its places but requested once', async () => {
    const web = await startWeb({});
    const { lines } = await checkLinks(web, [web.at('a', '/x'), web.at('a', '/x#one')]);
    expect(lines.map((line) => line.slice(0, 3))).toEqual(['6:3', '7:3']);
    expect(web.asked).toEqual(['HEAD a/x', 'GET a/x', expect.stringMatching(/^GET archive/)]);
  });

  it.each([400, 403, 404, 405, 501])('is requested with GET if HEAD fails with %d', async (status) => {
    const web = await startWeb({
      '/': (request, response) => void response.writeHead(request.method === 'HEAD' ? status : 200).end('text'),
    });
    expect((await checkLinks(web, [web.at('a', '/')])).lines).toEqual([]);
    expect(web.asked).toEqual(['HEAD a/', 'GET a/']);
  });

  it('is requested with GET straight away if the host does not support HEAD', async () => {
    const only: Page = (request, response) => void response.writeHead(request.method === 'HEAD' ? 405 : 200).end();
    const web = await startWeb({ '/1': only, '/2': only });
    await checkLinks(web, [web.at('a', '/1'), web.at('a', '/2')]);
    // The second was begun when the answer of the first was not known: at most one HEAD each.
    expect(web.asked.filter((line) => line.startsWith('GET'))).toHaveLength(2);
  });

  it('is not dead if the page requires a browser or an account', async () => {
    const web = await startWeb({ '/bots': answer(403), '/login': answer(401), '/linkedin': answer(999) });
    const { lines, counts } = await checkLinks(
      web,
      ['/bots', '/login', '/linkedin'].map((path) => web.at('a', path)),
    );
    expect(lines).toEqual([]);
    expect(counts).toMatchObject({ closed: 3 });
  });

  it('is retried after a 5xx response', async () => {
    const web = await startWeb({ '/': (_, response, count) => void response.writeHead(count < 2 ? 503 : 200).end() });
    expect((await checkLinks(web, [web.at('a', '/')])).lines).toEqual([]);
    expect(web.asked).toEqual(['HEAD a/', 'GET a/', 'GET a/']);
  });

  it('is failing if every attempt ends in a 5xx response', async () => {
    const web = await startWeb({ '/': answer(502) });
    const { lines } = await checkLinks(web, [web.at('a', '/')]);
    expect(lines).toEqual([
      `6:3: warning external/failing: "${web.at('a', '/')}" responds with 502 (fix: try again later; if it still fails, correct it, or remove the link)`,
    ]);
    expect(web.asked.filter((line) => line.endsWith(' a/'))).toHaveLength(3);
  });

  it('is failing if the host does not respond or closes the connection', async () => {
    const web = await startWeb({ '/hang': () => {}, '/close': (request) => void request.socket.destroy() });
    const { lines } = await checkLinks(web, [web.at('a', '/hang'), web.at('b', '/close')]);
    expect(lines[0]).toContain('external/failing');
    expect(lines[0]).toContain('does not respond: no response within 0.4 s');
    expect(lines[1]).toContain('does not respond: it closed the connection before the response was complete');
  });

  it('is good if the host closes the connection only once', async () => {
    const web = await startWeb({
      '/': (request, response, count) => void (count === 0 ? request.socket.destroy() : response.writeHead(200).end()),
    });
    expect((await checkLinks(web, [web.at('a', '/')])).lines).toEqual([]);
  });

  it('is dead if the host name does not resolve', async () => {
    const web = await startWeb({ '/': answer(200) });
    const { lines } = await checkLinks(web, ['https://nobody.invalid/', web.at('a', '/')]);
    expect(lines).toEqual([
      expect.stringContaining('external/dead: "https://nobody.invalid/" does not exist: its host name does not exist'),
    ]);
  });

  it('is failing if the response is not HTTP', async () => {
    const web = await startWeb({
      '/': (request) => void request.socket.end('220 mail.example ready\r\n'),
      '/ok': answer(200),
    });
    const { lines } = await checkLinks(web, [web.at('a', '/'), web.at('b', '/ok')]);
    expect(lines).toEqual([expect.stringContaining('its response is not valid HTTP')]);
  });
});

describe('a host that limits requests', () => {
  it('is retried after the time in Retry-After', async () => {
    let first = 0;
    let second = 0;
    const web = await startWeb({
      '/': (_, response, count) => {
        if (count === 0) first = performance.now();
        else second = performance.now();
        response.writeHead(count === 0 ? 429 : 200, { 'retry-after': '1' }).end();
      },
      '/other': answer(200),
    });
    const { lines } = await checkLinks(web, [web.at('a', '/'), web.at('a', '/other')]);
    expect(lines).toEqual([]);
    expect(second - first).toBeGreaterThan(900);
    // No other request goes to this host in the meantime.
    expect(web.asked.slice(0, 1)).toEqual(['HEAD a/']);
  });

  it('is not requested again if Retry-After exceeds the time limit, and its links are not reported', async () => {
    const web = await startWeb({ '/': answer(429, { 'retry-after': '86400' }), '/other': answer(404) });
    const { lines, counts, reported } = await checkLinks(web, [web.at('a', '/'), web.at('a', '/other')]);
    expect(lines).toEqual([]);
    expect(counts).toMatchObject({ unasked: 2, dead: 0 });
    expect(web.asked).toEqual(['HEAD a/']);
    expect(reported.at(-1)).toMatch(/2 not checked \(a\.test accepts no requests until [\d-]+ [\d:]+ UTC\)$/);
  });

  it('causes no report for a link that keeps responding with 429', async () => {
    const web = await startWeb({ '/': answer(429) });
    const { lines, counts } = await checkLinks(web, [web.at('a', '/')]);
    expect(lines).toEqual([]);
    expect(counts).toMatchObject({ unasked: 1 });
  });
});

describe('a link that redirects', () => {
  it('has moved if all redirects are permanent, and the fix keeps the fragment', async () => {
    const web: TestWeb = await startWeb({
      'a/': to(() => web, 301, 'b', '/1'),
      'b/1': to(() => web, 308, 'b', '/2'),
      'b/2': answer(200),
    });
    const { lines } = await checkLinks(web, [web.at('a', '/#part')]);
    const [a, b, c] = [web.at('a', '/'), web.at('b', '/1'), web.at('b', '/2')];
    expect(lines).toEqual([
      `6:3: warning external/moved: "${a}" has moved permanently: ${a} → ${b} → ${c} (fix: write ${c}#part)`,
    ]);
  });

  it('has moved as far as the permanent redirects go', async () => {
    const web: TestWeb = await startWeb({
      'a/': to(() => web, 301, 'b', '/1'),
      'b/1': to(() => web, 302, 'b', '/2'),
      'b/2': answer(200),
    });
    const { lines } = await checkLinks(web, [web.at('a', '/')]);
    expect(lines[0]).toContain(`(fix: write ${web.at('b', '/1')})`);
  });

  it('has not moved if the redirect is temporary', async () => {
    const web: TestWeb = await startWeb({ 'a/': to(() => web, 302, 'b', '/2'), 'b/2': answer(200) });
    expect((await checkLinks(web, [web.at('a', '/')])).lines).toEqual([]);
  });

  it('is reported if it redirects to a home page', async () => {
    const web: TestWeb = await startWeb({ 'a/deep': to(() => web, 301, 'a', '/'), 'a/': answer(200) });
    const { lines } = await checkLinks(web, [web.at('a', '/deep')]);
    expect(lines[0]).toContain(`now leads to the home page "${web.at('a', '/')}" (fix: check that`);
  });

  it('is dead if the last address does not exist', async () => {
    const web: TestWeb = await startWeb({ 'a/': to(() => web, 301, 'b', '/none'), 'a/x': answer(302) });
    const { lines } = await checkLinks(web, [web.at('a', '/'), web.at('a', '/x')]);
    expect(lines[0]).toContain(`"${web.at('a', '/')}" leads to "${web.at('b', '/none')}", which responds with 404`);
    expect(lines[1]).toContain('responds with 302 but does not say where to redirect');
  });

  it('is reported as a loop, and each address is requested once', async () => {
    const web: TestWeb = await startWeb({ 'a/': to(() => web, 301, 'b', '/'), 'b/': to(() => web, 302, 'a', '/') });
    const { lines } = await checkLinks(web, [web.at('a', '/')]);
    const [a, b] = [web.at('a', '/'), web.at('b', '/')];
    expect(lines).toEqual([
      `6:3: warning external/circle: "${a}" redirects in a loop: ${a} → ${b} → ${a} (fix: correct it, or remove the link)`,
    ]);
    expect(web.asked.filter((line) => !line.includes('archive'))).toEqual(['HEAD a/', 'HEAD b/']);
  });

  it('is followed through at most ten redirects', async () => {
    const web: TestWeb = await startWeb({
      ...Object.fromEntries(
        Array.from({ length: 30 }, (_, index) => [`a/${index}`, to(() => web, 302, 'a', `/${index + 1}`)]),
      ),
      'b/0': to(() => web, 302, 'a', '/22'),
      'a/30': answer(200),
    });
    const { lines } = await checkLinks(web, [web.at('a', '/0'), web.at('b', '/0')]);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain('6:3: warning external/circle');
    expect(lines[0]).toContain('redirects more than 10 times');
  });

  it('is not a page if it redirects to another program', async () => {
    const web = await startWeb({ '/': answer(302, { location: 'zoommtg://x' }) });
    expect(await checkLinks(web, [web.at('a', '/')])).toMatchObject({ lines: [], counts: { closed: 1 } });
  });
});

describe('hosts that are not public', () => {
  it('are never requested: by address, name, redirect, a name with two addresses or a low port', async () => {
    const web: TestWeb = await startWeb({
      'a/': answer(302, { location: 'http://169.254.169.254/latest/meta-data/' }),
      '/': answer(200),
    });
    const machines: Machines = {
      mayAsk: (address) => isPublicAddress(address) || address === '127.0.0.1',
      resolve: async (name) => {
        if (name === 'inside.example') return [{ address: '10.0.0.1', family: 4 }];
        if (name === 'two.example')
          return [
            { address: '93.184.215.14', family: 4 },
            { address: '::1', family: 6 },
          ];
        return [{ address: '127.0.0.1', family: 4 }];
      },
    };
    const { lines, counts } = await checkLinks(
      web,
      [
        web.at('a', '/'),
        'http://inside.example/',
        'http://two.example/',
        'http://10.0.0.2/',
        'http://[::1]/',
        'http://[::ffff:10.0.0.1]/',
        'https://public.example:25/',
      ],
      { machines },
    );
    expect(counts).toMatchObject({ links: 7, private: 7 });
    expect(lines.every((line) => line.includes('external/private'))).toBe(true);
    expect(lines[0]).toContain('leads to "http://169.254.169.254/latest/meta-data/", which is not public');
    expect(lines[2]).toContain('::1 is not a public host (fix: link to a public page)');
    expect(web.asked).toEqual(['HEAD a/']);
  });

  it('are requested only with permission, in any notation', async () => {
    const web = await startWeb({ '/': answer(200) });
    const { port } = new URL(web.at('a', '/'));
    const hosts = ['127.0.0.1', '2130706433', '0x7f.1', '0177.0.0.1', '[::ffff:7f00:1]'];
    const links = [web.at('a', '/'), ...hosts.map((host) => `http://${host}:${port}/`)];
    const { counts, lines } = await checkLinks(web, links, {
      machines: { ...web.settings.machines, mayAsk: isPublicAddress },
    });
    expect(counts).toMatchObject({ links: 3, private: 3 });
    expect(lines).toHaveLength(6);
    expect(web.asked).toEqual([]);
    expect((await checkLinks(web, [web.at('a', '/')])).counts).toMatchObject({ good: 1 });
  });

  it('cannot be reached by DNS rebinding: each name is looked up once', async () => {
    const web = await startWeb({ '/': answer(200) });
    const times = new Map<string, number>();
    const resolve: Machines['resolve'] = async (name) => {
      times.set(name, (times.get(name) ?? 0) + 1);
      return [{ address: '127.0.0.1', family: 4 }];
    };
    await checkLinks(web, [web.at('a', '/')], { machines: { ...web.settings.machines, resolve } });
    expect(times).toEqual(new Map([['a.test', 1]]));
  });
});

describe('the request queue', () => {
  it('sends one request at a time to a host, and requests several hosts at once', async () => {
    const web = await startWeb(
      Object.fromEntries(['/1', '/2', '/3', '/4', '/5'].map((path) => [path, answer(path === '/5' ? 404 : 200)])),
    );
    const names = ['a', 'b', 'c', 'd', 'e', 'f'];
    const links = names.flatMap((name) => ['/1', '/2', '/3', '/4', '/5'].map((path) => web.at(name, path)));
    const { counts } = await checkLinks(web, links);
    expect(counts).toMatchObject({ links: 30, good: 24, dead: 6 });
    expect([...web.most.ofHost.values()].every((most) => most === 1)).toBe(true);
    expect(web.most.all).toBeGreaterThan(1);
    expect(web.most.all).toBeLessThanOrEqual(4);
  });

  it('applies the limit to hosts that are reached by redirects', async () => {
    const web: TestWeb = await startWeb({
      ...Object.fromEntries(['a', 'b', 'c', 'd'].map((name) => [`${name}/`, to(() => web, 302, 'hub', `/${name}`)])),
      ...Object.fromEntries(['a', 'b', 'c', 'd'].map((name) => [`hub/${name}`, answer(200)])),
    });
    const { counts } = await checkLinks(
      web,
      ['a', 'b', 'c', 'd'].map((name) => web.at(name, '/')),
    );
    expect(counts).toMatchObject({ good: 4 });
    expect(web.most.ofHost.get('hub')).toBe(1);
  });

  it('gives up on a host that does not respond', async () => {
    const paths = Array.from({ length: 8 }, (_, index) => `/hang/${index}`);
    const web = await startWeb(Object.fromEntries(paths.map((path): [string, Page] => [path, () => {}])));
    const links = paths.map((path) => web.at('a', path));
    const { lines } = await checkLinks(web, links, { timeout: 50, attempts: 1 });
    expect(lines).toHaveLength(8);
    expect(web.asked.filter((line) => line.includes('a/hang'))).toHaveLength(3);
  });

  it('does not give up on a host that responds now and then', async () => {
    const paths = ['/hang/1', '/hang/2', '/ok', '/hang/3', '/hang/4', '/last'];
    const web = await startWeb(
      Object.fromEntries(paths.map((path): [string, Page] => [path, path.includes('hang') ? () => {} : answer(200)])),
    );
    const links = paths.map((path) => web.at('a', path));
    const { counts } = await checkLinks(web, links, { timeout: 80, attempts: 1 });
    expect(counts).toMatchObject({ good: 2, failing: 4 });
    expect(web.asked.filter((line) => line.startsWith('HEAD a/'))).toHaveLength(6);
  });

  it('stops at the time limit and reports how many links were not checked', async () => {
    const web = await startWeb({ '/hang': () => {}, '/1': answer(404) });
    const { lines, counts, reported } = await checkLinks(web, [web.at('a', '/hang'), web.at('a', '/1')], {
      timeout: 5_000,
      whole: 300,
    });
    expect(lines).toEqual([]);
    expect(counts).toMatchObject({ unasked: 2 });
    expect(reported.at(-1)).toContain('2 not checked (the time limit was reached)');
  });
});

describe('the cache', () => {
  const hour = 3_600_000;

  it('keeps good results for days and dead ones for an hour, but never failures', async () => {
    const web = await startWeb({ '/good': answer(200), '/failing': answer(500) });
    const links = ['/good', '/dead', '/failing'].map((path) => web.at('a', path));
    let time = Date.parse('2026-11-22T00:00:00Z');
    const settings = { time: () => time };
    const asked = async () => {
      const from = web.asked.length;
      const { lines } = await checkLinks(web, links, settings);
      expect(lines).toHaveLength(2);
      return new Set(web.asked.slice(from).flatMap((line) => / a(\/.*)$/.exec(line)?.[1] ?? []));
    };
    expect(await asked()).toEqual(new Set(['/good', '/dead', '/failing']));
    expect(await asked()).toEqual(new Set(['/failing']));
    time += 2 * hour;
    expect(await asked()).toEqual(new Set(['/dead', '/failing']));
    time += 7 * 24 * hour;
    expect(await asked()).toEqual(new Set(['/good', '/dead', '/failing']));
    time -= 100 * 24 * hour;
    expect(await asked()).toEqual(new Set(['/good', '/dead', '/failing']));
  });

  it('knows when a link last answered', async () => {
    let status = 200;
    const web = await startWeb({ '/': (_, response) => void response.writeHead(status).end() });
    let time = Date.parse('2026-11-01T00:00:00Z');
    const settings = { time: () => time };
    await checkLinks(web, [web.at('a', '/')], settings);
    time += 14 * 24 * hour;
    status = 404;
    const { lines } = await checkLinks(web, [web.at('a', '/')], settings);
    expect(lines[0]).toContain('responds with 404; it last worked on 2026-11-01');
  });

  it.each(['', '{', '[]', '{"version":1,"links":{"x":{"at":"soon"}}}', '\0'.repeat(100)])(
    'is treated as empty if it is damaged: %j',
    async (text) => {
      const web = await startWeb({ '/': answer(200) });
      const cache = web.settings.cache as string;
      await mkdir(dirname(cache), { recursive: true });
      // Damaged on disk, and damaged before it was saved.
      for (const damage of [() => writeFile(cache, text), () => keepFile(cache, text)]) {
        await damage();
        expect((await checkLinks(web, [web.at('a', '/')])).counts).toMatchObject({ good: 1, known: 0 });
        expect(JSON.parse(String(readKept(cache))).links).toHaveProperty([web.at('a', '/')]);
        expect((await checkLinks(web, [web.at('a', '/')])).counts).toMatchObject({ good: 1, known: 1 });
      }
    },
  );

  it('is optional', async () => {
    const web = await startWeb({ '/': answer(200) });
    const { counts } = await checkLinks(web, [web.at('a', '/')], { cache: '/dev/null/links.json' });
    expect(counts).toMatchObject({ good: 1 });
  });
});

describe('the archived copy', () => {
  const snapshot = (closest: object): Page => {
    return (_, response) => void response.writeHead(200).end(JSON.stringify({ archived_snapshots: { closest } }));
  };
  const copy = { available: true, status: '200', url: 'http://web.archive.org/web/20220302/http://a.test/x' };

  it('is suggested with an HTTPS URL and is the one nearest to the date of the post', async () => {
    const web = await startWeb({ 'archive/wayback/available': snapshot(copy) });
    const { lines } = await checkLinks(web, [web.at('a', '/x')]);
    expect(lines[0]).toContain(
      '(fix: link to the archived copy https://web.archive.org/web/20220302/http://a.test/x, or remove the link)',
    );
    expect(web.asked.at(-1)).toBe(
      `GET archive/wayback/available?url=${encodeURIComponent(web.at('a', '/x'))}&timestamp=20220301`,
    );
    await checkLinks(web, [web.at('a', '/x')]);
    expect(web.asked.filter((line) => line.includes('archive'))).toHaveLength(1);
  });

  it.each<[string, Page]>([
    ['there is no copy', (_, response) => void response.end('{"archived_snapshots":{}}')],
    ['it is the copy of an error page', snapshot({ ...copy, status: '404' })],
    ['it is on another host', snapshot({ ...copy, url: 'https://evil.example/web.archive.org/' })],
    ['its URL is invalid', snapshot({ ...copy, url: 'x) [y](https://evil.example' })],
    ['the archive fails', answer(503)],
    ['the archive does not respond with JSON', (_, response) => void response.end('<html>')],
    ['the archive closes the connection', (request) => void request.socket.destroy()],
    ['the archive responds too slowly', (_, response) => drip(response)],
  ])('is not suggested if %s', async (_, page) => {
    const web = await startWeb({ 'archive/wayback/available': page });
    const { lines } = await checkLinks(web, [web.at('a', '/x')]);
    expect(lines[0]).toMatch(/responds with 404 \(fix: correct it, or remove the link\)$/);
  });

  it('is looked up with one request at a time', async () => {
    const web = await startWeb({ 'archive/wayback/available': snapshot(copy) });
    await checkLinks(
      web,
      ['a', 'b', 'c', 'd'].map((name) => web.at(name, '/x')),
    );
    expect(web.asked.filter((line) => line.includes('archive'))).toHaveLength(4);
    expect(web.most.ofHost.get('archive')).toBe(1);
  });
});

describe('without a network', () => {
  const nowhere: Partial<ExternalSettings> = {
    machines: {
      ...publicMachines,
      resolve: async () => {
        throw Object.assign(new Error(), { code: 'EAI_AGAIN' });
      },
    },
  };

  it('reports no link', async () => {
    const web = await startWeb({});
    const result = await checkLinks(web, [web.at('a', '/'), 'https://b.example/'], nowhere);
    expect(result).toMatchObject({ problems: [], offline: true });
    expect(result.reported.at(-1)).toContain('No host can be reached');
  });

  it('does not count as offline if the archive responds', async () => {
    const web = await startWeb({
      'archive/wayback/available': (_, response) => void response.end('{"archived_snapshots":{}}'),
    });
    for (const time of ['first', 'again']) {
      const result = await checkLinks(web, ['https://b.example/']);
      expect(result.offline, time).toBe(false);
      expect(result.lines).toHaveLength(1);
    }
  });
});

describe('the links to check', () => {
  it('come from posts, entries and corrections, with their places', async () => {
    const web = await startWeb({});
    const url = (path: string) => web.at('x', path);
    const { dir, shown } = await writeContent({
      'blog/2022/03/a.md': postText({
        fields: ['corrections:', `  - { date: 2022-03-04, text: "See [it](${url('/correction')})." }`],
        body: [`[a](${url('/text')}) and ![b](${url('/picture')})`, '', `<a href="${url('/html')}">c</a>`].join('\n'),
      }),
      'blog/2022/03/gone.md': postText({ fields: ['withdrawn: Wrong.'], body: `[a](${url('/withdrawn')})` }),
      'events/talk.yaml': [
        'title: A talk',
        'kind: talk',
        'start: 2022-03-03',
        'url: https://talk.invalid/event',
        `description: "Read [this](${url('/event')})"`,
      ].join('\n'),
      'contributors/2022-02.yaml': 'people:\n  - { name: Ann Lee, url: https://ann.invalid/, repositories: [] }\n',
      'facts.yaml': 'facts:\n  - title: A fact\n    about: See [it](https://fact.invalid/).\n',
      'projects.yaml':
        'projects:\n  - id: tool\n    name: Tool\n    about: x\n    repository: https://repo.invalid/tool\n    color: "#1d4fd8"\n',
    });
    const { problems } = await checkExternal(
      await loadContent(dir),
      () => true,
      () => {},
      web.settings,
    );
    const places = problems.map(({ file, line, column, message }) => {
      return `${file.replace(shown(''), '')}:${line}:${column} ${/"[a-z]+:\/\/[^/]+([^"]*)"/.exec(message)?.[1]}`;
    });
    expect(places.map((place) => place.replace(/^\//, '')).sort()).toEqual(
      [
        'blog/2022/03/a.md:5:41 /correction',
        'blog/2022/03/a.md:8:1 /text',
        'blog/2022/03/a.md:8:35 /picture',
        'blog/2022/03/a.md:10:1 /html',
        'contributors/2022-02.yaml:2:27 /',
        'events/talk.yaml:4:6 /event',
        'events/talk.yaml:5:27 /event',
        'facts.yaml:3:21 /',
        'projects.yaml:5:17 /tool',
      ].sort(),
    );
  });

  it('exclude links to this site, mail addresses and files that are not checked', async () => {
    const web = await startWeb({});
    const { dir, shown } = await writeContent({
      'blog/2022/03/a.md': postText({ body: '[a](/blog/) [b](mailto:a@example.org) [c](#x) [d](https://d.invalid/)' }),
    });
    const content = await loadContent(dir);
    const all = await checkExternal(
      content,
      () => true,
      () => {},
      web.settings,
    );
    expect(all.counts.links).toBe(1);
    const none = await checkExternal(
      content,
      (file) => file !== shown('blog/2022/03/a.md'),
      () => {},
      web.settings,
    );
    expect(none.counts.links).toBe(0);
  });
});

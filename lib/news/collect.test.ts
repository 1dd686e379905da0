import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Terminal, UsageError } from '@/lib/base/cli/command';
import { errorsOf } from '@/lib/base/diagnostic';
import { check } from '@/lib/check/check';
import { makeCollect } from '@/lib/news/collect';
import { dispatch } from '@/lib/news/dispatch';
import { writeContent } from '@/lib/tooling/testing/fixtures/content-folder';
import { sampleRelease, sampleSearch } from '@/lib/tooling/testing/fixtures/fake-github';
import { type FakeServer, type Reply, send, startServer } from '@/lib/tooling/testing/fixtures/fake-server';
import { type TestTerminal, testTerminal } from '@/lib/tooling/testing/fixtures/test-terminal';

const projects = [
  'projects:',
  '  - {id: tool, name: Tool, about: x, repository: https://github.com/example/tool2, color: "#1d4fd8"}',
  '  - {id: flagger, name: Flagger, about: x, repository: https://github.com/example/flagger, color: "#0f766e"}',
  '',
].join('\n');

const limits = { silence: 150, total: 600, retry: 1 };
const today = Date.parse('2022-03-02T09:00:00Z');
const collect = makeCollect(limits, () => today);

async function repository(files: Record<string, string> = {}): Promise<string> {
  return (await writeContent({ 'content/projects.yaml': projects, ...files })).dir;
}

type Result = TestTerminal & { code: number; said: string };

async function run(args: string[], root: string, server?: FakeServer, more: Partial<Terminal> = {}): Promise<Result> {
  const env = server ? { GITHUB_API_URL: server.origin, ...more.env } : { ...more.env };
  const terminal = testTerminal({ root, ...more, env });
  const code = await collect.run(args, terminal);
  return { ...terminal, code, said: terminal.errLines.join('\n') };
}

const errorsIn = async (root: string) => errorsOf((await check(join(root, 'content'))).problems);
const read = (root: string, path: string) => readFile(join(root, 'content', path), 'utf8');

const toolReleases = '/repos/example/tool2/releases?per_page=100';
const flaggerReleases = '/repos/example/flagger/releases?per_page=100';

describe('collect releases', () => {
  const february = sampleRelease('v0.27.0', '2022-02-16T13:14:15Z', {
    body: '## Highlights\r\n- Alerts choose by label\r\n## Breaking changes\r\n- Names must be labels\r\n',
  });

  it('writes a file for each new release from all pages, and all pass the check', async () => {
    const root = await repository();
    const server = await startServer({
      [toolReleases]: {
        pages: [
          [sampleRelease('v0.28.0-rc.1', '2022-03-01T00:00:00Z', { prerelease: true }), february],
          [sampleRelease('v0.26.0', '2022-02-01T00:00:00Z'), sampleRelease('v0.25.0', '2022-01-01T00:00:00Z')],
          [sampleRelease('v0.24.0', '2021-12-01T00:00:00Z')],
          [sampleRelease('v0.23.0', '2021-11-01T00:00:00Z')],
        ],
      },
      [flaggerReleases]: { json: [] },
    });
    const { code, outLines, said } = await run(['releases'], root, server);
    expect({ code, outLines }).toEqual({
      code: 0,
      outLines: ['tool-0.28.0-rc.1', 'tool-0.27.0', 'tool-0.26.0'].map((id) => `content/releases/${id}.yaml`),
    });
    expect(said).toContain('[1/2] example/tool2');
    expect(said).toContain('example/tool2: 3 releases since 2022-02-01');
    expect(said).toContain('3 new, 0 unchanged');
    expect(await read(root, 'releases/tool-0.27.0.yaml')).toBe(
      [
        '# yaml-language-server: $schema=../../.schemas/release.json',
        'project: tool',
        'version: "0.27.0"',
        'date: 2022-02-16',
        'url: https://github.com/example/tool2/releases/tag/v0.27.0',
        'highlights:',
        '  - Alerts choose by label',
        'breaking:',
        '  - change: Names must be labels',
        '    action: Read the [release notes](https://github.com/example/tool2/releases/tag/v0.27.0) before you upgrade.',
        '',
      ].join('\n'),
    );
    expect(await read(root, 'releases/tool-0.28.0-rc.1.yaml')).toContain('prerelease: true\n');
    expect(await errorsIn(root)).toEqual([]);
    // The first page with only old releases is the last to be requested.
    expect(server.requests.map(({ path }) => path).filter((path) => path.includes('tool2'))).toEqual([
      toolReleases,
      `${toolReleases}&page=2`,
      `${toolReleases}&page=3`,
    ]);
  });

  it('sends conditional requests the second time, and writes nothing', async () => {
    const root = await repository();
    const server = await startServer({ [toolReleases]: { json: [february] }, [flaggerReleases]: { json: [] } });
    await run(['releases'], root, server);
    const { code, outLines, said } = await run(['releases'], root, server);
    expect({ code, outLines }).toEqual({ code: 0, outLines: [] });
    expect(said).toContain('0 new, 1 unchanged');
    expect(server.requests.map(({ status }) => status)).toEqual([200, 200, 304, 304]);
  });

  it('uses the date if there is no ETag', async () => {
    const root = await repository();
    const server = await startServer({ [flaggerReleases]: { json: [] } });
    const date = 'Wed, 16 Feb 2022 13:14:15 GMT';
    server.replies.set(toolReleases, (request, response) => {
      if (request.headers['if-modified-since'] === date) response.writeHead(304).end();
      else response.writeHead(200, { 'last-modified': date }).end(JSON.stringify([february]));
    });
    await run(['releases'], root, server);
    expect((await run(['releases'], root, server)).said).toContain('0 new, 1 unchanged');
    expect(server.requests.filter(({ status }) => status === 304)).toHaveLength(2);
  });

  it('does not change entries that were written by hand, and reports the differences', async () => {
    const mine = 'project: tool\nversion: "0.27.0"\ndate: 2022-02\n';
    const root = await repository({ 'content/releases/february.yaml': mine });
    const server = await startServer({ [toolReleases]: { json: [february] }, [flaggerReleases]: { json: [] } });
    const { code, outLines, said } = await run(['releases'], root, server);
    expect({ code, outLines }).toEqual({ code: 0, outLines: [] });
    expect(said).toContain(
      'february.yaml was not changed, but example/tool2 differs: date is "2022-02" here, "2022-02-16" there',
    );
    expect(said).toContain(
      'url could be "https://github.com/example/tool2/releases/tag/v0.27.0"; there is also "highlights"',
    );
    expect(await read(root, 'releases/february.yaml')).toBe(mine);
    expect(await readdir(join(root, 'content', 'releases'))).toEqual(['february.yaml']);
  });

  it('writes nothing in a dry run', async () => {
    const root = await repository();
    const server = await startServer({ [toolReleases]: { json: [february] }, [flaggerReleases]: { json: [] } });
    const { outLines, said } = await run(['releases', '--dry-run'], root, server);
    expect(outLines).toEqual(['content/releases/tool-0.27.0.yaml']);
    expect(said).toContain('1 new, 0 unchanged (dry run: nothing was written)');
    expect(existsSync(join(root, 'content', 'releases'))).toBe(false);
  });

  it('leaves out tags that are not releases, and what the check would reject', async () => {
    const root = await repository({ 'content/releases/tool-0.26.0.yaml': 'project: tool\nversion: "0.1.0"\n' });
    const server = await startServer({
      [toolReleases]: {
        json: [
          february,
          sampleRelease('v0.26.0', '2022-02-02T00:00:00Z'),
          sampleRelease('kustomize/v0.5.0', '2022-02-02T00:00:00Z'),
          sampleRelease('../../../../etc/passwd', '2022-02-02T00:00:00Z'),
          sampleRelease('v0.27.1', '2022-02-20T00:00:00Z', { html_url: 'javascript:alert(1)' }),
          sampleRelease('v0.27.2', '2022-02-20T00:00:00Z', { draft: true, published_at: null }),
          sampleRelease('v0.27.3', '2022-02-20T00:00:00Z', {
            body: '# New\n- [x](/blog/nowhere/)\n- a\u0000\u202eb: *c\n',
          }),
          { tag_name: 1 },
          null,
        ],
      },
      [flaggerReleases]: { json: [] },
    });
    const { code, outLines, said } = await run(['releases'], root, server);
    expect({ code, outLines }).toEqual({
      code: 0,
      outLines: ['content/releases/tool-0.27.0.yaml', 'content/releases/tool-0.27.3.yaml'],
    });
    expect(said).toContain('skipped "kustomize/v0.5.0", which is not a version; "../../../../etc/passwd"');
    expect(said).toContain('and 1 more');
    expect(said).toContain('skipped releases/tool-0.26.0.yaml: there is another file with that name');
    expect(said).toContain('skipped releases/tool-0.27.1.yaml: "url": "javascript:" URLs are not allowed');
    expect(await read(root, 'releases/tool-0.27.3.yaml')).toContain(
      'highlights:\n  - "[x](https://github.com/blog/nowhere/)"\n  - "ab: \\\\*c"\n',
    );
    expect(await errorsIn(root)).toEqual([]);
  });

  describe('a source that fails does not affect the others', () => {
    const failures: [string, Reply, RegExp][] = [
      [
        '404',
        (request, response) => send(request, response, 404, '{"message":"Not Found"}', {}),
        /responds with 404 \(Not Found\)/,
      ],
      ['500', (request, response) => send(request, response, 500, 'oops', {}), /responds with 500/],
      [
        'a rate limit that ends later',
        (request, response) =>
          send(request, response, 403, '{"message":"API rate limit exceeded"}', {
            'x-ratelimit-remaining': '0',
            'x-ratelimit-reset': String(today / 1_000 + 1_800),
          }),
        /rate limit is exceeded until 2022-03-02 09:31 UTC; set GITHUB_TOKEN for a higher one/,
      ],
      [
        'a refusal that is no rate limit',
        (request, response) => send(request, response, 403, JSON.stringify({ message: 'Forbidden\u001b[31m' }), {}),
        /responds with 403 \(Forbidden\[31m\)/,
      ],
      [
        'a body cut off',
        (_, response) => {
          response.writeHead(200, { 'content-length': '1000' });
          response.write('[{"tag_name":');
          setTimeout(() => response.destroy(), 10);
        },
        /closed the connection before the response was complete/,
      ],
      ['half of the JSON', { text: '[{"tag_name": "v1' }, /incomplete/],
      ['another shape', { json: { message: 'hello' } }, /not have the form that GitHub documents/],
      ['silence', () => undefined, /no data was received for 0\.15 s/],
      [
        'silence in the middle',
        (_, response) => {
          response.writeHead(200);
          response.write('[');
        },
        /no data was received for 0\.15 s/,
      ],
      [
        'drops without an end',
        (_, response) => {
          response.writeHead(200);
          const timer = setInterval(() => response.write(' '), 20);
          response.on('close', () => clearInterval(timer));
        },
        /no response within 0\.6 s/,
      ],
      [
        'a redirect in circles',
        (request, response) => void response.writeHead(302, { location: request.url }).end(),
        /redirects more than 5 times/,
      ],
      [
        'a redirect to an open line',
        (_, response) => void response.writeHead(302, { location: 'http://example.org/' }).end(),
        /the URL is not encrypted/,
      ],
      [
        'pages elsewhere',
        (request, response) => send(request, response, 200, '[]', { link: '<https://evil.example/x>; rel="next"' }),
        /next page is on another host, evil\.example/,
      ],
      [
        'pages in circles',
        (request, response) => send(request, response, 200, '[{}]', { link: `<${request.url}>; rel="next"` }),
        /its list of pages does not end/,
      ],
    ];

    it.each(failures)('%s', async (_, reply, message) => {
      const root = await repository();
      const server = await startServer({
        [flaggerReleases]: { json: [sampleRelease('v1.18.0', '2022-02-14T00:00:00Z')] },
      });
      server.replies.set(toolReleases, reply);
      // A rate limit applies to all requests to a host, so in that case the working source is read first.
      const order = projects.split('\n');
      const [head = '', tool = '', flagger = ''] = order;
      await writeFile(join(root, 'content', 'projects.yaml'), [head, flagger, tool, ''].join('\n'));
      const { code, outLines, said } = await run(['releases'], root, server);
      expect({ code, outLines }).toEqual({ code: 1, outLines: ['content/releases/flagger-1.18.0.yaml'] });
      expect(said).toMatch(message);
      expect(said).toMatch(/example\/tool2: failed: .* Entries collected from it before were not changed\./);
      expect(await errorsIn(root)).toEqual([]);
    });
  });

  it('uses a stale copy if a source fails, and says so', async () => {
    const root = await repository();
    const server = await startServer({ [toolReleases]: { json: [february] }, [flaggerReleases]: { json: [] } });
    await run(['releases', '--dry-run'], root, server);
    server.replies.set(toolReleases, (request, response) => send(request, response, 500, '', {}));
    const { code, outLines, said } = await run(['releases'], root, server);
    expect({ code, outLines }).toEqual({ code: 1, outLines: ['content/releases/tool-0.27.0.yaml'] });
    expect(said).toContain('example/tool2: it responds with 500; using the copy of 2022-03-02');
  });

  it('retries after a temporary failure', async () => {
    const root = await repository();
    const server = await startServer({ [flaggerReleases]: { json: [] } });
    let failures = 2;
    server.replies.set(toolReleases, (request, response) => {
      failures -= 1;
      if (failures >= 0) send(request, response, 502, '', {});
      else send(request, response, 200, JSON.stringify([february]), {});
    });
    expect((await run(['releases'], root, server)).code).toBe(0);
    expect(server.requests.map(({ status }) => status)).toEqual([502, 502, 200, 200]);
  });

  it.each([
    ['Retry-After', { 'retry-after': '0' }],
    ['X-RateLimit-Reset', { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(today / 1_000 - 1) }],
  ])('waits for a rate limit that ends soon (%s), and reports how long', async (_, headers) => {
    const root = await repository();
    const server = await startServer({ [flaggerReleases]: { json: [] } });
    let isLimited = true;
    server.replies.set(toolReleases, (request, response) => {
      if (isLimited) send(request, response, 403, '{"message":"API rate limit exceeded"}', headers as never);
      else send(request, response, 200, JSON.stringify([february]), {});
      isLimited = false;
    });
    const { code, said } = await run(['releases'], root, server);
    expect(code).toBe(0);
    expect(said).toMatch(/waiting 0 s for the rate limit of 127\.0\.0\.1:\d+/);
  });

  it('sends no requests while a rate limit lasts', async () => {
    const root = await repository();
    const server = await startServer();
    server.replies.set(toolReleases, (request, response) =>
      send(request, response, 429, '', { 'retry-after': '3600' }),
    );
    const { said } = await run(['releases'], root, server);
    expect(server.requests).toHaveLength(1);
    expect(said.match(/exceeded until 2022-03-02 10:00 UTC/g)).toHaveLength(2);
  });
});

describe('the token', () => {
  const token = 'ghp_secret123';

  it('is sent to the API, but not to redirect targets', async () => {
    const root = await repository();
    const elsewhere = await startServer({ '/moved': { json: [] } });
    const server = await startServer({ [flaggerReleases]: { json: [] } });
    server.replies.set(
      toolReleases,
      (_, response) => void response.writeHead(301, { location: '/repositories/1' }).end(),
    );
    server.replies.set(
      '/repositories/1',
      (_, response) => void response.writeHead(302, { location: `${elsewhere.origin}/moved` }).end(),
    );
    const { code } = await run(['releases'], root, server, { env: { GITHUB_TOKEN: token } });
    expect(code).toBe(0);
    expect(server.requests.map(({ headers }) => headers.authorization)).toEqual(Array(3).fill(`Bearer ${token}`));
    expect(elsewhere.requests.map(({ headers }) => headers.authorization)).toEqual([undefined]);
  });

  it('is not sent to calendars and lists', async () => {
    const root = await repository();
    const other = await startServer({ '/a.yaml': { text: 'companies: []\nproject: Tool\n' } });
    const server = await startServer();
    const { code } = await run(['adopters', `${other.origin}/a.yaml`], root, server, { env: { GITHUB_TOKEN: token } });
    expect(code).toBe(0);
    expect(other.requests.map(({ headers }) => headers.authorization)).toEqual([undefined]);
  });

  it('is never printed or stored', async () => {
    const root = await repository();
    const server = await startServer({ [flaggerReleases]: { json: [] } });
    server.replies.set(toolReleases, (request, response) =>
      send(
        request,
        response,
        401,
        JSON.stringify({ message: `Bad credentials: ${request.headers.authorization}` }),
        {},
      ),
    );
    const { said, outLines } = await run(['releases'], root, server, { env: { GITHUB_TOKEN: token } });
    expect(said).toContain('responds with 401 (Bad credentials: Bearer (GITHUB_TOKEN))');
    expect(said + outLines.join()).not.toContain(token);
    const cache = join(root, '.next', 'cache', 'news', 'collect');
    const kept = await Promise.all((await readdir(cache)).map((file) => readFile(join(cache, file), 'utf8')));
    expect(kept).toHaveLength(1);
    expect(kept.join()).not.toContain(token);
  });

  it('is rejected without being printed if it is malformed', async () => {
    const root = await repository();
    const failure = run(['releases'], root, await startServer(), { env: { GITHUB_TOKEN: 'ghp_a\nb' } });
    await expect(failure).rejects.toThrow('GITHUB_TOKEN contains characters that are not allowed in a token');
    await expect(failure).rejects.not.toThrow('ghp_a');
  });
});

describe('collect contributors', () => {
  const month = 'merged:2022-02-01..2022-02-28';
  const searchOf = (name: string, range = month) =>
    `/search/issues?q=repo:example/${name} is:pr is:merged ${range}&per_page=100`;
  const earlierOf = (login: string) =>
    `/search/issues?q=is:pr is:merged author:${login} merged:<2022-02-01 repo:example/tool2 repo:example/flagger&per_page=1`;
  const profile = (login: string, name: string | null, more: object = {}): Reply => ({
    json: { login, name, html_url: `https://github.com/${login}`, type: 'User', ...more },
  });

  const replies = (): Record<string, Reply> => ({
    [searchOf('tool2')]: { json: sampleSearch(['stefan', 'ada', 'dependabot[bot]', 'renovate-bot', 'stefan', '../x']) },
    [searchOf('flagger')]: { json: sampleSearch(['stefan', 'robot-in-disguise', 'helper']) },
    '/users/stefan': profile('stefan', ' Stefan\u202e  Prodan '),
    '/users/ada': profile('ada', null),
    '/users/robot-in-disguise': profile('robot-in-disguise', 'R', { type: 'Bot' }),
    '/users/helper': profile('helper', 'x: [y]', { html_url: 'javascript:x' }),
    [earlierOf('stefan')]: { json: sampleSearch(['stefan'], { total_count: 99 }) },
    [earlierOf('ada')]: { json: sampleSearch([]) },
    [earlierOf('helper')]: { json: sampleSearch(['helper']) },
  });

  const file = [
    '# yaml-language-server: $schema=../../.schemas/contributors.json',
    '# People whose pull requests were merged in February 2022.',
    'people:',
    '  - name: ada',
    '    url: https://github.com/ada',
    '    first: true',
    '    repositories:',
    '      - example/tool2',
    '  - name: Stefan Prodan',
    '    url: https://github.com/stefan',
    '    repositories:',
    '      - example/flagger',
    '      - example/tool2',
    '  - name: "x: [y]"',
    '    repositories:',
    '      - example/flagger',
    '',
  ].join('\n');

  it('writes the people of a month, without bots', async () => {
    const root = await repository();
    const server = await startServer(replies());
    const { code, outLines, said } = await run(['contributors', '--month', '2022-02'], root, server);
    expect({ code, outLines }).toEqual({ code: 0, outLines: ['content/contributors/2022-02.yaml'] });
    expect(await read(root, 'contributors/2022-02.yaml')).toBe(file);
    expect(said).toContain('example/tool2: 6 pull requests merged, by 2 people');
    expect(said).toContain(
      'example/tool2: skipped 1 pull request by accounts that were deleted or have an invalid name',
    );
    expect(said).toContain('3 people, 1 for the first time');
    expect(await errorsIn(root)).toEqual([]);
  });

  it('requests the second time only what may have changed', async () => {
    const root = await repository();
    const server = await startServer(replies());
    await run(['contributors', '--month=2022-02'], root, server);
    const first = server.requests.length;
    const { code, outLines, said } = await run(['contributors', '--month=2022-02'], root, server);
    expect({ code, outLines }).toEqual({ code: 0, outLines: [] });
    expect(said).toContain('content/contributors/2022-02.yaml already has all 3 people');
    expect(server.requests.slice(first).map(({ status }) => status)).toEqual([304, 304]);
  });

  it('does not change an existing file, and lists the missing people', async () => {
    const mine =
      'people:\n  - name: ada\n    url: https://github.com/ada\n    first: true\n    repositories: [example/tool2]\n';
    const root = await repository({ 'content/contributors/2022-02.yaml': mine });
    const { code, said } = await run(['contributors', '--month=2022-02'], root, await startServer(replies()));
    expect(code).toBe(0);
    expect(said).toContain('2022-02.yaml was not changed, but these are missing or differ: "Stefan Prodan", "x: [y]".');
    expect(await read(root, 'contributors/2022-02.yaml')).toBe(mine);
  });

  it('leaves out the given accounts', async () => {
    const root = await repository();
    const args = ['contributors', '--month=2022-02', '--without=Helper', '--without=ada', '--dry-run'];
    const { said } = await run(args, root, await startServer(replies()));
    expect(said).toContain('1 person, 0 for the first time (dry run: nothing was written)');
  });

  it('names missing repositories, also in the file', async () => {
    const root = await repository();
    const server = await startServer(replies());
    server.replies.set(searchOf('flagger'), (request, response) =>
      send(request, response, 422, '{"message":"Validation Failed"}', {}),
    );
    const { code, outLines, said } = await run(['contributors', '--month=2022-02'], root, server);
    expect({ code, outLines }).toEqual({ code: 1, outLines: ['content/contributors/2022-02.yaml'] });
    expect(said).toContain('example/flagger: failed: it responds with 422 (Validation Failed)');
    expect(await read(root, 'contributors/2022-02.yaml')).toContain(
      '# Missing, because they could not be read: example/flagger.\n',
    );
  });

  it('uses the account name if a profile cannot be read', async () => {
    const root = await repository();
    const server = await startServer(replies());
    server.replies.delete('/users/stefan');
    server.replies.delete(earlierOf('ada'));
    const { code, said } = await run(['contributors', '--month=2022-02'], root, server);
    expect(code).toBe(1);
    expect(said).toMatch(/Listed under their account names: stefan/);
    expect(said).toMatch(/Unknown for: ada/);
    const text = await read(root, 'contributors/2022-02.yaml');
    expect(text).toContain('- name: stefan\n');
    expect(text).not.toContain('first: true');
  });

  it('splits a month that has more results than a search returns', async () => {
    const root = await repository();
    const server = await startServer(replies());
    server.replies.set(searchOf('tool2'), { json: sampleSearch(['lost'], { total_count: 1_001 }) });
    server.replies.set(searchOf('tool2', 'merged:2022-02-01..2022-02-14'), { json: sampleSearch(['stefan']) });
    server.replies.set(searchOf('tool2', 'merged:2022-02-15..2022-02-28'), { json: sampleSearch(['ada']) });
    const { code, said } = await run(['contributors', '--month=2022-02'], root, server);
    expect(code).toBe(0);
    expect(said).toContain('example/tool2: 2 pull requests merged, by 2 people');
    expect(await read(root, 'contributors/2022-02.yaml')).toBe(file);
  });

  it('reads all pages of a search, and rejects incomplete results', async () => {
    const root = await repository();
    const server = await startServer(replies());
    const first = searchOf('tool2');
    server.replies.set(first, (request, response) =>
      send(request, response, 200, JSON.stringify(sampleSearch(['stefan'], { total_count: 2 })), {
        link: `<${server.origin}${encodeURI(first)}&page=2>; rel="next"`,
      }),
    );
    server.replies.set(`${first}&page=2`, { json: sampleSearch(['ada'], { total_count: 2 }) });
    expect((await run(['contributors', '--month=2022-02', '--dry-run'], root, server)).said).toContain(
      '2 pull requests merged, by 2',
    );
    server.replies.set(`${first}&page=2`, { json: sampleSearch([], { incomplete_results: true }) });
    const other = await repository();
    const { code, said } = await run(['contributors', '--month=2022-02'], other, server);
    expect(code).toBe(1);
    expect(said).toContain('example/tool2: failed: GitHub returned incomplete results');
  });
});

describe('a wrong call', () => {
  it.each([
    [[], 'What do you want to collect?'],
    [['relases'], 'Did you mean “releases”?'],
    [['releases', 'tool'], 'Unexpected argument “tool”'],
    [['releases', '--month', '2022-02'], '--month does not go with “collect releases”'],
    [['releases', '--since', '2022-2'], '--since “2022-2” is not a day or a month'],
    [['releases', '--project', 'tol'], 'There is no project “tol”. Did you mean “tool”?'],
    [['releases', '--wait', 'long'], '--wait “long” is not a number'],
    [['contributors'], 'Which month?'],
    [['contributors', '--month', '2022-13'], '--month “2022-13” is not a month'],
    [['contributors', '--month', '2022-04'], '--month 2022-04 is in the future'],
    [['calendar'], 'Which calendar?'],
    [['calendar', 'x.ics', '--zone', 'CET'], '--zone “CET” is not a time zone'],
    [['calendar', 'x.ics', '--kind', 'party'], '--kind “party” is not a kind of event'],
    [['adopters'], 'Which list?'],
  ])('%j is rejected with the right usage', async (args, message) => {
    const root = await repository();
    const server = await startServer();
    await expect(run(args, root, server)).rejects.toThrow(UsageError);
    await expect(run(args, root, server)).rejects.toThrow(message);
    expect(server.requests).toEqual([]);
  });
});

it('stops on Ctrl-C without partial files', async () => {
  const root = await repository();
  const stop = new AbortController();
  const server = await startServer();
  server.replies.set(toolReleases, () => stop.abort());
  const terminal = testTerminal({ root, env: { GITHUB_API_URL: server.origin }, signal: stop.signal });
  expect(await dispatch(['collect', 'releases'], terminal, [collect])).toBe(130);
  expect(terminal.errLines).toEqual(['[1/2] example/tool2', 'Stopped. No file was left incomplete.']);
  expect(await readdir(join(root, 'content'))).toEqual(['projects.yaml']);
});

// Every kind of address, asked of the real server: status, type, redirects.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import { type Answer, ask } from '@/e2e/http';
import { answerProblems, findProblems, parseRouteTable, readersText } from '@/e2e/route-table';
import { sites } from '@/e2e/sites';

const folder = join(import.meta.dirname, 'routes');

for (const file of readdirSync(folder).filter((name) => name.endsWith('.txt'))) {
  const site = sites.find(({ name }) => `${name}.txt` === file);
  if (!site) throw new Error(`e2e/routes/${file} is named after no site of e2e/sites.ts`);
  test.describe(`addresses of ${site.name}`, () => {
    for (const route of parseRouteTable(readFileSync(join(folder, file), 'utf8'), `e2e/routes/${file}`)) {
      test(`${route.method} ${route.path} (line ${route.line})`, async () => {
        const answer = await ask(site.origin, route.path, route.method);
        expect(findProblems(route, answer).join('\n')).toBe('');
        expect(answerProblems(site, answer)).toEqual([]);
      });
    }
  });
}

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
    ['no request', 'status == 200\n', 'x.txt:1: "status == 200" is not a request'],
    ['an unknown method', 'FETCH /\nstatus == 200\n', 'x.txt:1: "FETCH /" is not a request'],
    ['two requests in a block', 'GET /a/\nGET /b/\n', 'x.txt:2: "GET /b/" is not an expectation'],
    ['an unknown subject', 'GET /\ncode == 200\n', 'x.txt:2: "code == 200" is not an expectation'],
    ['an unknown operator', 'GET /\nstatus = 200\n', 'x.txt:2: "=" is not an operator'],
    ['no status', 'GET /\nstatus == OK\n', 'x.txt:2: "OK" is not a status'],
    ['an invalid pattern', 'GET /\nbody ~ (\n', 'x.txt:2: /(/ is not a regular expression'],
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
    test(`"${line}" can pass and can fail`, () => {
      const [route] = parseRouteTable(`GET /\n${line}`, 'x.txt');
      if (!route) throw new Error('there is no route');
      expect(findProblems(route, good)).toEqual([]);
      expect(findProblems(route, bad)).toHaveLength(1);
    });
  }

  test('read the text of a page', () => {
    expect(readersText('<title>T</title><style>p{}</style><p>one <!-- -->two&amp;</p><script>no</script>')).toBe(
      'Tone two&',
    );
  });
});

import { request } from 'node:http';
import { describe, expect, it, onTestFinished } from 'vitest';
import { writeContent } from '@/lib/tooling/testing/fixtures/content-folder';
import { serveFolder } from '@/lib/tooling/testing/static-server';

async function serve(basePath = '') {
  const { dir } = await writeContent({
    'index.html': 'home',
    'a/index.html': 'a',
    'b.ics': 'b',
    'two words.png': 'c',
    '404.html': 'none',
  });
  const server = await serveFolder(dir, basePath);
  onTestFinished(() => server.close());
  // `fetch` would tidy the path up before it is sent.
  return (path: string, method = 'GET') =>
    new Promise<[status: number | undefined, rest: string]>((resolve, reject) => {
      const sent = request(`${server.origin}`, { path, method, agent: false }, async (response) => {
        const chunks: Buffer[] = [];
        for await (const chunk of response) chunks.push(chunk as Buffer);
        resolve([response.statusCode, response.headers.location ?? Buffer.concat(chunks).toString()]);
      });
      sent.once('error', reject).end();
    });
}

describe('serveFolder', () => {
  it('serves files, and folders by their index', async () => {
    const ask = await serve();
    expect(await ask('/')).toEqual([200, 'home']);
    expect(await ask('/a/?x=1')).toEqual([200, 'a']);
    expect(await ask('/b.ics')).toEqual([200, 'b']);
    expect(await ask('/two%20words.png')).toEqual([200, 'c']);
    expect(await ask('/a/', 'HEAD')).toEqual([200, '']);
  });

  it('adds the final slash of a folder', async () => {
    const ask = await serve('/news');
    expect(await ask('/news/a?x=1')).toEqual([301, '/news/a/?x=1']);
    expect(await ask('/news')).toEqual([301, '/news/']);
    expect(await ask('/news/a/')).toEqual([200, 'a']);
  });

  it.each([
    '/none/',
    '/b.ics/',
    '/../package.json',
    '/a/..%2f404.html',
    '/a/%2e%2e/b.ics',
    '//a',
    '//evil.example/',
    '/\\evil',
  ])('responds with 404 at %s', async (path) => {
    expect(await (await serve())(path)).toEqual([404, 'none']);
  });

  it('rejects invalid requests', async () => {
    const ask = await serve('/news');
    expect((await ask('/%zz'))[0]).toBe(400);
    expect((await ask('/news/', 'POST'))[0]).toBe(405);
    expect((await ask('/a/'))[0]).toBe(404);
    expect((await ask('/newspaper/'))[0]).toBe(404);
  });
});

import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pagePolicy } from '@/lib/base/headers.mjs';
import { guardRequests } from '@/lib/build/guard-requests';

describe('guardRequests', () => {
  const { emit } = Object.getPrototypeOf(createServer()) as Server;
  let server: Server;
  let origin: string;
  beforeAll(async () => {
    guardRequests();
    server = createServer((request, response) => {
      if (request.url === '/own/') response.setHeader('Cache-Control', 'no-store');
      response.writeHead(request.url === '/error/' ? 500 : 200).end('text');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.close();
    Object.assign(Object.getPrototypeOf(server), { emit });
  });

  it.each(['/', '/error/', '/file.js'])('gives the headers of every response to %s', async (path) => {
    const { headers } = await fetch(origin + path);
    expect(headers.get('content-security-policy')).toBe(pagePolicy);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
  });

  it.each([
    ['/', 'public, max-age=0, must-revalidate'],
    ['/blog/?page=2', 'public, max-age=0, must-revalidate'],
    ['/own/', 'no-store'],
    ['/feed.xml', null],
    ['/feed.xml?from=/', null],
  ])('of %s says how long it may be kept: %s', async (path, wanted) => {
    expect((await fetch(origin + path)).headers.get('cache-control')).toBe(wanted);
  });

  it.each(['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND'])(
    'answers %s with 405 and Allow',
    async (method) => {
      const answer = await fetch(`${origin}/feed.xml`, { method });
      expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
      expect(answer.headers.get('content-security-policy')).toBe(pagePolicy);
    },
  );

  it.each(['GET', 'HEAD'])('answers %s', async (method) => {
    expect((await fetch(`${origin}/feed.xml`, { method })).status).toBe(200);
  });
});

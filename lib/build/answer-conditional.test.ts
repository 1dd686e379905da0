import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerConditionalRequests } from '@/lib/build/answer-conditional';

const ways: Record<string, (response: ServerResponse) => void> = {
  '/head': (response) => response.writeHead(200, { ETag: 'W/"a"', 'Content-Type': 'text/plain' }).end('text'),
  '/parts': (response) => {
    response.statusCode = 200;
    response.setHeader('ETag', 'W/"a"');
    response.setHeader('Content-Length', '4');
    response.write('te');
    response.end('xt');
  },
  '/end': (response) => response.setHeader('ETag', 'W/"a"').end('text'),
  '/none': (response) => response.end('text'),
  '/missing': (response) => response.writeHead(404, { ETag: 'W/"a"' }).end('text'),
};

describe('answerConditionalRequests', () => {
  let server: Server;
  let origin: string;
  beforeAll(async () => {
    answerConditionalRequests();
    server = createServer((request, response) => ways[request.url ?? '']?.(response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => server.close());
  const ask = async (path: string, tag?: string, method = 'GET') => {
    const answer = await fetch(origin + path, { method, headers: tag === undefined ? {} : { 'If-None-Match': tag } });
    return [answer.status, await answer.text()];
  };

  it.each(['/head', '/parts', '/end'])(
    'says 304 at %s to who has it, and gives the text to who has not',
    async (path) => {
      expect(await ask(path, 'W/"a"')).toEqual([304, '']);
      expect(await ask(path, '"a"')).toEqual([304, '']);
      expect(await ask(path, 'W/"b"')).toEqual([200, 'text']);
      expect(await ask(path)).toEqual([200, 'text']);
    },
  );

  it('leaves other answers alone', async () => {
    expect(await ask('/none', 'W/"a"')).toEqual([200, 'text']);
    expect(await ask('/missing', 'W/"a"')).toEqual([404, 'text']);
    expect(await ask('/head', 'W/"a"', 'POST')).toEqual([200, 'text']);
  });
});

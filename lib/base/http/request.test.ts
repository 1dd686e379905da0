import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { type HttpOptions, type Machines, publicMachines, request } from '@/lib/base/http/request';
import { answer, type Page, startServer } from '@/lib/tooling/testing/fixtures/fake-server';

const limits = { silence: 150, total: 400, size: 1_000 };

async function ask(page: Page, options: Partial<HttpOptions> = {}) {
  const { origin } = await startServer({ '/': page });
  return request(new URL(origin), { limits, ...options });
}

/** Sends a piece every 30 milliseconds, for as long as anybody listens. */
const drip =
  (write: (response: Parameters<Page>[1]) => void): Page =>
  (_, response) => {
    const timer = setInterval(() => write(response), 30);
    response.on('close', () => clearInterval(timer));
  };
const drippingBody = drip((response) => response.write(' '));
const drippingHead = drip((response) => response.socket?.write('HTTP/1.1 102 Processing\r\n\r\n'));

describe('the timeout', () => {
  it.each([
    ['body', drippingBody],
    ['head', drippingHead],
  ])('ends a request whose %s arrives too slowly', async (_, page) => {
    await expect(ask(page, { limits: { total: 400, size: 1_000 } })).rejects.toThrow('no response within 0.4 s');
  });

  it('ends a request whose body arrives too slowly, even if data keeps coming', async () => {
    await expect(ask(drippingBody)).rejects.toMatchObject({ kind: 'timeout' });
  });

  it('covers all redirects together', async () => {
    const slow: Page = (_, response, count) => {
      setTimeout(() => response.writeHead(302, { location: `/?${count}` }).end(), 100);
    };
    await expect(ask(slow, { redirects: 100 })).rejects.toThrow('no response within 0.4 s');
  });

  it('allows a body that arrives in pieces', async () => {
    const page: Page = (_, response) => {
      response.write('a');
      setTimeout(() => response.end('b'), 50);
    };
    expect((await ask(page)).text).toBe('ab');
  });

  it('covers silence before the first byte and after it', async () => {
    await expect(ask(() => {})).rejects.toThrow('no data was received for 0.15 s');
    await expect(ask((_, response) => void response.write('a'))).rejects.toThrow('no data was received for 0.15 s');
  });

  it('gives way to an abort signal and its reason', async () => {
    const stop = new AbortController();
    const page: Page = () => stop.abort(new Error('Ctrl-C'));
    await expect(ask(page, { signal: stop.signal })).rejects.toThrow('Ctrl-C');
    await expect(ask(answer(200), { signal: stop.signal })).rejects.toThrow('Ctrl-C');
    expect((await ask(answer(200), { signal: new AbortController().signal })).status).toBe(200);
  });
});

describe('the response text', () => {
  const packed =
    (text: string, cut = 0): Page =>
    (_, response) => {
      const bytes = gzipSync(text);
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(bytes.subarray(0, bytes.length - cut));
    };

  it('has a size limit, compressed or not', async () => {
    const plain =
      (text: string): Page =>
      (_, response) =>
        void response.end(text);
    expect((await ask(plain('x'.repeat(1_000)))).text).toHaveLength(1_000);
    await expect(ask(plain('x'.repeat(1_001)))).rejects.toThrow('its response is larger than 0.001 MB');
    expect((await ask(packed('x'.repeat(1_000)))).text).toHaveLength(1_000);
    await expect(ask(packed('x'.repeat(1_000_000)))).rejects.toThrow('its response is larger than 0.001 MB');
  });

  it('may be empty although the header says that it is compressed', async () => {
    expect(await ask(answer(304, { 'content-encoding': 'gzip' }))).toMatchObject({ status: 304, text: '' });
    expect(await ask(answer(200, { 'content-encoding': 'gzip' }), { method: 'HEAD' })).toMatchObject({ text: '' });
  });

  it('must be complete', async () => {
    await expect(ask(packed('hello', 9))).rejects.toThrow('it closed the connection before the response was complete');
    const cut: Page = (_, response) => {
      response.writeHead(200, { 'content-length': '10' }).write('abc', () => response.destroy());
    };
    await expect(ask(cut)).rejects.toThrow('it closed the connection before the response was complete');
  });

  it('must be UTF-8, except for an error page', async () => {
    const latin =
      (status: number): Page =>
      (_, response) =>
        void response.writeHead(status).end(Buffer.from('ä', 'latin1'));
    await expect(ask(latin(200))).rejects.toThrow('its response is not UTF-8 text');
    expect(await ask(latin(500))).toMatchObject({ status: 500, text: '\ufffd' });
  });

  it('is not waited for with "headOnly"', async () => {
    const page: Page = (_, response) => void response.writeHead(200, { 'x-a': 'b' }).write('a');
    expect(await ask(page, { headOnly: true })).toMatchObject({ status: 200, text: '', headers: { 'x-a': 'b' } });
  });
});

it('computes the headers for each address, and sends a body only to the first', async () => {
  const other = await startServer({ '/end': { text: 'there' } });
  const server = await startServer({ '/': answer(302, { location: `${other.origin}/end` }) });
  const headers = ({ origin }: URL) => (origin === server.origin ? { authorization: 'x' } : { accept: 'text/plain' });
  const options = { limits, headers, redirects: 1 };
  const reply = await request(new URL(server.origin), options);
  expect(reply).toMatchObject({ status: 200, text: 'there', url: `${other.origin}/end` });
  expect(server.requests[0]?.headers).toMatchObject({ authorization: 'x', accept: '*/*' });
  expect(other.requests[0]?.headers).toMatchObject({ accept: 'text/plain' });
  expect(other.requests[0]?.headers.authorization).toBeUndefined();
  expect((await request(new URL(server.origin), { ...options, method: 'POST', body: 'ä' })).status).toBe(302);
  expect(server.requests[1]).toMatchObject({ method: 'POST', body: 'ä', headers: { connection: 'close' } });
  expect(other.requests).toHaveLength(1);
});

describe('a redirect', () => {
  it('is returned if redirects are not followed, or else followed up to the limit', async () => {
    const page: Page = (_, response, count) => {
      if (count < 2) response.writeHead(302, { location: '/' }).end();
      else response.end('end');
    };
    expect((await ask(page)).status).toBe(302);
    expect((await ask(page, { redirects: 2 })).text).toBe('end');
    await expect(ask(page, { redirects: 1 })).rejects.toThrow('it redirects more than 1 times');
    await expect(ask(answer(302), { redirects: 1 })).rejects.toThrow(
      'it responds with 302 but does not say where to redirect',
    );
  });

  it('to a private host is rejected for a link in content, but followed for a configured address', async () => {
    const inside = await startServer({ '/': { text: 'inside' } });
    const { origin } = await startServer({ '/': answer(302, { location: inside.origin }) });
    expect((await request(new URL(origin), { limits, redirects: 1 })).text).toBe('inside');
    // In this test every name counts as public; an address is checked.
    const machines: Machines = {
      resolve: async () => [{ address: '127.0.0.1', family: 4 }],
      mayAsk: (address) => address === '127.0.0.1',
    };
    const strict = { limits, redirects: 1, machines };
    const elsewhere = await startServer({ '/': answer(302, { location: 'http://10.0.0.1/' }) });
    await expect(request(new URL(elsewhere.origin), strict)).rejects.toThrow('10.0.0.1 is not a public host');
    expect((await request(new URL(origin), strict)).text).toBe('inside');
    await expect(request(new URL(origin), { ...strict, machines: publicMachines })).rejects.toMatchObject({
      kind: 'private',
      message: '127.0.0.1 is not a public host',
    });
    expect(inside.requests).toHaveLength(2);
  });
});

it('reports why there is no response', async () => {
  const failing = (code: string) => ({
    ...publicMachines,
    resolve: () => Promise.reject(Object.assign(new Error(), { code })),
  });
  const url = new URL('http://name.test/');
  const askAt = (code: string) => request(url, { limits, machines: failing(code) });
  await expect(askAt('ENOTFOUND')).rejects.toMatchObject({ kind: 'name', unreached: true });
  await expect(askAt('EAI_AGAIN')).rejects.toMatchObject({ kind: 'failure', unreached: true });
  await expect(request(new URL('http://127.0.0.1:1/'), { limits })).rejects.toThrow('it refused the connection');
});

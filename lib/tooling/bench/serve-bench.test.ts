import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { load } from '@/lib/tooling/bench/serve-bench';
import { percentile } from '@/lib/tooling/bench/table';

describe('percentile', () => {
  it.each([
    [[5, 1, 3], 50, 3],
    [[5, 1, 3], 99, 5],
    [Array.from({ length: 200 }, (_, index) => index + 1), 99, 198],
    [[7], 1, 7],
  ])('of %j, %d: %d', (values, percent, wanted) => {
    expect(percentile(values, percent)).toBe(wanted);
  });

  it('of no value is NaN', () => {
    expect(percentile([], 99)).toBeNaN();
  });
});

describe('load', () => {
  let server: Server;
  const sockets = new Set<unknown>();
  beforeAll(async () => {
    server = createServer((asked, answer) => {
      sockets.add(asked.socket);
      answer.writeHead(asked.url === '/good' ? 200 : 500).end('x');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => server.close());
  const at = (path: string) => `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`;

  it('counts responses over the given number of connections', async () => {
    sockets.clear();
    const result = await load(at('/good'), 4, 0.2, new AbortController().signal);
    expect(sockets.size).toBe(4);
    expect(result.failures).toBe(0);
    expect(result.requestsPerSecond).toBeGreaterThan(0);
    expect(result.p99).toBeGreaterThanOrEqual(result.p50);
  });

  it('counts other statuses than 200 as failures', async () => {
    const result = await load(at('/bad'), 1, 0.05, new AbortController().signal);
    expect(result.failures).toBeGreaterThan(0);
    expect(result.requestsPerSecond).toBe(0);
  });

  it('stops when it is aborted', async () => {
    await expect(load(at('/good'), 1, 60, AbortSignal.timeout(50))).rejects.toThrow('timeout');
  });
});

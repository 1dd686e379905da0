import { describe, expect, it } from 'vitest';
import { ClosedError, Patience, type PatienceSettings, parseRetryAfter } from '@/lib/base/http/patience';
import { HttpError, request } from '@/lib/base/http/request';
import { answer, type Page, startServer } from '@/lib/tooling/testing/fixtures/fake-server';

const now = Date.parse('2022-03-02T09:00:00Z');
const settings: PatienceSettings = { attempts: 3, retry: 1, longestWait: 1_000, time: () => now };

describe('parseRetryAfter', () => {
  it.each([
    ['0', 0],
    ['120', 120_000],
    ['Wed, 02 Mar 2022 09:00:30 GMT', 30_000],
    ['Wednesday, 02-Mar-22 09:00:30 GMT', 30_000],
    ['Wed, 02 Mar 2022 08:00:00 GMT', -3_600_000],
  ])('takes %j', (value, after) => {
    expect(parseRetryAfter(value, now)).toBe(now + after);
  });

  it.each([undefined, '', '-1', '1.5', '1 h', 'soon', '9'.repeat(10), '2022-03-02', 'Wed, 99 Mar 2022 09:00:30 GMT'])(
    'rejects %j',
    (value) => {
      expect(parseRetryAfter(value, now)).toBeUndefined();
    },
  );
});

/** Asks a server that answers with each page in turn, the last of them from then on. */
async function askOf(pages: readonly Page[], given: Partial<PatienceSettings> = {}) {
  const page: Page = (...args) => pages[Math.min(args[2], pages.length - 1)]?.(...args);
  const { origin, requests } = await startServer({ '/': page });
  const patience = new Patience({ ...settings, ...given });
  const waits: number[] = [];
  const ask = () =>
    patience.ask(
      'key',
      () => request(new URL(origin), { limits: { total: 100, size: 100 } }),
      undefined,
      (wait) => waits.push(wait),
    );
  return { ask, waits, requests };
}

const hangUp: Page = ({ socket }) => void socket.destroy();

describe('retries', () => {
  it('succeed after a temporary failure', async () => {
    const { ask, requests } = await askOf([answer(503), hangUp, answer(200)]);
    expect((await ask()).status).toBe(200);
    expect(requests).toHaveLength(3);
  });

  it('stop after the last attempt', async () => {
    const { ask, requests } = await askOf([answer(503)]);
    expect((await ask()).status).toBe(503);
    expect(requests).toHaveLength(3);
    const other = await askOf([hangUp]);
    await expect(other.ask()).rejects.toThrow(HttpError);
    expect(other.requests).toHaveLength(3);
  });

  it.each([200, 304, 401, 404, 501])('do not follow a response with %d', async (status) => {
    const { ask, requests } = await askOf([answer(status)]);
    expect((await ask()).status).toBe(status);
    expect(requests).toHaveLength(1);
  });

  it('do not follow a timeout', async () => {
    const { ask, requests } = await askOf([() => {}]);
    await expect(ask()).rejects.toMatchObject({ kind: 'timeout' });
    expect(requests).toHaveLength(1);
  });
});

describe('a rate limit', () => {
  const date = new Date(now + 1_000).toUTCString();
  const reset = String(now / 1_000 - 1);

  it.each<[string, number, Record<string, string>, number]>([
    ['seconds', 429, { 'retry-after': '0' }, 0],
    ['a date', 429, { 'retry-after': date }, 1_000],
    ['a date, for a failure', 503, { 'retry-after': date }, 1_000],
    ['X-RateLimit-Reset', 403, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset }, 0],
    ['nothing', 429, {}, 7],
  ])('is waited for if %s has its end', async (_, status, headers, wait) => {
    const { ask, waits } = await askOf([answer(status, headers), answer(200)], { unnamedLimit: 7 });
    expect((await ask()).status).toBe(200);
    expect(waits).toEqual([wait]);
    await ask();
    expect(waits).toHaveLength(1);
  });

  it.each<[string, number, Record<string, string>]>([
    ['a refusal', 403, {}],
    ['a refusal with questions left', 403, { 'x-ratelimit-remaining': '1', 'x-ratelimit-reset': reset }],
    ['an answer that was the last one', 200, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset }],
  ])('is not %s', async (_, status, headers) => {
    const { ask, waits, requests } = await askOf([answer(status, headers)]);
    expect((await ask()).status).toBe(status);
    expect([waits, requests.length]).toEqual([[], 1]);
  });

  it('ends at the later time if a response has two', async () => {
    const later: Page = (...args) => void setTimeout(() => answer(429, { 'retry-after': '0' })(...args), 40);
    const { ask, requests } = await askOf([answer(429, { 'retry-after': '3600' }), later, answer(200)]);
    const [first, second] = await Promise.allSettled([ask(), ask()]);
    expect(requests).toHaveLength(2);
    for (const result of [first, second]) expect(result).toMatchObject({ reason: { until: '2022-03-02 10:00 UTC' } });
  });

  it('that lasts too long is an error, and no request is sent before it ends', async () => {
    let time = now;
    const { ask, requests } = await askOf([answer(429, { 'retry-after': '3600' }), answer(200)], { time: () => time });
    await expect(ask()).rejects.toThrow(ClosedError);
    await expect(ask()).rejects.toThrow('accepts no requests until 2022-03-02 10:00 UTC');
    expect(requests).toHaveLength(1);
    time += 3_600_000;
    expect((await ask()).status).toBe(200);
  });
});

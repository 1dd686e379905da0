// A web of our own for tests: one server on 127.0.0.1 that is every host whose name ends in .test, and counts who asks.
import { rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { ExternalSettings } from '@/lib/check/external/external';

/** What a page answers; `count` says how often it has been asked before, by this method or any. */
export type Page = (request: IncomingMessage, response: ServerResponse, count: number) => void;

/** Answers with a status and headers. */
export const answer =
  (status: number, headers: Record<string, string> = {}): Page =>
  (_, response) => {
    response.writeHead(status, headers).end();
  };

export interface TestWeb {
  /** `http://name.test:port/path`. */
  at(name: string, path: string): string;
  /** Every request, as `METHOD host/path`. */
  readonly asked: string[];
  /** The most requests that were under way at one host at a time, and at all of them. */
  readonly most: { readonly ofHost: Map<string, number>; all: number };
  /** Settings with which links reach this web alone, in little time. */
  readonly settings: Partial<ExternalSettings>;
}

/** Starts it, until the test ends. @param pages by `host/path` or by path; an answer takes 20 ms. */
export async function startWeb(pages: Readonly<Record<string, Page>>): Promise<TestWeb> {
  const asked: string[] = [];
  const counts = new Map<string, number>();
  const now = new Map<string, number>();
  const most = { ofHost: new Map<string, number>(), all: 0 };
  let all = 0;
  const server = createServer((request, response) => {
    const name = (request.headers.host ?? '').replace(/(?:\.test)?:\d+$/, '');
    const key = `${name}${request.url}`;
    asked.push(`${request.method} ${key}`);
    const here = (now.get(name) ?? 0) + 1;
    now.set(name, here);
    all += 1;
    most.ofHost.set(name, Math.max(here, most.ofHost.get(name) ?? 0));
    most.all = Math.max(most.all, all);
    response.on('close', () => {
      now.set(name, (now.get(name) ?? 1) - 1);
      all -= 1;
    });
    const count = counts.get(key) ?? 0;
    counts.set(key, count + 1);
    const path = (request.url ?? '').replace(/\?.*/, '');
    const page = pages[`${name}${path}`] ?? pages[path] ?? answer(404);
    setTimeout(() => page(request, response, count), 20);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(
    () =>
      new Promise<void>((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  );
  const { port } = server.address() as AddressInfo;
  const folder = join(tmpdir(), `news-links-${process.pid}-${port}`);
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return {
    at: (name, path) => `http://${name}.test:${port}${path}`,
    asked,
    most,
    settings: {
      timeout: 400,
      whole: 20_000,
      attempts: 3,
      retry: 10,
      longestWait: 3_000,
      hosts: 4,
      pause: 1,
      archive: `http://archive.test:${port}/wayback/available`,
      cache: join(folder, 'links.json'),
      resolve: async (name) => {
        if (name.endsWith('.test')) return [{ address: '127.0.0.1', family: 4 }];
        throw Object.assign(new Error(), { code: 'ENOTFOUND' });
      },
      mayAsk: (address) => address === '127.0.0.1',
    },
  };
}

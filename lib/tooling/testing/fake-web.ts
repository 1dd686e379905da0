// A web of our own for tests: one server on 127.0.0.1 that is every host whose name ends in .test.
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Machines } from '@/lib/base/http/request';
import type { ExternalSettings } from '@/lib/check/external/external';
import { type FakeServer, type Page, startServer } from '@/lib/tooling/testing/fake-server';

export interface TestWeb {
  /** `http://name.test:port/path`. */
  at(name: string, path: string): string;
  /** Every request, as `METHOD host/path`. */
  readonly asked: string[];
  readonly most: FakeServer['most'];
  /** Settings with which links reach this web alone, in little time. */
  readonly settings: Partial<ExternalSettings> & { readonly machines: Machines };
}

/** Starts it, until the test ends. @param pages by `host/path` or by path; an answer takes 20 ms. */
export async function startWeb(pages: Readonly<Record<string, Page>>): Promise<TestWeb> {
  const { origin, requests, most } = await startServer(pages, 20);
  const { port } = new URL(origin);
  const folder = join(tmpdir(), `news-links-${process.pid}-${port}`);
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return {
    at: (name, path) => `http://${name}.test:${port}${path}`,
    get asked() {
      return requests.map(({ method, host, url }) => `${method} ${host}${url}`);
    },
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
      machines: {
        resolve: async (name) => {
          if (name.endsWith('.test')) return [{ address: '127.0.0.1', family: 4 }];
          throw Object.assign(new Error(), { code: 'ENOTFOUND' });
        },
        mayAsk: (address) => address === '127.0.0.1',
      },
    },
  };
}

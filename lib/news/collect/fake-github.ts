// A server on this machine that speaks GitHub's API shapes, and misbehaves when it is told to. For tests.
import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

/** How one address answers: with JSON, page by page, or in a way of its own. */
export type Reply =
  | { readonly json: unknown }
  | { readonly pages: readonly (readonly unknown[])[] }
  | { readonly text: string; readonly type?: string }
  | ((request: IncomingMessage, response: ServerResponse) => void);

export interface FakeServer {
  readonly origin: string;
  /** `METHOD path?query` of each request, with its headers. */
  readonly requests: { readonly path: string; readonly headers: IncomingMessage['headers']; status: number }[];
  /** Answers by path and query, changed as a test goes on. What is not in it is answered with 404. */
  readonly replies: Map<string, Reply>;
}

/** Starts a server on a free port of 127.0.0.1; it ends with the test. */
export async function startServer(replies: Readonly<Record<string, Reply>> = {}): Promise<FakeServer> {
  const table = new Map(Object.entries(replies));
  const requests: FakeServer['requests'] = [];
  const server = createServer((request, response) => {
    const entry = { path: decodeURIComponent(request.url ?? ''), headers: request.headers, status: 0 };
    requests.push(entry);
    response.on('close', () => {
      entry.status = response.statusCode;
    });
    answer(request, response, find(table, entry.path), origin);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  onTestFinished(
    () =>
      new Promise<void>((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  );
  return { origin, requests, replies: table };
}

/** The reply for a path; pages beyond the first have the reply of the first. */
function find(table: ReadonlyMap<string, Reply>, path: string): Reply | undefined {
  return table.get(path) ?? table.get(path.replace(/&page=\d+$/, ''));
}

function answer(request: IncomingMessage, response: ServerResponse, reply: Reply | undefined, origin: string): void {
  if (reply === undefined) {
    send(request, response, 404, JSON.stringify({ message: 'Not Found', status: '404' }), {});
  } else if (typeof reply === 'function') {
    reply(request, response);
  } else if ('text' in reply) {
    send(request, response, 200, reply.text, { 'content-type': reply.type ?? 'text/plain' });
  } else if ('json' in reply) {
    send(request, response, 200, JSON.stringify(reply.json), {});
  } else {
    const url = new URL(request.url ?? '', origin);
    const page = Number(url.searchParams.get('page') ?? 1);
    const toPage = (number: number) => {
      url.searchParams.set('page', String(number));
      return url.href;
    };
    const last = reply.pages.length;
    const links = [
      ...(page > 1 ? [`<${toPage(page - 1)}>; rel="prev"`] : []),
      ...(page < last ? [`<${toPage(page + 1)}>; rel="next", <${toPage(last)}>; rel="last"`] : []),
    ];
    const headers: Record<string, string> = links.length > 0 ? { link: links.join(', ') } : {};
    send(request, response, 200, JSON.stringify(reply.pages[page - 1] ?? []), headers);
  }
}

/** Sends a body with its ETag, or 304 to whoever has it already. */
export function send(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  body: string,
  headers: Readonly<Record<string, string>>,
): void {
  const etag = `W/"${createHash('sha256').update(body).digest('hex').slice(0, 16)}"`;
  if (status === 200 && request.headers['if-none-match'] === etag) {
    response.writeHead(304, { etag, ...headers }).end();
    return;
  }
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    ...(status === 200 ? { etag } : {}),
    ...headers,
  });
  response.end(body);
}

/** A release as GitHub lists it. */
export function sampleRelease(tag: string, published: string, more: object = {}): object {
  return {
    tag_name: tag,
    name: tag,
    html_url: `https://github.com/fluxcd/flux2/releases/tag/${tag}`,
    draft: false,
    prerelease: false,
    published_at: published,
    body: '',
    ...more,
  };
}

/** What a search answers. */
export function sampleSearch(logins: readonly string[], more: object = {}): object {
  const items = logins.map((login, index) => ({
    number: index + 1,
    title: 'A change',
    user: { login, type: login.endsWith('[bot]') ? 'Bot' : 'User' },
  }));
  return { total_count: items.length, incomplete_results: false, items, ...more };
}

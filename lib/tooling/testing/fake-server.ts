// A server on this machine that answers as a test says, misbehaves on request, and counts who asks.
import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { onTestFinished } from 'vitest';

/** How one address answers: with JSON, page by page, with a text, or in a way of its own. */
export type Reply =
  | { readonly json: unknown; readonly status?: number }
  | { readonly pages: readonly (readonly unknown[])[] }
  | { readonly text: string; readonly type?: string }
  | Page;

/** Answers in a way of its own; `count` says how often the address has been asked before. */
export type Page = (request: IncomingMessage, response: ServerResponse, count: number) => void;

/** A request that came. */
export interface Asked {
  readonly method: string;
  /** The first label of the host's name: `a` of `a.test`. */
  readonly host: string;
  /** Path and query as they came. */
  readonly url: string;
  /** The same, decoded. */
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
  /** Of the answer; 0 before there is one. */
  status: number;
}

export interface FakeServer {
  readonly origin: string;
  /** Every request, in its order. */
  readonly requests: readonly Asked[];
  /**
   * Answers by path and query, by path, or by either after the name of a host; changed as a test goes on. What is not in
   * it is answered with 404.
   */
  readonly replies: Map<string, Reply>;
  /** The most requests that were under way at one host at a time, and at all of them. */
  readonly most: { readonly ofHost: Map<string, number>; all: number };
}

/** Answers with a status and headers. */
export const answer =
  (status: number, headers: Record<string, string> = {}): Page =>
  (_, response) => {
    response.writeHead(status, headers).end();
  };

/**
 * Starts a server on a free port of 127.0.0.1; it ends with the test.
 *
 * @param given answers as in {@link FakeServer.replies}, or what finds the answer to a request.
 * @param delay before each answer, in milliseconds.
 */
export async function startServer(
  given: Readonly<Record<string, Reply>> | ((asked: Asked) => Reply | undefined) = {},
  delay = 0,
): Promise<FakeServer> {
  const replies = new Map(typeof given === 'function' ? [] : Object.entries(given));
  const find = typeof given === 'function' ? given : (asked: Asked) => findReply(replies, asked);
  const requests: Asked[] = [];
  const counts = new Map<string, number>();
  const most = { ofHost: new Map<string, number>(), all: 0 };
  const open: string[] = [];
  const server = createServer(async (request, response) => {
    const { method = '', headers, url = '' } = request;
    const [host = ''] = (headers.host ?? '').split('.');
    open.push(host);
    most.all = Math.max(most.all, open.length);
    most.ofHost.set(host, Math.max(most.ofHost.get(host) ?? 0, open.filter((each) => each === host).length));
    const chunks: Buffer[] = [];
    const asked = { method, host, url, path: decodeURIComponent(url), headers, body: '', status: 0 };
    requests.push(asked);
    response.on('close', () => {
      open.splice(open.indexOf(host), 1);
      asked.status = response.statusCode;
    });
    for await (const chunk of request) chunks.push(chunk as Buffer);
    asked.body = Buffer.concat(chunks).toString();
    if (delay > 0) await wait(delay);
    const count = counts.get(host + url) ?? 0;
    counts.set(host + url, count + 1);
    reply(request, response, find(asked), count);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(
    () =>
      new Promise<void>((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  );
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, requests, replies, most };
}

/** The reply for a request; pages beyond the first have the reply of the first. */
function findReply(replies: ReadonlyMap<string, Reply>, { host, path }: Asked): Reply | undefined {
  const paths = [path, path.replace(/&page=\d+$/, ''), path.replace(/\?.*/, '')];
  const key = paths.flatMap((each) => [host + each, each]).find((each) => replies.has(each));
  return replies.get(key ?? '');
}

function reply(request: IncomingMessage, response: ServerResponse, given: Reply | undefined, count: number): void {
  if (given === undefined) {
    send(request, response, 404, JSON.stringify({ message: 'Not Found', status: '404' }));
  } else if (typeof given === 'function') {
    given(request, response, count);
  } else if ('text' in given) {
    send(request, response, 200, given.text, { 'content-type': given.type ?? 'text/plain' });
  } else if ('json' in given) {
    send(request, response, given.status ?? 200, given.status === 204 ? '' : JSON.stringify(given.json));
  } else {
    const url = new URL(request.url ?? '', `http://${request.headers.host}`);
    const page = Number(url.searchParams.get('page') ?? 1);
    const toPage = (number: number) => {
      url.searchParams.set('page', String(number));
      return url.href;
    };
    const last = given.pages.length;
    const links = [
      ...(page > 1 ? [`<${toPage(page - 1)}>; rel="prev"`] : []),
      ...(page < last ? [`<${toPage(page + 1)}>; rel="next", <${toPage(last)}>; rel="last"`] : []),
    ];
    const headers: Record<string, string> = links.length > 0 ? { link: links.join(', ') } : {};
    send(request, response, 200, JSON.stringify(given.pages[page - 1] ?? []), headers);
  }
}

/** Sends a body with its ETag, or 304 to whoever has it already. */
export function send(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  body: string,
  headers: Readonly<Record<string, string>> = {},
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

// Makes the framework's server treat all requests alike: by itself, it sends redirects and errors without headers, answers
// `DELETE` of a feed with the feed, and lets caches keep pages for a year, even if they are withdrawn.
import { type IncomingMessage, Server, type ServerResponse } from 'node:http';
import { pageCaching, securityHeaders } from '@/lib/base/headers.mjs';

/**
 * From now on, the servers of this process give every response the headers of all responses, which those of the framework's
 * configuration replace; make caches revalidate pages, whose addresses end in a slash; and answer methods other than
 * GET and HEAD with 405 and `Allow` (RFC 9110, section 15.5.6).
 */
export function guardRequests(): void {
  const { emit } = Server.prototype;
  const always = securityHeaders().find(({ source }) => source === '/:path*')?.headers ?? [];
  Server.prototype.emit = function (this: Server, event: string, ...args: unknown[]): boolean {
    if (event !== 'request') return Reflect.apply(emit, this, [event, ...args]);
    const [request, response] = args as [IncomingMessage, ServerResponse];
    for (const { key, value } of always) response.setHeader(key, value);
    if (/^[^?]*\/(?:\?|$)/.test(request.url ?? '')) response.setHeader('Cache-Control', pageCaching);
    if (request.method === 'GET' || request.method === 'HEAD') return Reflect.apply(emit, this, [event, ...args]);
    response.writeHead(405, { Allow: 'GET, HEAD', 'Content-Type': 'text/plain; charset=utf-8' });
    response.end('Method not allowed: use GET or HEAD.\n');
    return true;
  };
}

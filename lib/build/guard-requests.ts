// Makes the framework's server treat all requests alike: by itself, it sends redirects and errors without headers, answers
// `DELETE` of a feed with the feed, and lets caches keep pages for a year, even if they are withdrawn.
import { type IncomingMessage, Server, type ServerResponse } from 'node:http';
import { pageCaching, securityHeaders } from '@/lib/base/headers.mjs';
import { basePath } from '@/lib/base/urls';
import { refusalPage } from '@/lib/output/contribute/refusal-page';

/**
 * From now on, the servers of this process give every response the headers of all responses, which those of the framework's
 * configuration replace; make caches revalidate pages, whose addresses end in a slash; and answer methods other than
 * GET and HEAD, or than POST where forms are sent, with 405 and `Allow` (RFC 9110, section 15.5.6).
 */
export function guardRequests(): void {
  const { emit } = Server.prototype;
  const always = securityHeaders().find(({ source }) => source === '/:path*')?.headers ?? [];
  Server.prototype.emit = function (this: Server, event: string, ...args: unknown[]): boolean {
    if (event !== 'request') return Reflect.apply(emit, this, [event, ...args]);
    const [request, response] = args as [IncomingMessage, ServerResponse];
    for (const { key, value } of always) response.setHeader(key, value);
    const isForm =
      (request.url ?? '').startsWith(`${basePath}/contribute/`) && /^[^?]*\/check\//.test(request.url ?? '');
    // What a form is answered is of one reader.
    if (!isForm && /^[^?]*\/(?:\?|$)/.test(request.url ?? '')) response.setHeader('Cache-Control', pageCaching);
    const allowed = isForm ? ['POST'] : ['GET', 'HEAD'];
    if (allowed.includes(request.method ?? '')) return Reflect.apply(emit, this, [event, ...args]);
    const type = isForm ? 'text/html' : 'text/plain';
    response.writeHead(405, {
      Allow: allowed.join(', '),
      'Content-Type': `${type}; charset=utf-8`,
      'Cache-Control': 'no-store',
    });
    // Who comes back to the address of an answer finds the way to the form.
    response.end(isForm ? refusalPage() : `Method not allowed: use ${allowed.join(' or ')}.\n`);
    return true;
  };
}

// Has the framework's server answer conditional requests with 304, which it does not do for route handlers.
import { type OutgoingHttpHeader, ServerResponse } from 'node:http';
import { isCurrent } from '@/lib/base/entity-tag';

type Headers = Record<string, OutgoingHttpHeader | undefined>;

/**
 * From now on, a response of this process with status 200 and an `ETag` that the request names (`If-None-Match`) is sent with
 * status 304 and without a body (RFC 9110, section 15.4.5). Hosts with a network in front do this themselves.
 */
export function answerConditionalRequests(): void {
  const { writeHead, write, end } = ServerResponse.prototype;
  const silent = new WeakSet<ServerResponse>();

  ServerResponse.prototype.writeHead = function (this: ServerResponse, status: number, ...rest: unknown[]) {
    const given = rest.find((each): each is Headers => typeof each === 'object' && each !== null) ?? {};
    const tag = given.etag ?? given.ETag ?? this.getHeader('etag');
    const isRead = this.req?.method === 'GET' || this.req?.method === 'HEAD';
    if (status !== 200 || !isRead || typeof tag !== 'string' || !isCurrent(this.req.headers['if-none-match'], tag)) {
      return Reflect.apply(writeHead, this, [status, ...rest]);
    }
    silent.add(this);
    for (const name of ['content-length', 'content-encoding', 'content-type', 'transfer-encoding'])
      this.removeHeader(name);
    return Reflect.apply(writeHead, this, [304]);
  } as typeof writeHead;

  ServerResponse.prototype.write = function (this: ServerResponse, ...chunk: unknown[]) {
    if (!this.headersSent) this.writeHead(this.statusCode);
    return silent.has(this) ? true : Reflect.apply(write, this, chunk);
  } as typeof write;

  ServerResponse.prototype.end = function (this: ServerResponse, ...chunk: unknown[]) {
    // If nothing has been sent yet, the framework's server has set the status and headers separately.
    if (!this.headersSent && this.statusCode === 200 && this.getHeader('etag') !== undefined) this.writeHead(200);
    if (!silent.has(this)) return Reflect.apply(end, this, chunk);
    const done = chunk.find((each) => typeof each === 'function');
    return Reflect.apply(end, this, done ? [done] : []);
  } as typeof end;
}

// One request to another machine: limited in time and size, and each redirect checked like the first address.
import type { LookupAddress } from 'node:dns';
import { lookup as lookUp } from 'node:dns/promises';
import { type ClientRequest, type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { isPublicAddress } from '@/lib/base/http/public-address';

/** How long an answer may take, in milliseconds, and how long it may be. */
export interface HttpLimits {
  /** Without a byte. By default as long as `total`. */
  readonly silence?: number;
  /** For the whole answer, redirects included, however steadily its bytes come. */
  readonly total: number;
  /** Bytes of the answer, unpacked. */
  readonly size: number;
}

/** Which machines may be asked, for addresses that strangers have written. */
export interface Machines {
  /** The addresses of a name. The connection goes to one of these: the name is not looked up a second time. */
  readonly resolve: (name: string) => Promise<readonly LookupAddress[]>;
  /** Whether the machine at an IP address may be asked. */
  readonly mayAsk: (address: string) => boolean;
}

export const publicMachines: Machines = {
  resolve: (name) => lookUp(name, { all: true }),
  mayAsk: isPublicAddress,
};

export type Method = 'HEAD' | 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';

export interface HttpOptions {
  readonly limits: HttpLimits;
  /** By default GET. */
  readonly method?: Method;
  /** In lower case, for one address of a chain of redirects. An error that this throws, the caller gets. */
  readonly headers?: (url: URL) => Readonly<Record<string, string>>;
  readonly body?: string | undefined;
  readonly signal?: AbortSignal | undefined;
  /** By default any machine, as for addresses that are configured. */
  readonly machines?: Machines;
  /** How many redirects are followed. By default, and with a body, none: the redirect is the answer. */
  readonly redirects?: number;
  /** Closes the connection after the head of the answer. Its text is then empty. */
  readonly headOnly?: boolean;
}

export interface HttpReply {
  readonly status: number;
  /** By their names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly text: string;
  /** Where it came from in the end. */
  readonly url: string;
}

/**
 * There is no answer: the machine may not be asked (`private`), the name leads to none (`name`), the time for the whole
 * answer was up (`timeout`), or something else failed (`failure`). The message is a clause without a full stop.
 */
export class HttpError extends Error {
  override readonly name = 'HttpError';
  /** No machine was reached at all. */
  readonly unreached: boolean;
  /** Asking again does not help. */
  readonly final: boolean;
  constructor(
    readonly kind: 'private' | 'name' | 'timeout' | 'failure',
    message: string,
    { unreached = false, final = kind === 'private' } = {},
  ) {
    super(message);
    this.unreached = unreached;
    this.final = final;
  }
}

/**
 * Asks once.
 *
 * @param start an http: or https: address; user name, password and fragment are not sent.
 * @throws {HttpError} where there is no answer; the signal's reason where it is aborted.
 */
export async function request(start: URL, options: HttpOptions): Promise<HttpReply> {
  const { limits, signal, redirects = 0 } = options;
  const { total, silence = total } = limits;
  const late = new AbortController();
  const slow = new HttpError('timeout', `no response within ${total / 1_000} s`);
  const silent = new HttpError('failure', `no data was received for ${silence / 1_000} s`);
  const whole = setTimeout(() => late.abort(slow), total);
  const quiet = silence < total ? setTimeout(() => late.abort(silent), silence) : undefined;
  const stop = signal ? AbortSignal.any([signal, late.signal]) : late.signal;
  try {
    let url = start;
    for (let count = 0; ; count += 1) {
      const headers = options.headers?.(url) ?? {};
      const reply = await exchange(url, headers, options, stop, () => quiet?.refresh()).catch((error: Error) => {
        stop.throwIfAborted();
        throw toHttpError(error);
      });
      const next = redirects > 0 && options.body === undefined ? redirectOf(reply) : undefined;
      if (!next) return reply;
      if (next === 'nowhere')
        throw failed(`it responds with ${reply.status} but does not say where to redirect`, { final: true });
      if (count >= redirects) throw failed(`it redirects more than ${redirects} times`, { final: true });
      url = next;
    }
  } finally {
    clearTimeout(whole);
    clearTimeout(quiet);
  }
}

/** Where an answer leads on to: an address, `nowhere` where it names none, undefined where it is not a redirect. */
export function redirectOf({ status, headers: { location }, url }: HttpReply): URL | 'nowhere' | undefined {
  if (status < 300 || status >= 400 || status === 304) return undefined;
  return location !== undefined && URL.canParse(location, url) ? new URL(location, url) : 'nowhere';
}

/** One request and its answer, a redirect or not. @param heard is called for each piece of the answer. */
async function exchange(
  url: URL,
  headers: Readonly<Record<string, string>>,
  options: HttpOptions,
  signal: AbortSignal,
  heard: () => void,
): Promise<HttpReply> {
  const { limits, body, headOnly = false } = options;
  signal.throwIfAborted();
  const sent = open(url, headers, options, signal);
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    sent.on('response', resolve).on('error', reject).end(body);
  });
  heard();
  const status = response.statusCode ?? 0;
  const all = Object.entries(response.headers).map(([name, value]) => [name, String(value)]);
  const head = { status, headers: Object.fromEntries(all), url: url.href };
  if (headOnly) {
    sent.destroy();
    return { ...head, text: '' };
  }
  // For these, the headers describe a body that is not sent.
  const isEmpty = options.method === 'HEAD' || status === 204 || status === 304;
  const isPacked = !isEmpty && response.headers['content-encoding'] === 'gzip';
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of isPacked ? pipeline(response, createGunzip(), () => {}) : response) {
    heard();
    size += chunk.length;
    if (size > limits.size) {
      throw failed(`its response is larger than ${limits.size / 1_000_000} MB`, { final: true });
    }
    chunks.push(chunk);
  }
  // What an error page is written in does not matter.
  const text = new TextDecoder('utf-8', { fatal: status < 300 }).decode(Buffer.concat(chunks));
  return { ...head, text };
}

function open(
  url: URL,
  headers: Readonly<Record<string, string>>,
  { method = 'GET', body, machines, headOnly }: HttpOptions,
  signal: AbortSignal,
): ClientRequest {
  const { protocol, pathname, search, host } = url;
  const name = url.hostname.replace(/^\[|\]$/g, '');
  const port = Number(url.port || (protocol === 'https:' ? 443 : 80));
  if (machines) {
    // What answers on another low port is not a web server, and might take a request for commands.
    if (port < 1024 && port !== 80 && port !== 443) {
      throw new HttpError('private', `port ${port} is not allowed`);
    }
    // Addresses that are written out are never looked up.
    if (isIP(name) !== 0 && !machines.mayAsk(name)) throw privateMachine(name);
  }
  const send = protocol === 'https:' ? requestHttps : requestHttp;
  return send({
    ...{ protocol, hostname: name, port, path: pathname + search, method, signal, maxHeaderSize: 65_536 },
    // Each request to a stranger's machine has a new connection, and its address is checked again. Requests that change
    // something have one too, because the other side may just have closed an old one.
    ...(machines || method !== 'GET' ? { agent: false } : {}),
    ...(machines ? { lookup: lookupOf(machines) } : {}),
    headers: {
      ...{ host, 'user-agent': 'community-news', accept: '*/*', 'accept-encoding': headOnly ? 'identity' : 'gzip' },
      ...(body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }),
      ...headers,
    },
  });
}

function lookupOf({ resolve, mayAsk }: Machines): LookupFunction {
  return (wanted, options, done) => {
    const give = (addresses: readonly LookupAddress[]) => {
      const closed = addresses.find(({ address }) => !mayAsk(address));
      const [first] = addresses;
      if (closed || !first) done(closed ? privateMachine(closed.address) : unknownName(), '', 4);
      else if (options.all) done(null, [...addresses]);
      else done(null, first.address, first.family);
    };
    resolve(wanted).then(give, (error: Error) => done(error, '', 4));
  };
}

function failed(message: string, detail = {}): HttpError {
  return new HttpError('failure', message, detail);
}

function privateMachine(address: string): HttpError {
  return new HttpError('private', `${address} is not a public host`);
}

function unknownName(): HttpError {
  return new HttpError('name', 'its host name does not exist', { unreached: true });
}

/** Our own wording: that of the system may be long, and repeat what was sent. */
function toHttpError(error: Error & { code?: string }): HttpError {
  // Several addresses were tried, and each failed in its own way.
  const [first = error] = error instanceof AggregateError ? (error.errors as (Error & { code?: string })[]) : [];
  if (first instanceof HttpError) return first;
  const code = first.code ?? '';
  if (code === 'ENOTFOUND') return unknownName();
  if (code === 'EAI_AGAIN') return failed('its host name could not be resolved', { unreached: true });
  if (code === 'ECONNREFUSED') return failed('it refused the connection');
  if (/^(?:ECONNRESET|EPIPE|Z_BUF_ERROR|ERR_STREAM_PREMATURE_CLOSE)$/.test(code)) {
    return failed('it closed the connection before the response was complete');
  }
  if (/^(?:ENETUNREACH|EHOSTUNREACH|EADDRNOTAVAIL|ETIMEDOUT|ENETDOWN)$/.test(code)) {
    return failed('it cannot be reached', { unreached: true });
  }
  if (/CERT|SELF_SIGNED|UNABLE_TO_|ERR_TLS/.test(code)) {
    return failed(`its certificate is not valid (${code})`, { final: true });
  }
  if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return failed('its response is not UTF-8 text');
  if (code.startsWith('HPE_')) return failed('its response is not valid HTTP', { final: true });
  return failed(/^[A-Z0-9_]+$/.test(code) ? `the request failed (${code})` : 'the request failed');
}

// One request to a machine elsewhere: timed, to public machines only, and without following where it leads on.
import { lookup as lookUp } from 'node:dns/promises';
import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { isPublicAddress } from '@/lib/check/external/public-address';

/** An address of a machine, as names are resolved to. */
export interface MachineAddress {
  readonly address: string;
  readonly family: 4 | 6;
}

/** What a request may do. */
export interface RequestSettings {
  /** How long an answer may take. Milliseconds. */
  readonly timeout: number;
  readonly signal: AbortSignal;
  /** The addresses of a name. The connection goes to one of these: the name is not looked up a second time. */
  readonly resolve: (name: string) => Promise<readonly MachineAddress[]>;
  /** Whether a machine may be asked. For tests; by default those that {@link isPublicAddress} lets through. */
  readonly mayAsk: (address: string) => boolean;
  /** Who asks, for the owner of the machine. */
  readonly userAgent: string;
}

/** The head of an answer, and its text where that was wanted. */
export interface Reply {
  readonly status: number;
  readonly location: string | undefined;
  readonly retryAfter: string | undefined;
  readonly text: string;
}

/**
 * Why there was no answer: the machine is not public (`private`), the name leads to none (`name`), or it did not answer
 * as it should (`fault`). `unreached` of a fault says that no machine was reached at all.
 */
export class NoReply extends Error {
  override readonly name = 'NoReply';
  constructor(
    readonly kind: 'private' | 'name' | 'fault',
    message: string,
    readonly detail: { readonly unreached?: boolean; readonly final?: boolean } = {},
  ) {
    super(message);
  }
}

/** The system's own answer to a name. */
export async function resolveName(name: string): Promise<readonly MachineAddress[]> {
  return (await lookUp(name, { all: true })) as MachineAddress[];
}

export const usualRequest = { resolve: resolveName, mayAsk: isPublicAddress };

/** Bytes of an answer's text that are read. */
const longest = 1_000_000;

/**
 * Asks once.
 *
 * @param target an http: or https: address; user name, password and fragment are not sent.
 * @param wantsText reads the text of the answer; else the connection is closed after its head.
 * @throws {NoReply} where there is no answer.
 */
export function ask(
  target: URL,
  method: 'HEAD' | 'GET',
  { timeout, signal, resolve, mayAsk, userAgent }: RequestSettings,
  wantsText = false,
): Promise<Reply> {
  return new Promise((answer, refuse) => {
    const name = target.hostname.replace(/^\[|\]$/g, '');
    const port = Number(target.port || (target.protocol === 'https:' ? 443 : 80));
    // A machine that answers on another low port is no web server, and might take our words for orders.
    if (port < 1024 && port !== 80 && port !== 443)
      return refuse(new NoReply('private', `port ${port} is not for pages`));
    // Addresses that are written out are never looked up.
    if (isIP(name) !== 0 && !mayAsk(name)) return refuse(privateMachine(name));
    const lookup: LookupFunction = (wanted, options, done) => {
      const give = (addresses: readonly MachineAddress[]) => {
        const closed = addresses.find(({ address }) => !mayAsk(address));
        const [first] = addresses;
        if (closed || !first) done(closed ? privateMachine(closed.address) : unknownName(), '', 4);
        else if (options.all) done(null, [...addresses]);
        else done(null, first.address, first.family);
      };
      resolve(wanted).then(give, (error: Error) => done(error, '', 4));
    };
    const send = target.protocol === 'https:' ? requestHttps : requestHttp;
    const sent = send({
      protocol: target.protocol,
      hostname: name,
      port,
      path: target.pathname + target.search,
      method,
      lookup,
      // No connection is kept: who is asked next is asked anew, with addresses looked at anew.
      agent: false,
      maxHeaderSize: 65_536,
      headers: {
        host: target.host,
        'user-agent': userAgent,
        accept: wantsText ? 'application/json' : 'text/html,application/xhtml+xml,*/*;q=0.8',
        'accept-encoding': 'identity',
        connection: 'close',
      },
    });
    const timer = setTimeout(
      () => sent.destroy(new NoReply('fault', `it has not answered within ${timeout / 1_000} s`)),
      timeout,
    );
    const stop = () => sent.destroy(signal.reason as Error);
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    sent.on('close', () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', stop);
    });
    const fail = (error: Error) => refuse(signal.aborted ? signal.reason : toNoReply(error));
    sent.on('error', fail);
    sent.on('response', (response) => {
      const { statusCode: status = 0, headers } = response;
      const reply = { status, location: headers.location, retryAfter: headers['retry-after'] };
      if (!wantsText) {
        answer({ ...reply, text: '' });
        sent.destroy();
        return;
      }
      const chunks: Buffer[] = [];
      let size = 0;
      response.on('data', (chunk: Buffer) => {
        size += chunk.length;
        chunks.push(chunk);
        if (size > longest) sent.destroy(new NoReply('fault', 'its answer does not end'));
      });
      response.on('error', fail);
      response.on('end', () => answer({ ...reply, text: Buffer.concat(chunks).toString('utf8') }));
    });
    sent.end();
  });
}

function privateMachine(address: string): NoReply {
  return new NoReply('private', `${address} is not a public machine`);
}

function unknownName(): NoReply {
  return new NoReply('name', 'its name leads to no machine', { unreached: true });
}

/** In words of ours: those of the system may be long, and repeat what was sent. */
function toNoReply(error: Error & { code?: string }): NoReply {
  // Several addresses were tried, and each failed in its own way.
  const [first = error] = error instanceof AggregateError ? (error.errors as (Error & { code?: string })[]) : [];
  if (first instanceof NoReply) return first;
  const code = first.code ?? '';
  if (code === 'ENOTFOUND') return unknownName();
  if (code === 'EAI_AGAIN') return new NoReply('fault', 'its name could not be looked up', { unreached: true });
  if (code === 'ECONNREFUSED') return new NoReply('fault', 'it refuses connections');
  if (code === 'ECONNRESET' || code === 'EPIPE') return new NoReply('fault', 'it hangs up before it answers');
  if (/^(?:ENETUNREACH|EHOSTUNREACH|EADDRNOTAVAIL|ETIMEDOUT|ENETDOWN)$/.test(code)) {
    return new NoReply('fault', 'it cannot be reached', { unreached: true });
  }
  if (/CERT|SELF_SIGNED|UNABLE_TO_|ERR_TLS/.test(code)) {
    return new NoReply('fault', `its certificate is not valid (${code})`, { final: true });
  }
  if (code.startsWith('HPE_')) return new NoReply('fault', 'its answer is no HTTP', { final: true });
  return new NoReply('fault', /^[A-Z0-9_]+$/.test(code) ? `it cannot be asked (${code})` : 'it cannot be asked');
}

// Asks other machines over HTTP: with time limits, patience for rate limits, and a copy of what they said before.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { sleep } from '@/lib/base/sleep';
import { cleanLine } from '@/lib/news/collect/clean';
import { writeWhole } from '@/lib/news/write-whole';

/** How long is waited, and for how much. Times in milliseconds. */
export interface Limits {
  /** Without a byte. */
  readonly silence: number;
  /** For one whole answer. */
  readonly answer: number;
  /** For a rate limit to end; a longer one is reported. */
  readonly rateLimit: number;
  /** Before a machine that failed is asked again, and again twice that long after. */
  readonly retry: number;
  /** Bytes of one answer. */
  readonly size: number;
}

export const usualLimits: Limits = {
  silence: 20_000,
  answer: 120_000,
  rateLimit: 90_000,
  retry: 1_000,
  size: 32_000_000,
};

/** What an asker needs to know. */
export interface AskSettings {
  readonly limits: Limits;
  /** Where copies are kept. Absolute. */
  readonly cache: string;
  readonly signal: AbortSignal;
  /** Says what is waited for. */
  readonly tell: (text: string) => void;
  /** The time, in milliseconds since 1970. */
  readonly now: () => number;
  /** Sent to the origin of `tokenOrigin` alone. */
  readonly token?: string | undefined;
  readonly tokenOrigin?: string | undefined;
}

/** An answer, or the copy of an earlier one. */
export interface Answer {
  readonly text: string;
  /** The `Link` header, for further pages. */
  readonly link: string | undefined;
  /** Where it came from in the end. */
  readonly url: string;
  /** Why a copy stands in, and from when it is, where the machine could not be asked. */
  readonly standIn?: { readonly reason: string; readonly from: Date };
}

export interface AskOptions {
  readonly accept?: string;
  /** How old a copy may be for nobody to be asked. Milliseconds. */
  readonly fresh?: number;
  /** Why an answer is none, although it came whole. Such a one is not kept. */
  readonly fault?: (text: string) => string | undefined;
}

/** A source could not be read. The message is a sentence for the editor. */
export class SourceError extends Error {
  override readonly name = 'SourceError';
}

/** It is worth asking again. */
class PassingError extends SourceError {}

export type Ask = (url: string, options?: AskOptions) => Promise<Answer>;

const copySchema = z.object({
  url: z.string(),
  finalUrl: z.string(),
  etag: z.string().optional(),
  lastModified: z.string().optional(),
  link: z.string().optional(),
  from: z.number(),
  text: z.string(),
});

type Copy = z.output<typeof copySchema>;

const attempts = 3;
const mostRedirects = 5;

/**
 * Makes something that asks for addresses.
 *
 * Each answer is kept with its ETag and Last-Modified, and the next question says so (RFC 9110, section 13.1): where
 * nothing has changed, the copy is the answer. Where the machine fails, the copy stands in, and the answer says so.
 *
 * @returns a function that throws a {@link SourceError} where there is neither an answer nor a copy.
 */
export function makeAsk(settings: AskSettings): Ask {
  const { limits, cache, signal, tell, now, token } = settings;
  if (token !== undefined && !/^[\x21-\x7e]+$/.test(token)) {
    throw new SourceError('GITHUB_TOKEN holds characters that no token has (fix: copy it again, without spaces)');
  }
  /** Until when a machine answers no one, by its own words: nobody asks it in vain before. Searches are counted apart. */
  const closedUntil = new Map<string, number>();
  const counterOf = ({ origin, pathname }: URL) => `${origin} ${pathname.includes('/search/')}`;

  const ask: Ask = async (url, options = {}) => {
    const sendsToken = token !== undefined && new URL(url).origin === settings.tokenOrigin;
    const file = join(
      cache,
      `${createHash('sha256').update(`${sendsToken} ${options.accept} ${url}`).digest('hex')}.json`,
    );
    const copy = await readCopy(file, url);
    if (copy && options.fresh !== undefined && now() - copy.from < options.fresh) return toAnswer(copy);
    try {
      const answer = await askAgain(url, options, copy);
      const kept: Copy = answer === 'same' && copy ? { ...copy, from: now() } : (answer as Copy);
      await writeWhole(file, JSON.stringify(kept), { replace: true, signal });
      return toAnswer(kept);
    } catch (error) {
      signal.throwIfAborted();
      if (!(error instanceof SourceError)) throw error;
      if (!copy) throw error;
      return { ...toAnswer(copy), standIn: { reason: error.message, from: new Date(copy.from) } };
    }
  };

  async function askAgain(url: string, options: AskOptions, copy: Copy | undefined): Promise<Copy | 'same'> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await askOnce(url, options, copy);
      } catch (error) {
        signal.throwIfAborted();
        if (!(error instanceof PassingError) || attempt >= attempts) throw error;
        await sleep(limits.retry * attempt, signal);
      }
    }
  }

  async function askOnce(url: string, options: AskOptions, copy: Copy | undefined): Promise<Copy | 'same'> {
    let target = new URL(url);
    let waits = 0;
    for (let redirects = 0; redirects <= mostRedirects; redirects += 1) {
      const reply = await request(target, options, copy);
      if (reply.status === 304 && copy) return 'same';
      const location = reply.headers.get('location');
      if ([301, 302, 303, 307, 308].includes(reply.status) && location) {
        if (!URL.canParse(location, target)) throw new SourceError('it leads on to what is no address');
        target = new URL(location, target);
        continue;
      }
      if (reply.status === 403 || reply.status === 429) {
        if (waits < attempts && (await waitForLimit(reply, target))) {
          waits += 1;
          redirects = -1;
          target = new URL(url);
          continue;
        }
      }
      if (reply.status >= 500) throw new PassingError(`it answers ${reply.status}${wordsOf(reply.text)}`);
      if (reply.status !== 200) throw new SourceError(`it answers ${reply.status}${wordsOf(reply.text)}`);
      const fault = options.fault?.(reply.text);
      if (fault) throw new PassingError(fault);
      const header = (name: string) => reply.headers.get(name) ?? undefined;
      return {
        url,
        finalUrl: target.href,
        etag: header('etag'),
        lastModified: header('last-modified'),
        link: header('link'),
        from: now(),
        text: reply.text,
      };
    }
    throw new SourceError(`it leads on more than ${mostRedirects} times`);
  }

  async function request(target: URL, { accept = '*/*' }: AskOptions, copy: Copy | undefined) {
    refuseAddress(target);
    const closed = closedUntil.get(counterOf(target)) ?? 0;
    if (closed - now() > limits.rateLimit) throw limitError(closed);
    const headers = new Headers({ accept, 'user-agent': 'community-news' });
    if (token !== undefined && target.origin === settings.tokenOrigin) headers.set('authorization', `Bearer ${token}`);
    if (target.hostname === 'api.github.com') headers.set('x-github-api-version', '2022-11-28');
    if (copy?.etag) headers.set('if-none-match', copy.etag);
    else if (copy?.lastModified) headers.set('if-modified-since', copy.lastModified);
    return receive(target, headers, limits, signal);
  }

  /** @returns whether the limit was waited for; false where the refusal is no rate limit. */
  async function waitForLimit(reply: Reply, target: URL): Promise<boolean> {
    const until = limitEnd(reply, now());
    if (until === undefined) return false;
    closedUntil.set(counterOf(target), until);
    const wait = Math.max(0, until - now());
    if (wait > limits.rateLimit) throw limitError(until);
    tell(`waits ${Math.ceil(wait / 1_000)} s for the rate limit of ${target.host}`);
    await sleep(wait, signal);
    return true;
  }

  function limitError(until: number): SourceError {
    const time = new Date(Math.ceil(until / 60_000) * 60_000).toISOString();
    const more = token === undefined ? '; a GITHUB_TOKEN raises it' : '';
    return new SourceError(`its rate limit is used up until ${time.slice(0, 10)} ${time.slice(11, 16)} UTC${more}`);
  }

  return ask;
}

/** Nothing is asked over an open line, but on this machine. */
function refuseAddress({ protocol, hostname, username, password }: URL): void {
  const isHere = /^(?:127\.\d+\.\d+\.\d+|localhost|\[::1\])$/.test(hostname);
  if (protocol !== 'https:' && !(protocol === 'http:' && isHere)) {
    throw new SourceError(`the address is not encrypted (${protocol}//${hostname}; fix: use https)`);
  }
  if (username || password) throw new SourceError('the address holds a user name or a password (fix: remove it)');
}

interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** One request and the whole of its reply. Redirects are not followed here, so that each can be judged. */
async function receive(target: URL, headers: Headers, limits: Limits, signal: AbortSignal): Promise<Reply> {
  const stop = new AbortController();
  const silent = new PassingError(`it was silent for ${limits.silence / 1_000} s`);
  const slow = new PassingError(`it had not answered whole after ${limits.answer / 1_000} s`);
  let timer = setTimeout(() => stop.abort(silent), limits.silence);
  const total = setTimeout(() => stop.abort(slow), limits.answer);
  const onAbort = () => stop.abort(signal.reason);
  signal.addEventListener('abort', onAbort, { once: true });
  try {
    signal.throwIfAborted();
    const response = await fetch(target, { headers, redirect: 'manual', signal: stop.signal });
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
      clearTimeout(timer);
      timer = setTimeout(() => stop.abort(silent), limits.silence);
      size += chunk.length;
      if (size > limits.size) throw new SourceError(`its answer is longer than ${limits.size / 1_000_000} MB`);
      chunks.push(chunk);
    }
    const text = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
    return { status: response.status, headers: response.headers, text };
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof SourceError) throw error;
    if (stop.signal.aborted && stop.signal.reason instanceof SourceError) throw stop.signal.reason;
    throw new PassingError(connectionFault(error));
  } finally {
    clearTimeout(timer);
    clearTimeout(total);
    signal.removeEventListener('abort', onAbort);
    stop.abort();
  }
}

/** Why a connection failed, in words of ours: those of the library may repeat what was sent. */
function connectionFault(error: unknown): string {
  const { code, cause } = error as { code?: string; cause?: { code?: string } };
  const name = cause?.code ?? code ?? '';
  if (name === 'ERR_ENCODING_INVALID_ENCODED_DATA') return 'its answer is not UTF-8 text';
  if (name === 'ENOTFOUND' || name === 'EAI_AGAIN') return 'its name leads to no machine (is there a network?)';
  if (name === 'ECONNREFUSED') return 'nobody answers there';
  if (name === 'UND_ERR_SOCKET' || name === 'ECONNRESET') return 'it hung up before the answer was whole';
  return `it could not be reached${/^[A-Z_]+$/.test(name) ? ` (${name})` : ''}`;
}

/**
 * When a refusal for asking too much ends, in milliseconds since 1970; undefined for another refusal. GitHub says so with
 * Retry-After, with X-RateLimit-Remaining and -Reset, or, for its secondary limit, in words alone: then a minute is to be
 * waited (https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api).
 */
function limitEnd({ status, headers, text }: Reply, now: number): number | undefined {
  const retryAfter = headers.get('retry-after');
  if (retryAfter !== null) {
    const seconds = /^\d{1,6}$/.test(retryAfter) ? Number(retryAfter) : undefined;
    const date = seconds === undefined ? Date.parse(retryAfter) : now + seconds * 1_000;
    if (!Number.isNaN(date)) return date;
  }
  const reset = headers.get('x-ratelimit-reset') ?? '';
  // A second more: the clocks of two machines differ.
  if (headers.get('x-ratelimit-remaining') === '0' && /^\d{1,12}$/.test(reset)) return (Number(reset) + 1) * 1_000;
  if (status === 429 || /secondary rate limit/i.test(text)) return now + 60_000;
  return undefined;
}

/** What GitHub says of a refusal, as far as it is short and plain. */
function wordsOf(text: string): string {
  try {
    const { message } = JSON.parse(text) as { message?: unknown };
    return typeof message === 'string' && message !== '' ? ` (${cleanLine(message, 120)})` : '';
  } catch {
    return '';
  }
}

async function readCopy(file: string, url: string): Promise<Copy | undefined> {
  try {
    const copy = copySchema.parse(JSON.parse(await readFile(file, 'utf8')));
    return copy.url === url ? copy : undefined;
  } catch {
    // A copy that is missing or broken is none, and the machine is asked afresh.
    return undefined;
  }
}

function toAnswer({ text, link, finalUrl }: Copy): Answer {
  return { text, link, url: finalUrl };
}

// Requests of `news collect`: responses are cached, and GitHub's API gets the token.
import { z } from 'zod';
import { answerFile, askIfChanged, type KeptAnswer, readAnswer } from '@/lib/base/http/answer-cache';
import { ClosedError, Patience, type PatienceSettings } from '@/lib/base/http/patience';
import { HttpError, type HttpLimits, type HttpReply, request } from '@/lib/base/http/request';
import { cleanLine } from '@/lib/news/collect/clean';

/** Limits of each request, and how long rate limits are waited for. */
export type Limits = HttpLimits & Pick<PatienceSettings, 'retry' | 'longestWait'>;

export const usualLimits: Limits = {
  silence: 20_000,
  total: 120_000,
  longestWait: 90_000,
  retry: 1_000,
  size: 32_000_000,
};

export interface AskSettings {
  readonly limits: Limits;
  /** The folder of cached responses. Absolute. */
  readonly cache: string;
  readonly signal: AbortSignal;
  /** Prints what is waited for. */
  readonly log: (text: string) => void;
  /** The time, in milliseconds since 1970. */
  readonly now: () => number;
  /** Sent to `tokenOrigin` only. */
  readonly token?: string | undefined;
  readonly tokenOrigin?: string | undefined;
  /** Gets a sentence for each stale copy that is used: why the request failed, and the age of the copy. */
  readonly stale: Set<string>;
}

export interface AskOptions {
  readonly accept?: string;
  /** A copy younger than this is used without a request. Milliseconds. */
  readonly fresh?: number;
  /** Why a complete response cannot be used. Such responses are not cached. */
  readonly problemOf?: ((text: string) => string | undefined) | undefined;
}

/** A source, or a part of it, cannot be collected. The message is a sentence for the editor. */
export class SourceError extends Error {
  override readonly name = 'SourceError';
}

/** @throws {SourceError} if there is neither a response nor a copy. */
export type Ask = (url: string, options?: AskOptions) => Promise<KeptAnswer>;

/** Makes a function that requests addresses. If a request fails, it returns the copy of an earlier response. */
export function makeAsk(settings: AskSettings): Ask {
  const { limits, cache, signal, now, token, tokenOrigin, stale } = settings;
  // GitHub does not say when its secondary rate limit ends; its documentation says to wait a minute.
  const patience = new Patience({ ...limits, attempts: 3, unnamedLimit: 60_000, signal, time: now });
  return async (address, options = {}) => {
    const url = new URL(address);
    const hasToken = token !== undefined && url.origin === tokenOrigin;
    const file = answerFile(cache, `${hasToken} ${options.accept} ${address}`);
    const kept = readAnswer(file);
    if (kept && options.fresh !== undefined && now() - kept.from < options.fresh) return kept;
    try {
      const send = (conditions: Headers) => sendPatiently(url, options, conditions, settings, patience);
      return await askIfChanged(file, kept, now, send);
    } catch (error) {
      signal.throwIfAborted();
      const failure = toSourceError(error, token !== undefined);
      if (!kept) throw failure;
      stale.add(`${failure.message}; using the copy of ${new Date(kept.from).toISOString().slice(0, 10)}`);
      return kept;
    }
  };
}

type Headers = Readonly<Record<string, string>>;

async function sendPatiently(
  url: URL,
  { accept = '*/*', problemOf }: AskOptions,
  conditions: Headers,
  { limits, signal, log, token, tokenOrigin }: AskSettings,
  patience: Patience,
): Promise<HttpReply> {
  const headers = (target: URL) => {
    refuseUnsafe(target);
    return {
      accept,
      ...(token !== undefined && target.origin === tokenOrigin ? { authorization: `Bearer ${token}` } : {}),
      ...(target.hostname === 'api.github.com' ? { 'x-github-api-version': '2022-11-28' } : {}),
      ...conditions,
    };
  };
  const sendOnce = async () => {
    const reply = await request(url, { limits, headers, signal, redirects: 5 });
    const problem = reply.status === 200 ? problemOf?.(reply.text) : undefined;
    if (problem) throw new HttpError('failure', problem);
    return reply;
  };
  // GitHub counts searches separately.
  const key = `${url.origin} ${url.pathname.includes('/search/')}`;
  const reply = await patience.ask(key, sendOnce, undefined, (wait) =>
    log(`waiting ${Math.ceil(wait / 1_000)} s for the rate limit of ${url.host}`),
  );
  if (reply.status === 200 || (reply.status === 304 && Object.keys(conditions).length > 0)) return reply;
  const message = messageOf(reply.text);
  throw new SourceError(`it responds with ${reply.status}${message && ` (${message})`}`);
}

function toSourceError(error: unknown, hasToken: boolean): SourceError {
  if (error instanceof SourceError) return error;
  if (error instanceof HttpError) {
    return new SourceError(error.message + (error.unreached ? ' (check the network connection)' : ''));
  }
  if (!(error instanceof ClosedError)) throw error;
  const hint = hasToken ? '' : '; set GITHUB_TOKEN for a higher one';
  return new SourceError(`its rate limit is exceeded until ${error.until}${hint}`);
}

/** Refuses unencrypted requests, except to this machine, and addresses with credentials. */
function refuseUnsafe({ protocol, hostname, username, password }: URL): void {
  const isHere = /^(?:127\.\d+\.\d+\.\d+|localhost|\[::1\])$/.test(hostname);
  if (protocol !== 'https:' && !(protocol === 'http:' && isHere)) {
    throw new SourceError(`the URL is not encrypted (${protocol}//${hostname}; fix: use https)`);
  }
  if (username || password) throw new SourceError('the URL contains a user name or password (fix: remove it)');
}

/** What a response has as JSON; undefined if it is something else, or incomplete. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const messageSchema = z.object({ message: z.string() });

/** The message of an error response of GitHub, as one plain line of up to 120 characters; empty if there is none. */
export function messageOf(text: string): string {
  return cleanLine(messageSchema.safeParse(parseJson(text)).data?.message ?? '', 120);
}

// Asks the sources of `news collect`: each answer is kept, and GitHub's API gets the token.
import { answerFile, askIfChanged, type KeptAnswer, readAnswer } from '@/lib/base/http/answer-cache';
import { ClosedError, Patience, type PatienceSettings } from '@/lib/base/http/patience';
import { HttpError, type HttpLimits, request } from '@/lib/base/http/request';
import { cleanLine } from '@/lib/news/collect/clean';

/** How long is waited, and for how much. */
export type Limits = HttpLimits & Pick<PatienceSettings, 'retry' | 'longestWait'>;

export const usualLimits: Limits = {
  silence: 20_000,
  total: 120_000,
  longestWait: 90_000,
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
export interface Answer extends KeptAnswer {
  /** Where the machine could not be asked: why, and from when the copy is. A sentence or none. */
  readonly standIns: readonly string[];
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

export type Ask = (url: string, options?: AskOptions) => Promise<Answer>;

/**
 * Makes something that asks for addresses. Where the machine fails, the copy of an earlier answer is used, and the answer
 * says so.
 *
 * @returns a function that throws a {@link SourceError} where there is neither an answer nor a copy.
 */
export function makeAsk(settings: AskSettings): Ask {
  const { limits, cache, signal, tell, now, token, tokenOrigin } = settings;
  if (token !== undefined && !/^[\x21-\x7e]+$/.test(token)) {
    throw new SourceError('GITHUB_TOKEN holds characters that no token has (fix: copy it again, without spaces)');
  }
  // GitHub has a secondary limit whose end it does not name: then a minute is to be waited.
  const patience = new Patience({ ...limits, attempts: 3, unnamedLimit: 60_000, signal, time: now });
  const getsToken = (url: URL) => token !== undefined && url.origin === tokenOrigin;

  function headersFor(url: URL, accept = '*/*'): Record<string, string> {
    refuseAddress(url);
    return {
      accept,
      ...(getsToken(url) ? { authorization: `Bearer ${token}` } : {}),
      ...(url.hostname === 'api.github.com' ? { 'x-github-api-version': '2022-11-28' } : {}),
    };
  }

  async function send(url: URL, { accept, fault }: AskOptions, conditions: Readonly<Record<string, string>>) {
    const headers = (target: URL) => ({ ...headersFor(target, accept), ...conditions });
    const askOnce = async () => {
      const reply = await request(url, { limits, headers, signal, redirects: 5 });
      const problem = reply.status === 200 ? fault?.(reply.text) : undefined;
      if (problem) throw new HttpError('failure', problem);
      return reply;
    };
    const sayWait = (wait: number) => tell(`waits ${Math.ceil(wait / 1_000)} s for the rate limit of ${url.host}`);
    // GitHub counts searches apart.
    const key = `${url.origin} ${url.pathname.includes('/search/')}`;
    const reply = await patience.ask(key, askOnce, undefined, sayWait);
    const isSame = reply.status === 304 && Object.keys(conditions).length > 0;
    if (reply.status === 200 || isSame) return reply;
    const message = messageOf(reply.text);
    throw new SourceError(`it answers ${reply.status}${message && ` (${message})`}`);
  }

  function toSourceError(error: unknown): SourceError {
    signal.throwIfAborted();
    if (error instanceof SourceError) return error;
    if (error instanceof HttpError)
      return new SourceError(error.message + (error.unreached ? ' (is there a network?)' : ''));
    if (!(error instanceof ClosedError)) throw error;
    const more = token === undefined ? '; a GITHUB_TOKEN raises it' : '';
    return new SourceError(`its rate limit is used up until ${error.until}${more}`);
  }

  return async (address, options = {}) => {
    const url = new URL(address);
    const file = answerFile(cache, `${getsToken(url)} ${options.accept} ${address}`);
    const kept = readAnswer(file);
    if (kept && options.fresh !== undefined && now() - kept.from < options.fresh) return { ...kept, standIns: [] };
    try {
      return { ...(await askIfChanged(file, kept, now, (conditions) => send(url, options, conditions))), standIns: [] };
    } catch (error) {
      const failure = toSourceError(error);
      if (!kept) throw failure;
      const day = new Date(kept.from).toISOString().slice(0, 10);
      return { ...kept, standIns: [`${failure.message}; the copy of ${day} stands in`] };
    }
  };
}

/** Nothing is asked over an open line, but on this machine. */
function refuseAddress({ protocol, hostname, username, password }: URL): void {
  const isHere = /^(?:127\.\d+\.\d+\.\d+|localhost|\[::1\])$/.test(hostname);
  if (protocol !== 'https:' && !(protocol === 'http:' && isHere)) {
    throw new SourceError(`the address is not encrypted (${protocol}//${hostname}; fix: use https)`);
  }
  if (username || password) throw new SourceError('the address holds a user name or a password (fix: remove it)');
}

/** What GitHub says of a refusal, as one plain line of up to 120 characters; empty where it says nothing. */
export function messageOf(text: string): string {
  try {
    const { message } = JSON.parse(text) as { message?: unknown };
    return typeof message === 'string' ? cleanLine(message, 120) : '';
  } catch {
    return '';
  }
}

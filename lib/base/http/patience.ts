// Retries requests after a failure, and not before the time in Retry-After or a rate limit.
import { HttpError, type HttpReply } from '@/lib/base/http/request';
import { sleep } from '@/lib/base/sleep';

/** Times in milliseconds. */
export interface PatienceSettings {
  /** How often one address is asked in all, where it fails. */
  readonly attempts: number;
  /** Before the second time; twice as long before each further one. */
  readonly retry: number;
  /** How long a rate limit is waited for at most. */
  readonly longestWait: number;
  /** How long a rate limit lasts whose end is not named. By default as long as before any further attempt. */
  readonly unnamedLimit?: number;
  readonly signal?: AbortSignal | undefined;
  /** The time, in milliseconds since 1970. */
  readonly time: () => number;
}

/** A machine wants to be left alone for longer than we wait. */
export class ClosedError extends Error {
  override readonly name = 'ClosedError';
  /** `2022-03-02 09:31 UTC` */
  readonly until: string;
  constructor(until: number) {
    const time = new Date(Math.ceil(until / 60_000) * 60_000).toISOString();
    const text = `${time.slice(0, 10)} ${time.slice(11, 16)} UTC`;
    super(`accepts no requests until ${text}`);
    this.until = text;
  }
}

/** Remembers which machines have named a time, by a key: what has a rate limit of its own has its own key. */
export class Patience {
  readonly #closedUntil = new Map<string, number>();

  constructor(readonly settings: PatienceSettings) {}

  /**
   * Asks until there is an answer that is neither 5xx nor a rate limit, or until the last attempt.
   *
   * @param isLast whether a failure is not worth another attempt; by default, one that is final or has used up the time.
   * @param onWait is called with how long a rate limit is waited for.
   * @throws {ClosedError} where a rate limit lasts too long; else the last error of `ask`, and any that is not an HttpError.
   */
  async ask(
    key: string,
    ask: () => Promise<HttpReply>,
    isLast: (error: HttpError) => boolean = ({ final, kind }) => final || kind === 'timeout',
    onWait?: (milliseconds: number) => void,
  ): Promise<HttpReply> {
    const { attempts, retry, unnamedLimit, signal, time } = this.settings;
    for (let attempt = 1; ; attempt += 1) {
      await this.wait(key, onWait);
      const pause = retry * 2 ** (attempt - 1);
      try {
        const reply = await ask();
        const until = limitEnd(reply, time(), unnamedLimit ?? pause);
        if (until !== undefined) this.#closedUntil.set(key, Math.max(until, this.#closedUntil.get(key) ?? 0));
        const { status } = reply;
        const mayChange = until !== undefined || (status >= 500 && status < 600 && status !== 501);
        if (!mayChange || attempt >= attempts) return reply;
        if (until === undefined) await sleep(pause, signal);
      } catch (error) {
        if (!(error instanceof HttpError) || attempt >= attempts || isLast(error)) throw error;
        await sleep(pause, signal);
      }
    }
  }

  /** Waits for the time that a machine has named. @throws {ClosedError} where that is too long. */
  async wait(key: string, onWait?: (milliseconds: number) => void): Promise<void> {
    const until = this.#closedUntil.get(key);
    if (until === undefined) return;
    const { longestWait, signal, time } = this.settings;
    const wait = Math.max(0, until - time());
    if (wait > longestWait) throw new ClosedError(until);
    onWait?.(wait);
    await sleep(wait, signal);
    if (this.#closedUntil.get(key) === until) this.#closedUntil.delete(key);
  }
}

/**
 * What Retry-After says (RFC 9110, section 10.2.3), seconds or a date, in milliseconds since 1970; undefined for anything else.
 *
 * @param now in milliseconds since 1970.
 */
export function parseRetryAfter(value: string | undefined, now: number): number | undefined {
  if (value === undefined) return undefined;
  if (/^\d{1,9}$/.test(value)) return now + Number(value) * 1_000;
  const date = /^[a-z]{3,9},? .*\d:\d\d/i.test(value) ? Date.parse(value) : Number.NaN;
  return Number.isNaN(date) ? undefined : date;
}

/**
 * When a rate limit ends, in milliseconds since 1970; undefined for any other answer. GitHub says so with
 * Retry-After, with X-RateLimit-Remaining and -Reset, or, for its secondary limit, in words alone
 * (https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api).
 */
function limitEnd({ status, headers, text }: HttpReply, now: number, unnamed: number): number | undefined {
  if (status !== 403 && status !== 429 && status < 500) return undefined;
  const named = parseRetryAfter(headers['retry-after'], now);
  if (named !== undefined || status >= 500) return named;
  const reset = headers['x-ratelimit-reset'] ?? '';
  // A second more: the clocks of two machines differ.
  if (headers['x-ratelimit-remaining'] === '0' && /^\d{1,12}$/.test(reset)) return (Number(reset) + 1) * 1_000;
  return status === 429 || /secondary rate limit/i.test(text) ? now + unnamed : undefined;
}

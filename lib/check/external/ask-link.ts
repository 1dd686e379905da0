// What becomes of one link: asked with HEAD, with GET where HEAD is refused, again where it fails, and on where it leads on.

import { sleep } from '@/lib/base/sleep';
import type { Hop, Outcome } from '@/lib/check/external/outcome';
import { ask, NoReply, type Reply, type RequestSettings } from '@/lib/check/external/request';
import { LeftAlone, type Turns } from '@/lib/check/external/turns';

/** How patient we are. Times in milliseconds. */
export interface Patience {
  /** How often one address is asked in all, where it fails. */
  readonly attempts: number;
  /** Before the second time; twice as long before the third. */
  readonly retry: number;
}

/** What asking needs. */
export interface AskLinkSettings {
  readonly request: RequestSettings;
  readonly patience: Patience;
  readonly turns: Turns;
  /** Hosts that answer no HEAD: they are asked with GET at once. */
  readonly getOnly: Set<string>;
  readonly time: () => number;
  /** Hosts that nobody asks any more, and why: one that is down would take up the time of each of its links. */
  readonly down: Map<string, NoReply>;
  /** How many links in a row a host has failed to answer. */
  readonly failures: Map<string, number>;
}

/** Browsers give up after 20. */
const mostHops = 10;

/** After so many links in a row that it does not answer, a host is given up. */
const mostFailures = 3;

/** Answers that a page gives programs, or people without an account, and that say nothing of the page. */
const closedStatus = new Set([401, 402, 403, 405, 406, 407, 451, 999]);

/**
 * Follows a link to its end.
 *
 * @throws the signal's reason where it is aborted.
 */
export async function askLink(start: string, settings: AskLinkSettings): Promise<Outcome> {
  const hops: Hop[] = [];
  const seen = new Set<string>();
  let target = withoutFragment(new URL(start));
  for (;;) {
    if (seen.has(target.href)) return { kind: 'circle', hops, reason: 'leads round in a circle' };
    if (hops.length > mostHops) return { kind: 'circle', hops, reason: `leads on more than ${mostHops} times` };
    seen.add(target.href);
    let reply: Reply;
    try {
      reply = await askAgain(target, settings);
    } catch (error) {
      settings.request.signal.throwIfAborted();
      if (error instanceof LeftAlone) return { kind: 'unasked', hops, reason: error.message };
      if (!(error instanceof NoReply)) throw error;
      const { kind, message: reason, detail } = error;
      if (kind === 'private') return { kind: 'private', hops, reason };
      return { kind: kind === 'name' ? 'dead' : 'failing', hops, reason, unreached: detail.unreached === true };
    }
    const { status, location } = reply;
    const reason = `answers ${status}`;
    if (status >= 300 && status < 400 && status !== 304) {
      if (location === undefined || !URL.canParse(location, target)) {
        return { kind: 'dead', hops, reason: `${reason} and does not say where to`, unreached: false };
      }
      const next = new URL(location, target);
      // What leads into a program of the reader's is no page that could be dead.
      if (!/^https?:$/.test(next.protocol)) return { kind: 'closed', hops, reason: `leads to ${next.protocol}` };
      hops.push({ to: next.href, permanent: status === 301 || status === 308 });
      target = withoutFragment(next);
      continue;
    }
    if (status < 400) return { kind: 'good', hops };
    if (closedStatus.has(status)) return { kind: 'closed', hops, reason };
    if (status === 429) return { kind: 'unasked', hops, reason: `${target.hostname} is asked too much` };
    return { kind: status >= 500 ? 'failing' : 'dead', hops, reason, unreached: false };
  }
}

function withoutFragment(url: URL): URL {
  const plain = new URL(url);
  plain.hash = '';
  plain.username = '';
  plain.password = '';
  return plain;
}

/** The answer of one address, at the last attempt whatever it is. */
async function askAgain(target: URL, settings: AskLinkSettings): Promise<Reply> {
  const { patience, getOnly, request, time, turns } = settings;
  const host = target.hostname;
  let method: 'HEAD' | 'GET' = getOnly.has(host) ? 'GET' : 'HEAD';
  for (let attempt = 1; ; attempt += 1) {
    const isLast = attempt >= patience.attempts;
    let wait = patience.retry * 2 ** (attempt - 1);
    try {
      let reply = await inTurn(target, method, settings);
      // Many programs that serve pages know no HEAD, and say so in many ways.
      if (
        method === 'HEAD' &&
        ((reply.status >= 400 && reply.status < 429) || [451, 501, 999].includes(reply.status))
      ) {
        if (reply.status === 405 || reply.status === 501) getOnly.add(host);
        method = 'GET';
        reply = await inTurn(target, method, settings);
      }
      if (reply.status !== 429 && reply.status < 500) return reply;
      const until = retryTime(reply.retryAfter, time());
      if (reply.status === 429 || until !== undefined) turns.close(host, until ?? time() + wait);
      if (isLast || reply.status === 501) return reply;
      if (until !== undefined) wait = 0;
      if (reply.status !== 429) method = 'GET';
    } catch (error) {
      if (!(error instanceof NoReply) || error.kind === 'private') throw error;
      if (isLast || error.detail.final || settings.down.has(host)) {
        countFailure(host, error, settings);
        throw error;
      }
      method = 'GET';
    }
    await sleep(wait, request.signal);
  }
}

function inTurn(target: URL, method: 'HEAD' | 'GET', settings: AskLinkSettings): Promise<Reply> {
  const { turns, request, down, failures } = settings;
  const host = target.hostname;
  return turns.take(host, async () => {
    const fault = down.get(host);
    if (fault) throw fault;
    const reply = await ask(target, method, request);
    failures.delete(host);
    return reply;
  });
}

function countFailure(host: string, error: NoReply, { down, failures }: AskLinkSettings): void {
  const count = (failures.get(host) ?? 0) + 1;
  failures.set(host, count);
  if (error.detail.unreached || count >= mostFailures) down.set(host, error);
}

/** When Retry-After ends (RFC 9110, section 10.2.3): seconds, or a date. Milliseconds since 1970; undefined where it says nothing. */
function retryTime(header: string | undefined, time: number): number | undefined {
  if (header === undefined) return undefined;
  if (/^\d{1,9}$/.test(header)) return time + Number(header) * 1_000;
  const date = Date.parse(header);
  return Number.isNaN(date) ? undefined : date;
}

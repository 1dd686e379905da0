// Requests one link with HEAD, or with GET if HEAD is rejected, retries after a failure, and follows redirects.
import { ClosedError, type Patience } from '@/lib/base/http/patience';
import { HttpError, type HttpOptions, type HttpReply, redirectOf, request } from '@/lib/base/http/request';
import type { Hop, Outcome } from '@/lib/check/external/outcome';
import type { Turns } from '@/lib/check/external/turns';

/** What asking needs. */
export interface AskLinkSettings {
  readonly options: HttpOptions;
  readonly patience: Patience;
  readonly turns: Turns;
  /** Hosts that do not answer HEAD: they are asked with GET at once. */
  readonly getOnly: Set<string>;
  /** Hosts that are not asked any more, and why: each link of one that is down would take its time. */
  readonly down: Map<string, HttpError>;
  /** How many links in a row a host has failed to answer. */
  readonly failures: Map<string, number>;
}

/** Browsers give up after 20. */
const mostHops = 10;

/** A host that does not answer so many links in a row is not asked any more. */
const mostFailures = 3;

/** Answers for programs, or for people without an account, which say nothing about the page. */
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
    if (seen.has(target.href)) return { kind: 'circle', hops, reason: 'redirects in a loop' };
    if (hops.length > mostHops) return { kind: 'circle', hops, reason: `redirects more than ${mostHops} times` };
    seen.add(target.href);
    let reply: HttpReply;
    try {
      reply = await askAgain(target, settings);
    } catch (error) {
      settings.options.signal?.throwIfAborted();
      if (error instanceof ClosedError) {
        return { kind: 'unasked', hops, reason: `${target.hostname} ${error.message}` };
      }
      if (!(error instanceof HttpError)) throw error;
      const { kind, message: reason, unreached } = error;
      if (kind === 'private') return { kind, hops, reason };
      return { kind: kind === 'name' ? 'dead' : 'failing', hops, reason, unreached };
    }
    const { status } = reply;
    const reason = `responds with ${status}`;
    const next = redirectOf(reply);
    if (next === 'nowhere') {
      return { kind: 'dead', hops, reason: `${reason} but does not say where to redirect`, unreached: false };
    }
    if (next) {
      // An address that opens a program is not a page that could be dead.
      if (!/^https?:$/.test(next.protocol)) return { kind: 'closed', hops, reason: `redirects to ${next.protocol}` };
      hops.push({ to: next.href, permanent: status === 301 || status === 308 });
      target = withoutFragment(next);
      continue;
    }
    if (status < 400) return { kind: 'good', hops };
    if (closedStatus.has(status)) return { kind: 'closed', hops, reason };
    if (status === 429) return { kind: 'unasked', hops, reason: `${target.hostname} received too many requests` };
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

/** The answer of one address; that of the last attempt, whatever it is. */
async function askAgain(target: URL, settings: AskLinkSettings): Promise<HttpReply> {
  const { patience, getOnly, down } = settings;
  const host = target.hostname;
  let method: 'HEAD' | 'GET' = getOnly.has(host) ? 'GET' : 'HEAD';
  const askOnce = async () => {
    let status = 0;
    try {
      const reply = await inTurn(target, method, settings);
      ({ status } = reply);
      // Many servers do not support HEAD, and say so in many ways.
      const isRefused = (status >= 400 && status < 429) || [451, 501, 999].includes(status);
      if (method === 'GET' || !isRefused) return reply;
      if (status === 405 || status === 501) getOnly.add(host);
      return await inTurn(target, 'GET', settings);
    } finally {
      if (status !== 429) method = 'GET';
    }
  };
  try {
    return await patience.ask(host, askOnce, ({ final }) => final || down.has(host));
  } catch (error) {
    if (error instanceof HttpError && error.kind !== 'private') countFailure(host, error, settings);
    throw error;
  }
}

function inTurn(target: URL, method: 'HEAD' | 'GET', settings: AskLinkSettings): Promise<HttpReply> {
  const { turns, options, down, failures } = settings;
  const host = target.hostname;
  return turns.take(host, async () => {
    const failure = down.get(host);
    if (failure) throw failure;
    const reply = await request(target, { ...options, method, headOnly: true });
    failures.delete(host);
    return reply;
  });
}

function countFailure(host: string, error: HttpError, { down, failures }: AskLinkSettings): void {
  const count = (failures.get(host) ?? 0) + 1;
  failures.set(host, count);
  if (error.unreached || count >= mostFailures) down.set(host, error);
}

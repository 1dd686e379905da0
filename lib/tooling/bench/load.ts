// Asks a server again and again over connections that stay open, and times each answer.
import { Agent, request } from 'node:http';

/** How a server did. */
export interface Load {
  readonly requestsASecond: number;
  /** The time within which half, and 99 in 100, of the answers were whole. Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  /** Answers that were no 200, or did not come. */
  readonly failures: number;
}

/**
 * Asks for one address over so many connections at once, each asking anew as soon as its answer is whole.
 *
 * @param url `http://…`
 * @param connections how many.
 * @param seconds how long. What was asked by then is waited for.
 */
export async function load(url: string, connections: number, seconds: number, signal: AbortSignal): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const times: number[] = [];
  let failures = 0;
  const start = performance.now();
  const end = start + seconds * 1000;
  const askOn = async () => {
    while (performance.now() < end) {
      signal.throwIfAborted();
      const asked = performance.now();
      if (!(await isAnswered(url, agent))) failures++;
      times.push(performance.now() - asked);
    }
  };
  try {
    await Promise.all(Array.from({ length: connections }, askOn));
  } finally {
    agent.destroy();
  }
  const elapsed = (performance.now() - start) / 1000;
  return {
    requestsASecond: (times.length - failures) / elapsed,
    p50: percentile(times, 50),
    p99: percentile(times, 99),
    failures,
  };
}

function isAnswered(url: string, agent: Agent): Promise<boolean> {
  return new Promise((resolve) => {
    const sent = request(url, { agent, headers: { 'accept-encoding': 'gzip' } }, (response) => {
      response.once('end', () => resolve(response.statusCode === 200));
      response.once('error', () => resolve(false));
      response.resume();
    });
    sent.once('error', () => resolve(false));
    sent.setTimeout(10_000, () => sent.destroy());
    sent.end();
  });
}

/** The smallest of the values that so many percent of them do not exceed (nearest rank); NaN where there is none. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)] ?? Number.NaN;
}

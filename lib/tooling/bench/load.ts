// Requests an address again and again over connections that stay open, and times each response.
import { Agent, request } from 'node:http';

/** How a server did. */
export interface Load {
  readonly requestsPerSecond: number;
  /** The time within which half, and 99 %, of the responses were complete. Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  /** Responses with another status than 200, and requests without a response. */
  readonly failures: number;
}

/**
 * Requests one address over several connections, on each again as soon as the response is complete.
 *
 * @param url `http://…`
 * @param seconds how long; requests that are open then are waited for.
 */
export async function load(url: string, connections: number, seconds: number, signal: AbortSignal): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const times: number[] = [];
  let failures = 0;
  const start = performance.now();
  const requestOn = async () => {
    while (performance.now() < start + seconds * 1000) {
      signal.throwIfAborted();
      const asked = performance.now();
      if (!(await succeeds(url, agent))) failures++;
      times.push(performance.now() - asked);
    }
  };
  try {
    await Promise.all(Array.from({ length: connections }, requestOn));
  } finally {
    agent.destroy();
  }
  const elapsed = (performance.now() - start) / 1000;
  const requestsPerSecond = (times.length - failures) / elapsed;
  return { requestsPerSecond, p50: percentile(times, 50), p99: percentile(times, 99), failures };
}

function succeeds(url: string, agent: Agent): Promise<boolean> {
  return new Promise((resolve) => {
    const sent = request(url, { agent, headers: { 'accept-encoding': 'gzip' }, timeout: 10_000 }, (response) => {
      response.once('end', () => resolve(response.statusCode === 200));
      response.once('error', () => resolve(false));
      response.resume();
    });
    sent.once('error', () => resolve(false)).once('timeout', () => sent.destroy());
    sent.end();
  });
}

/** The smallest value that is not less than this percentage of all (nearest rank); NaN for none. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)] ?? Number.NaN;
}

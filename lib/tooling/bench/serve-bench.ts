// `npm run bench -- --serve`: how much `next start` serves, and how soon, of a post, a feed and a picture.
import { Agent, request } from 'node:http';
import { exit, type Program } from '@/lib/base/cli/command';
import { parseOptionsAlone } from '@/lib/base/cli/options';
import { builtOptions, withBuild, withServer } from '@/lib/tooling/bench/builds';
import { percentile, toTable } from '@/lib/tooling/bench/table';
import { readRoutes } from '@/lib/tooling/bench/weigh-build';

const usage = `--serve [--built] [--json]
    Requests per second and latency of next start on 127.0.0.1, for a post, a feed and an image, over 1, 16 and 64
    connections from the same machine, 5 seconds each.
  --built  serves the existing build
  --json   prints the figures as JSON`;

interface Row extends Load {
  readonly what: string;
  readonly path: string;
  readonly connections: number;
}

/** Serves the site, and requests pages. */
export const serveBench: Program = {
  name: 'serve',
  usage,
  async run(args, { out, err, signal }) {
    const { built, json } = parseOptionsAlone('bench', args, { serve: { takes: 'nothing' }, ...builtOptions });
    const rows: Row[] = [];
    await withBuild(built, signal, async (distDir) => {
      const targets = await findTargets(distDir);
      await withServer(distDir, signal, async (home) => {
        for (const [what, path] of targets) {
          // The first responses are slower.
          await load(home + path, 16, 1, signal);
          for (const connections of [1, 16, 64]) {
            err(`${path}, ${connections} connections`);
            rows.push({ what, path, connections, ...(await load(home + path, connections, 5, signal)) });
          }
        }
      });
    });
    out(json ? JSON.stringify(rows, null, 2) : toText(rows));
    return rows.some(({ failures }) => failures > 0) ? exit.failed : exit.done;
  },
};

/** The first address of each kind that the build has. */
async function findTargets(distDir: string): Promise<[what: string, path: string][]> {
  const routes = Object.entries(await readRoutes(distDir)).sort(([a], [b]) => (a < b ? -1 : 1));
  const post = routes.find(([, { srcRoute }]) => srcRoute === '/blog/[year]/[month]/[slug]')?.[0];
  const pictures = routes.filter(([, { initialHeaders }]) => initialHeaders?.['content-type']?.startsWith('image/'));
  const picture = (pictures.find(([path]) => path.endsWith('.webp')) ?? pictures[0])?.[0];
  if (post === undefined || picture === undefined) throw new Error('The build has no post or no picture.');
  return [
    ['post', `${post}/`],
    ['feed', '/feed.xml'],
    ['picture', encodeURI(picture)],
  ];
}

function toText(rows: readonly Row[]): string {
  return toTable(
    rows.map(({ what, connections, requestsPerSecond, p50, p99, failures, path }) => ({
      what,
      connections,
      'requests/s': requestsPerSecond.toFixed(0),
      p50: `${p50.toFixed(1)} ms`,
      p99: `${p99.toFixed(1)} ms`,
      failures,
      address: path,
    })),
  );
}

/** How a server did. */
interface Load {
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

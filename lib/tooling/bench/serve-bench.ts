// `npm run bench -- --serve`: how much `next start` serves, and how soon, of a post, a feed and a picture.
import { exit, type Program } from '@/lib/base/cli/command';
import { parseOptionsAlone } from '@/lib/base/cli/options';
import { builtOptions, withBuild, withServer } from '@/lib/tooling/bench/builds';
import { type Load, load } from '@/lib/tooling/bench/load';
import { toTable } from '@/lib/tooling/bench/table';
import { readRoutes } from '@/lib/tooling/bench/weigh-build';

const usage = `--serve [--built] [--json]
    Requests per second and latency of next start on 127.0.0.1, for a post, a feed and a picture, over 1, 16 and 64
    connections from this same machine, 5 seconds each.
  --built  serves the build that is there, and builds nothing
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

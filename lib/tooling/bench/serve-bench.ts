// `npm run bench -- --serve`: how much `next start` answers, and how soon, for a post, a feed and a picture.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { exit, type Program } from '@/lib/base/cli/command';
import { parseOptionsAlone } from '@/lib/base/cli/options';
import { type Load, load } from '@/lib/tooling/bench/load';
import { toTable } from '@/lib/tooling/bench/table';
import { builtOptions, withBuild, withServer } from '@/lib/tooling/bench/with-build';

const connections = [1, 16, 64];
const secondsEach = 5;
const secondsToWarm = 1;

const usage = `--serve [--built] [--json]
    Requests a second and latency of next start, on 127.0.0.1, for a post, a feed and a picture, at 1, 16 and 64
    connections of this same machine; 5 seconds each.
  --built           serves what npm run build has made, and builds nothing
  --json            prints the figures as JSON`;

interface Row extends Load {
  readonly what: string;
  readonly path: string;
  readonly connections: number;
}

/** Serves the site, and asks. */
export const serveBench: Program = {
  name: 'serve',
  usage,
  async run(args, { out, err, signal }) {
    const { built, json } = parseOptionsAlone('bench', args, { serve: { takes: 'nothing' }, ...builtOptions });
    const rows = await withBuild(built, signal, async (distDir) => {
      const targets = await findTargets(distDir);
      return withServer(distDir, signal, async (home) => {
        const done: Row[] = [];
        for (const [what, path] of targets) {
          await load(home + path, 16, secondsToWarm, signal);
          for (const count of connections) {
            err(`${path}, ${count} connections`);
            done.push({ what, path, connections: count, ...(await load(home + path, count, secondsEach, signal)) });
          }
        }
        return done;
      });
    });
    out(json ? JSON.stringify(rows, null, 2) : toText(rows));
    return rows.some(({ failures }) => failures > 0) ? exit.failed : exit.done;
  },
};

const manifest = z.object({
  routes: z.record(
    z.string(),
    z.object({ srcRoute: z.string().nullable(), initialHeaders: z.record(z.string(), z.string()).optional() }),
  ),
});

/** What is asked for: the first of each kind that the build has. */
async function findTargets(distDir: string): Promise<[what: string, path: string][]> {
  const { routes } = manifest.parse(JSON.parse(await readFile(join(distDir, 'prerender-manifest.json'), 'utf8')));
  const entries = Object.entries(routes).sort(([a], [b]) => (a < b ? -1 : 1));
  const post = entries.find(([, { srcRoute }]) => srcRoute === '/blog/[year]/[month]/[slug]')?.[0];
  const pictures = entries.filter(([, { initialHeaders }]) => initialHeaders?.['content-type']?.startsWith('image/'));
  const picture = (pictures.find(([path]) => path.endsWith('.webp')) ?? pictures[0])?.[0];
  if (post === undefined || picture === undefined) throw new Error('There is no post or no picture to ask for.');
  return [
    ['post', `${post}/`],
    ['feed', '/feed.xml'],
    ['picture', encodeURI(picture)],
  ];
}

function toText(rows: readonly Row[]): string {
  return toTable([
    ['what', 'connections', 'requests/s', 'p50', 'p99', 'failures', 'address'],
    ...rows.map(({ what, connections: count, requestsASecond, p50, p99, failures, path }) => [
      what,
      String(count),
      requestsASecond.toFixed(0),
      `${p50.toFixed(1)} ms`,
      `${p99.toFixed(1)} ms`,
      String(failures),
      path,
    ]),
  ]);
}

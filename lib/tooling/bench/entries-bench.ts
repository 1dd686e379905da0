// `npm run bench -- --entries`: what events, releases and adopters by the thousand add to a build, and how heavy their wall is.

import { cp, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { brotliCompressSync } from 'node:zlib';
import { ownCommand } from '@/lib/build/run';
import { contentDir } from '@/lib/content/files';
import { type Bench, BenchError, parseCount, UsageError } from '@/lib/tooling/bench/bench';
import { type EntryCounts, makeEntries } from '@/lib/tooling/bench/make-entries';
import { type Measurement, measureNode } from '@/lib/tooling/bench/measure';
import { withScratch } from '@/lib/tooling/bench/scratch';
import { toMegabytes, toTable } from '@/lib/tooling/bench/table';

const usage = `--entries [--adopters N] [--events N] [--releases N]
    A cold build of the posts alone, then of the same posts with N entries of each kind, and the adopters page.
  --adopters N      by default 2000
  --events N        by default 1000
  --releases N      by default 500
  --aliases N       old addresses, shared among the events; by default 0`;

/** Builds the site with few entries and with many, and compares. */
export const entriesBench: Bench = {
  flag: '--entries',
  usage,
  async run(args, signal) {
    const counts = parseOptions(args);
    const root = process.cwd();
    return withScratch(root, async ({ dir, distDir }) => {
      const build = async (content: string): Promise<Measurement> => {
        const measured = await measureNode(ownCommand('lib/build/main.ts'), {
          cwd: root,
          env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', CONTENT_DIR: content, NEWS_DIST_DIR: distDir },
          signal,
          onLine: (line) => /Content checked|✓/.test(line) && console.error(line.trim()),
        });
        if (measured.code !== 0) throw new BenchError(`the build failed:\n${measured.lastLines.join('\n')}`);
        return measured;
      };
      const content = join(dir, 'content');
      await cp(join(contentDir(), 'blog', '2022', '02'), join(content, 'blog', '2022', '02'), { recursive: true });
      const before = await build(content);
      await makeEntries(content, counts);
      const after = await build(content);
      const page = await readFile(join(root, distDir, 'server', 'app', 'adopters.html'));
      const row = (name: string, { seconds, largestBytes, peakBytes }: Measurement) => [
        name,
        `${seconds.toFixed(1)} s`,
        toMegabytes(largestBytes),
        toMegabytes(peakBytes),
      ];
      console.log(
        toTable([
          ['', 'wall', 'largest process', 'all together'],
          row('posts alone', before),
          row(
            `with ${counts.adopters} adopters, ${counts.events} events, ${counts.releases} releases, ${counts.aliases ?? 0} aliases`,
            after,
          ),
          ['they add', `${(after.seconds - before.seconds).toFixed(1)} s`, '', ''],
        ]),
      );
      console.log(`The adopters page with all of them: ${brotliCompressSync(page).length} bytes (brotli, HTML alone).`);
      return 0;
    });
  },
};

function parseOptions(args: readonly string[]): EntryCounts {
  const count = { type: 'string' } as const;
  try {
    const options = {
      entries: { type: 'boolean' },
      adopters: count,
      events: count,
      releases: count,
      aliases: count,
    } as const;
    const {
      adopters = '2000',
      events = '1000',
      releases = '500',
      aliases = '0',
    } = parseArgs({ args: [...args], options }).values;
    return {
      adopters: parseCount('--adopters', adopters, 100_000),
      events: parseCount('--events', events, 100_000),
      releases: parseCount('--releases', releases, 100_000),
      aliases: aliases === '0' ? 0 : parseCount('--aliases', aliases, 100_000),
    };
  } catch (error) {
    throw error instanceof UsageError ? error : new UsageError((error as Error).message.split('. ')[0] ?? '');
  }
}

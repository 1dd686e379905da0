// `npm run bench -- --weight`: what readers load, for every kind of page.
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { type Bench, BenchError, readFlags } from '@/lib/bench/bench';
import { measureNode } from '@/lib/bench/measure';
import { withScratch } from '@/lib/bench/scratch';
import { toTable } from '@/lib/bench/table';
import { excessOf, heaviestOfKinds, type PageWeight, weighBuild } from '@/lib/bench/weigh-build';
import { basePath } from '@/lib/urls';

const require = createRequire(import.meta.url);

const usage = `--weight [--built] [--json]
    HTML, CSS, own scripts (bytes, brotli 11) and requests of the heaviest page of every kind, beside its limit.
    Exit code 1 where a page is over it.
  --built           weighs what npm run build has made, and builds nothing
  --json            prints every page`;

/** Weighs the site. */
export const weightBench: Bench = {
  flag: '--weight',
  usage,
  async run(args, signal) {
    const { built, json } = readFlags(args, ['weight', 'built', 'json']);
    const root = process.cwd();
    const pages = built
      ? await weighBuilt(process.env.NEWS_DIST_DIR || '.next')
      : await withScratch(root, async ({ distDir }) => {
          const { code, lastLines } = await measureNode([require.resolve('tsx/cli'), 'lib/build/main.ts'], {
            cwd: root,
            env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', NEWS_DIST_DIR: distDir },
            signal,
            onLine: (line) => /Content checked|✓/.test(line) && console.error(line.trim()),
          });
          if (code !== 0) throw new BenchError(`the build failed:\n${lastLines.join('\n')}`);
          return weighBuilt(distDir);
        });
    console.log(json ? JSON.stringify(pages, null, 2) : toText(pages));
    const excess = pages.flatMap(excessOf);
    for (const each of excess) console.error(`bench: ${each}`);
    return excess.length > 0 ? 1 : 0;
  },
};

async function weighBuilt(distDir: string): Promise<PageWeight[]> {
  if (!existsSync(join(distDir, 'BUILD_ID')))
    throw new BenchError('there is nothing to weigh yet (fix: npm run build)');
  return weighBuild(distDir, basePath);
}

function toText(pages: readonly PageWeight[]): string {
  const count = new Map<string, number>();
  for (const { kind } of pages) count.set(kind, (count.get(kind) ?? 0) + 1);
  return toTable([
    ['kind', 'pages', 'HTML', 'CSS', 'sum', 'limit', 'own scripts', 'requests', 'heaviest'],
    ...heaviestOfKinds(pages).map(({ kind, html, css, limit, scripts, requests, path }) => [
      kind,
      ...[count.get(kind), html, css, html + css, limit, scripts, requests].map(String),
      path,
    ]),
  ]);
}

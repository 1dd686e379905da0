// `npm run bench -- --weight`: what readers load, for every kind of page.

import { exit, type Program } from '@/lib/base/cli/command';
import { parseOptionsAlone } from '@/lib/base/cli/options';
import { basePath } from '@/lib/base/urls';
import { toTable } from '@/lib/tooling/bench/table';
import { excessOf, heaviestOfKinds, type PageWeight, weighBuild } from '@/lib/tooling/bench/weigh-build';
import { builtOptions, withBuild } from '@/lib/tooling/bench/with-build';

const usage = `--weight [--built] [--json]
    HTML, CSS, own scripts (bytes, brotli 11) and requests of the heaviest page of every kind, beside its limit.
    Exit code 1 where a page is over it.
  --built           weighs what npm run build has made, and builds nothing
  --json            prints every page`;

/** Weighs the site. */
export const weightBench: Program = {
  name: 'weight',
  usage,
  async run(args, { out, err, signal }) {
    const { built, json } = parseOptionsAlone('bench', args, { weight: { takes: 'nothing' }, ...builtOptions });
    const pages = await withBuild(built, signal, (distDir) => weighBuild(distDir, basePath));
    out(json ? JSON.stringify(pages, null, 2) : toText(pages));
    const excess = pages.flatMap(excessOf);
    for (const each of excess) err(each);
    return excess.length > 0 ? exit.failed : exit.done;
  },
};

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

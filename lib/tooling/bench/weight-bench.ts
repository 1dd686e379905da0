// `npm run bench -- --weight`: what readers load, for each kind of page.
import { exit, type Program } from '@/lib/base/cli/command';
import { parseOptionsAlone } from '@/lib/base/cli/options';
import { basePath } from '@/lib/base/urls';
import { builtOptions, withBuild } from '@/lib/tooling/bench/builds';
import { toTable } from '@/lib/tooling/bench/table';
import { excessOf, heaviestOfKinds, type PageWeight, weighBuild } from '@/lib/tooling/bench/weigh-build';

const usage = `--weight [--built] [--json]
    HTML, CSS and scripts (bytes, brotli 11) and requests of the heaviest page of each kind, with the limits.
    The exit code is 1 if a page exceeds a limit.
  --built  weighs the existing build
  --json   prints all pages as JSON`;

/** Weighs the site. */
export const weightBench: Program = {
  name: 'weight',
  usage,
  async run(args, { out, err, signal }) {
    const { built, json } = parseOptionsAlone('bench', args, { weight: { takes: 'nothing' }, ...builtOptions });
    const pages = await withBuild(built, signal, (distDir) => weighBuild(distDir, basePath));
    out(json ? JSON.stringify(pages, null, 2) : toText(pages));
    const excess = pages.flatMap((page) => excessOf(page));
    for (const each of excess) err(each);
    return excess.length > 0 ? exit.failed : exit.done;
  },
};

function toText(pages: readonly PageWeight[]): string {
  return toTable(
    heaviestOfKinds(pages).map(({ kind, html, css, limit, scripts, requests, path }) => ({
      kind,
      pages: pages.filter((page) => page.kind === kind).length,
      HTML: html,
      CSS: css,
      sum: html + css,
      limit,
      'own scripts': scripts,
      requests,
      heaviest: path,
    })),
  );
}

// `npm run export`: writes the built site as a folder.
import { resolve } from 'node:path';
import { exit, type Program } from '@/lib/base/cli/command';
import { parseOptionsAlone } from '@/lib/base/cli/options';
import { exportSite } from '@/lib/output/export/export-site';

const usage = `usage: npm run export [-- --out DIR]

Writes the built site (npm run build) as a folder for any static host.

  --out DIR   the folder, relative to the root of the repository (default: out); an earlier export is replaced
  --help      shows this help

examples:
  npm run export
  npm run export -- --out /tmp/site

exit codes: 0 written · 1 could not be written · 2 invalid command line
variables: NEWS_DIST_DIR (where the build is; default: .next)`;

export const exportCommand: Program = {
  name: 'export',
  usage,
  async run(args, { out: print, root, env }) {
    const { out = 'out' } = parseOptionsAlone('export', args, { out: { takes: 'value', example: '/tmp/site' } });
    const distDir = env.NEWS_DIST_DIR || '.next';
    const { pages, files, cards, redirects } = await exportSite(distDir, resolve(root, out));
    print(`Wrote ${pages} pages, ${files} other files, ${cards} social cards and ${redirects} redirects to ${out}.`);
    return exit.done;
  },
};

// `npm run export -- [--out DIR]`
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { exportSite } from '@/lib/output/export/export-site';

async function main(): Promise<number> {
  let out: string;
  try {
    out = parseArgs({ options: { out: { type: 'string', default: 'out' } } }).values.out;
  } catch (error) {
    console.error(`${(error as Error).message}\nusage: npm run export [-- --out DIR]`);
    return 2;
  }
  try {
    const { pages, files, cards, redirects } = await exportSite(process.env.NEWS_DIST_DIR || '.next', resolve(out));
    console.log(
      `Wrote ${pages} pages, ${files} other files, ${cards} social pictures and ${redirects} redirects to ${out}.`,
    );
    return 0;
  } catch (error) {
    console.error((error as Error).message);
    return 1;
  }
}

process.exitCode = await main();

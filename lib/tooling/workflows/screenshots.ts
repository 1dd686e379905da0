// Pictures of posts that a pull request adds or changes, as a phone and as a desk show them.
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright';
import { serveFolder } from '@/lib/tooling/testing/static-server';
import { findBrowser } from '@/lib/tooling/testing/browser';
import { summarySchema } from '@/lib/tooling/workflows/summary';

const widths = { phone: { width: 375, height: 812 }, desk: { width: 1440, height: 900 } } as const;

/** More than a pull request has, and few enough to look at. */
const most = 10;

const text = { type: 'string' } as const;
const { site, summary, out } = parseArgs({ options: { site: text, summary: text, out: text } }).values;
if (!site || !summary || !out) throw new Error('usage: screenshots.ts --site DIR --summary FILE --out DIR');

const { difference } = summarySchema.parse(JSON.parse(await readFile(summary, 'utf8')));
const addresses = [...(difference?.added ?? []), ...(difference?.changed ?? [])].map(({ address }) => address);
const posts = addresses.filter((address) => /^\/blog\/\d{4}\/\d{2}\/[^/]+\/$/.test(address)).slice(0, most);
await mkdir(out, { recursive: true });
if (posts.length > 0) {
  const server = await serveFolder(site);
  const found = findBrowser();
  const browser = await chromium.launch({
    ...(found ? { executablePath: found.path } : {}),
    // Chromium's sandbox refuses to run as root.
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  try {
    for (const [name, viewport] of Object.entries(widths)) {
      const page = await browser.newPage({ viewport });
      for (const [index, address] of posts.entries()) {
        await page.goto(server.origin + encodeURI(address));
        const file = `${index + 1}-${address
          .split('/')
          .at(-2)
          ?.replace(/[^\w.-]+/g, '_')}-${name}.png`;
        await page.screenshot({ path: join(out, file), fullPage: true });
      }
    }
  } finally {
    await browser.close();
    await server.close();
  }
}
console.log(`${posts.length} posts looked at.`);

// Pictures of the posts that a pull request adds or changes, as a phone and a desktop show them.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { findBrowser } from '@/lib/tooling/testing/browser';
import { serveFolder } from '@/lib/tooling/testing/static-server';
import type { Summary } from '@/lib/tooling/workflows/summary';

const viewports = { phone: { width: 375, height: 812 }, desktop: { width: 1440, height: 900 } } as const;

/** The most posts that are photographed. */
const limit = 10;

/**
 * Writes pictures into a folder.
 *
 * @param site the exported site.
 * @returns the number of posts.
 */
export async function takeScreenshots(site: string, { difference }: Summary, out: string): Promise<number> {
  const addresses = [...(difference?.added ?? []), ...(difference?.changed ?? [])].map(({ address }) => address);
  const posts = addresses.filter((address) => /^\/blog\/\d{4}\/\d{2}\/[^/]+\/$/.test(address)).slice(0, limit);
  await mkdir(out, { recursive: true });
  if (posts.length === 0) return 0;
  const server = await serveFolder(site);
  const found = findBrowser();
  const browser = await chromium.launch({
    ...(found ? { executablePath: found.path } : {}),
    // Chromium's sandbox refuses to run as root.
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  try {
    for (const [name, viewport] of Object.entries(viewports)) {
      const page = await browser.newPage({ viewport });
      for (const [index, address] of posts.entries()) {
        await page.goto(server.origin + encodeURI(address));
        const slug = address
          .split('/')
          .at(-2)
          ?.replace(/[^\w.-]+/g, '_');
        await page.screenshot({ path: join(out, `${index + 1}-${slug}-${name}.png`), fullPage: true });
      }
    }
  } finally {
    await browser.close();
    await server.close();
  }
  return posts.length;
}

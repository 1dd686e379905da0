// Screenshots of every kind of page, compared with the accepted ones: phone and desktop, light and dark.
import { mkdirSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import sharp from 'sharp';
import { fixtures } from '@/e2e/sites';
import { differingPart, environmentFault } from '@/e2e/visual/compare';

const pages: readonly (readonly [name: string, path: string])[] = [
  ['home', '/'],
  ['blog', '/blog/'],
  ['year', '/blog/2024/'],
  ['month', '/blog/2024/06/'],
  ['edition', '/blog/2026/11/edition/'],
  ['post', '/blog/2024/06/kitchen-sink/'],
  ['arabic', '/blog/2024/02/arabic-setup/'],
  ['long-title', '/blog/2024/01/long-title/'],
  ['events', '/events/'],
  ['event', '/events/far-talk/'],
  ['releases', '/releases/'],
  ['project', '/releases/tool/'],
  ['release', '/releases/tool/1.9/'],
  ['adopters', '/adopters/'],
  ['ecosystem', '/ecosystem/'],
  ['links', '/links/'],
  ['people', '/people/'],
  ['person', '/people/sample-writer/'],
  ['community', '/community/'],
  ['tags', '/tags/'],
  ['tag', '/tags/release/'],
  ['subscribe', '/subscribe/'],
  ['not-found', '/no-such-page/'],
];

/** How wide the window is, and the stored picture: small, since it is the composition that is compared. */
const screens = { phone: { window: 375, picture: 150 }, desk: { window: 1440, picture: 320 } } as const;

/** Pixels of the stored picture, from the top. */
const height = 480;

/** Which part of a picture may differ: what another way of drawing letters makes of it. */
const tolerated = 0.01;

const folder = join(import.meta.dirname, 'pictures');
const update = process.env.VISUAL_UPDATE === '1';

test.use({ timezoneId: 'UTC', locale: 'en-GB' });

for (const [name, path] of pages) {
  for (const [screen, { window, picture }] of Object.entries(screens)) {
    for (const colorScheme of ['light', 'dark'] as const) {
      test(`${name}, ${screen}, ${colorScheme}`, async ({ page, browser }) => {
        const fault = environmentFault(browser.version());
        test.skip(fault !== undefined, fault);
        await page.clock.setFixedTime(fixtures.env.NEWS_NOW ?? '');
        await page.setViewportSize({ width: window, height: Math.round((height * window) / picture) });
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        await page.goto(fixtures.origin + path, { waitUntil: 'networkidle' });
        const taken = await sharp(await page.screenshot())
          .resize({ width: picture })
          .png({ palette: true, colours: 32, compressionLevel: 9 })
          .toBuffer();
        const file = join(folder, `${name}-${screen}-${colorScheme}.png`);
        if (update) {
          mkdirSync(folder, { recursive: true });
          await writeFile(file, taken);
          return;
        }
        const stored = await readFile(file).catch(() => undefined);
        if (!stored) throw new Error(`${file} is not there yet (fix: npm run test:visual -- --update)`);
        const part = await differingPart(stored, taken);
        if (part > tolerated) await test.info().attach('taken', { body: taken, contentType: 'image/png' });
        expect(
          part,
          `${Math.round(part * 1000) / 10} % of the picture has changed (if that is meant: npm run test:visual -- --update)`,
        ).toBeLessThanOrEqual(tolerated);
      });
    }
  }
}

// `npm run pictures`: builds the site and takes the pictures of README.md, an edition on a desk and on a phone, in both schemes;
// and those of docs/editing-an-edition.md, the gallery of components.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type Browser, chromium } from 'playwright';
import sharp from 'sharp';
import { own } from '@/e2e/sites';
import { ownCommand } from '@/lib/build/run';
import { getContent } from '@/lib/content/queries';
import { findBrowser } from '@/lib/tooling/testing/browser';

const folder = 'docs/pictures';

/** Of the window in CSS pixels, and how many pixels of the picture each has. */
const devices = {
  desk: { width: 1280, height: 800, deviceScaleFactor: 1 },
  phone: { width: 390, height: 800, deviceScaleFactor: 1.5 },
};

async function main(): Promise<number> {
  Object.assign(process.env, own.env);
  const browserPath = findBrowser()?.path;
  // Previews have the gallery.
  const env = { ...process.env, NODE_ENV: 'production' as const, NEWS_PREVIEW: '1' };
  const { status } = spawnSync(process.execPath, ownCommand('lib/build/main.ts'), { stdio: 'inherit', env });
  if (status !== 0) return status ?? 1;
  const server = spawn(process.execPath, ownCommand('lib/build/start.ts', '--built'), {
    stdio: 'ignore',
    env: { ...env, HOST: '127.0.0.1', PORT: String(own.port) },
  });
  const browser = await chromium.launch({
    ...(browserPath ? { executablePath: browserPath } : {}),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  try {
    await untilItAnswers(server);
    await mkdir(folder, { recursive: true });
    const pictures: (readonly [name: string, picture: Buffer])[] = [];
    for (const device of ['desk', 'phone'] as const) {
      for (const colorScheme of ['light', 'dark'] as const) {
        pictures.push([`${device}-${colorScheme}`, await takeEdition(browser, device, colorScheme)]);
      }
    }
    pictures.push(...(await takeGallery(browser)));
    for (const [name, picture] of pictures) {
      const webp = await sharp(picture).webp({ quality: 74 }).toBuffer();
      await writeFile(join(folder, `${name}.webp`), webp);
      console.log(`${folder}/${name}.webp: ${Math.round(webp.length / 1000)} kB`);
    }
    return 0;
  } finally {
    await browser.close();
    server.kill();
  }
}

async function takeEdition(browser: Browser, device: keyof typeof devices, colorScheme: 'light' | 'dark') {
  const { deviceScaleFactor, ...viewport } = devices[device];
  const page = await browser.newPage({ viewport, deviceScaleFactor, colorScheme });
  await page.goto(own.origin + (await newestEdition()), { waitUntil: 'networkidle' });
  const png = await page.screenshot();
  await page.close();
  return png;
}

/** The gallery at its first component, and one of its samples with the entry's file. */
async function takeGallery(browser: Browser): Promise<[name: string, picture: Buffer][]> {
  const page = await browser.newPage({ viewport: { width: 1024, height: 800 }, colorScheme: 'light' });
  await page.goto(`${own.origin}/components/#site-release`, { waitUntil: 'networkidle' });
  const whole = await page.screenshot();
  await page.setViewportSize({ width: 760, height: 800 });
  const sample = page.locator('#site-event ~ div', { hasText: 'events/with-recording.yaml' });
  await sample.locator('summary').click();
  const one = await sample.screenshot();
  await page.close();
  return [
    ['components', whole],
    ['event', one],
  ];
}

/** Its address; that of the home page if it has none. */
async function newestEdition(): Promise<string> {
  const { posts } = await getContent();
  return posts.find(({ coverage }) => coverage.period !== undefined)?.url ?? '/';
}

/** Waits for the first answer. @throws {Error} where the server has ended. */
async function untilItAnswers(server: ChildProcess): Promise<void> {
  for (;;) {
    if (server.exitCode !== null) throw new Error(`the server has ended with ${server.exitCode}`);
    if (
      await fetch(own.origin).then(
        (response) => response.ok,
        () => false,
      )
    )
      return;
    await wait(200);
  }
}

process.exitCode = await main();

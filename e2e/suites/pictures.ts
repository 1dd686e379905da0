// `npm run pictures`: builds the site and takes the pictures of README.md, an edition on a desk and on a phone, in both schemes.
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
  const { status } = spawnSync(process.execPath, ownCommand('lib/build/main.ts'), { stdio: 'inherit' });
  if (status !== 0) return status ?? 1;
  const serving = { ...process.env, NODE_ENV: 'production' as const, HOST: '127.0.0.1', PORT: String(own.port) };
  const server = spawn(process.execPath, ownCommand('lib/build/start.ts', '--built'), {
    stdio: 'ignore',
    env: serving,
  });
  const browser = await chromium.launch({
    ...(browserPath ? { executablePath: browserPath } : {}),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  try {
    await untilItAnswers(server);
    await mkdir(folder, { recursive: true });
    const sizes: number[] = [];
    for (const device of ['desk', 'phone'] as const) {
      for (const colorScheme of ['light', 'dark'] as const) {
        const picture = await takePicture(browser, device, colorScheme);
        sizes.push(picture.length);
        await writeFile(join(folder, `${device}-${colorScheme}.webp`), picture);
      }
    }
    console.log(`Wrote ${sizes.length} pictures to ${folder}: ${Math.round(sizes.reduce((a, b) => a + b) / 1000)} kB.`);
    return 0;
  } finally {
    await browser.close();
    server.kill();
  }
}

async function takePicture(browser: Browser, device: keyof typeof devices, colorScheme: 'light' | 'dark') {
  const { deviceScaleFactor, ...viewport } = devices[device];
  const page = await browser.newPage({ viewport, deviceScaleFactor, colorScheme });
  await page.goto(own.origin + (await newestEdition()), { waitUntil: 'networkidle' });
  const png = await page.screenshot();
  await page.close();
  return sharp(png).webp({ quality: 74 }).toBuffer();
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

// `npm run bench -- --dev`: how long an author waits for the first page, and from saving a file to seeing the change.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright';
import { exit, type Program } from '@/lib/base/cli/command';
import { parseCount, parseOptionsAlone } from '@/lib/base/cli/options';
import { contentDir } from '@/lib/content/files';
import { loadPosts } from '@/lib/content/load-posts';
import type { Post } from '@/lib/content/posts';
import { withScratch } from '@/lib/tooling/bench/builds';
import { makePosts } from '@/lib/tooling/bench/make-posts';
import { percentile, toTable } from '@/lib/tooling/bench/table';
import { startDev } from '@/lib/tooling/testing/dev-session';

const usage = `--dev [--posts N] [--content DIR] [--times N]
    How long an author waits in npm run dev with N posts: for the first page and then, in Chromium, from saving a file
    until a changed post, a mistake, its correction and a changed event are shown. Prints medians.
  --posts N      how many posts (default: 1000)
  --content DIR  the folder with the posts to repeat (default: CONTENT_DIR, or else content)
  --times N      how many times each is measured (default: 5)`;

/** Milliseconds. */
const patience = 120_000;

/** What is measured, and each measurement in milliseconds. */
type Row = readonly [what: string, milliseconds: readonly number[]];

/** Measures the author's loop. */
export const devBench: Program = {
  name: 'dev',
  usage,
  async run(args, { out, signal }) {
    const given = parseOptionsAlone('bench', args, {
      dev: { takes: 'nothing' },
      posts: { takes: 'value', example: '1000' },
      content: { takes: 'value', example: '../website/content/en' },
      times: { takes: 'value', example: '9' },
    });
    const posts = parseCount('--posts', given.posts ?? '1000', 100_000);
    const times = parseCount('--times', given.times ?? '5', 100);
    const from = given.content === undefined ? contentDir() : resolve(given.content);
    // The other benches need no browser.
    const { findBrowser } = await import('@/lib/tooling/testing/browser');
    const { chromium } = await import('playwright');
    const executablePath = findBrowser()?.path;
    if (!executablePath) throw new Error('There is no Chromium (fix: npx playwright install chromium).');
    return withScratch(async ({ dir, distDir }) => {
      const content = join(dir, 'content');
      await makePosts(from, content, posts);
      const post = await pickPost(content);
      signal.throwIfAborted();
      const started = performance.now();
      const session = await startDev({ content, distDir, patience });
      const browser = await chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
      const end = () => void Promise.all([browser.close(), session.stop()]);
      signal.addEventListener('abort', end, { once: true });
      try {
        const page = await browser.newPage();
        page.setDefaultTimeout(patience);
        await page.goto(session.origin + post.url);
        const first: Row = ['from npm run dev to the first page', [performance.now() - started]];
        const rows = [first, ...(await measurePost(page, join(content, post.file), times))];
        rows.push(...(await measureEvent(page, session.origin, content, times)));
        out(toTable(rows.map(toCells)));
        return exit.done;
      } finally {
        signal.removeEventListener('abort', end);
        await browser.close();
        await session.stop();
      }
    });
  },
};

/** A change, a mistake and its correction, each several times. */
async function measurePost(page: Page, file: string, times: number): Promise<Row[]> {
  const text = await readFile(file, 'utf8');
  const [changed, wrong, corrected]: number[][] = [[], [], []];
  await page.evaluate(() => scrollTo(0, 800));
  await sleep(pause);
  for (let time = 1; time <= times; time += 1) {
    const sentence = `Save number ${time}.`;
    const next = `${text}\n\n${sentence}\n`;
    changed?.push(await measure(file, next, () => waitForText(page, 'body', sentence)));
    wrong?.push(await measure(file, `${next}\n![A picture](not-there.png)\n`, () => waitForAlert(page, true)));
    corrected?.push(await measure(file, next, () => waitForAlert(page, false)));
  }
  if ((await page.evaluate(() => scrollY)) !== 800) throw new Error('The page lost its scroll position.');
  return [
    ['a changed post is shown', changed ?? []],
    ['a mistake is reported', wrong ?? []],
    ['its correction removes the report', corrected ?? []],
  ];
}

async function measureEvent(page: Page, origin: string, content: string, times: number): Promise<Row[]> {
  const names = await readdir(join(content, 'events')).catch(() => []);
  const name = names.sort().find((file) => file.endsWith('.yaml'));
  if (!name) return [];
  await page.goto(`${origin}/events/${name.slice(0, -5)}/`);
  const file = join(content, 'events', name);
  const text = await readFile(file, 'utf8');
  const changed: number[] = [];
  await sleep(pause);
  for (let time = 1; time <= times; time += 1) {
    const title = `Save number ${time}`;
    const next = text.replace(/^title:.*$/m, `title: ${title}`);
    changed.push(await measure(file, next, () => waitForText(page, 'h1', title)));
  }
  return [['a changed event is shown', changed]];
}

/** Nobody saves twice a second; what the last save started has ended after this time. Milliseconds. */
const pause = 2_000;

/** Milliseconds between two looks at a page. Playwright's own waiting looks twice a second. */
const polling = 20;

/** @returns milliseconds from saving to seeing. */
async function measure(file: string, text: string, seen: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await writeFile(file, text);
  await seen();
  const took = performance.now() - started;
  await sleep(pause);
  return took;
}

function waitForText(page: Page, selector: string, text: string): Promise<unknown> {
  const isShown = ([where, what]: readonly [string, string]) =>
    document.querySelector(where)?.textContent?.includes(what);
  return page.waitForFunction(isShown, [selector, text] as const, { polling });
}

/** Waits until the page reports a mistake, or none. */
function waitForAlert(page: Page, wanted: boolean): Promise<unknown> {
  const isRight = (shown: boolean) =>
    Boolean(document.querySelector('dev-problems')?.shadowRoot?.querySelector('[role=alert]')) === shown;
  return page.waitForFunction(isRight, wanted, { polling });
}

/** A post in the middle of the list that is shown in full. */
async function pickPost(content: string): Promise<Post> {
  const { posts } = await loadPosts(content);
  const shown = posts.filter(({ withdrawn }) => withdrawn === undefined);
  const post = shown[Math.floor(shown.length / 2)];
  if (!post) throw new Error('There is no post to open.');
  return post;
}

function toCells([what, milliseconds]: Row): Record<string, string> {
  const show = (percent: number) => `${(percentile(milliseconds, percent) / 1000).toFixed(2)} s`;
  return { '': what, median: show(50), longest: show(100) };
}

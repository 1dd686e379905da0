// `npm run bench -- --dev`: how long an author waits: for the first page, and from saving to seeing.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Browser, Page } from 'playwright';
import { exit, type Program } from '@/lib/base/cli/command';
import { parseCount, parseOptionsAlone } from '@/lib/base/cli/options';
import { contentDir } from '@/lib/content/files';
import { loadPosts, type Post } from '@/lib/content/posts';
import { makePosts } from '@/lib/tooling/bench/make-posts';
import { withScratch } from '@/lib/tooling/bench/scratch';
import { toTable } from '@/lib/tooling/bench/table';
import { startDev } from '@/lib/tooling/testing/dev-session';

const usage = `--dev [--posts N] [--content DIR] [--times N]
    How long an author waits in npm run dev with N posts present: for the first page, and in Chromium from saving
    until a change of a post, a mistake, its mending, and a change of an event are seen. Medians.
  --posts N      how many posts, by default 1000
  --content DIR  the folder whose posts are repeated (default: CONTENT_DIR, else content)
  --times N      how often each is measured, by default 5`;

interface Options {
  readonly posts: number;
  /** Absolute. */
  readonly content: string;
  readonly times: number;
}

/** Milliseconds. */
const patience = 120_000;

/** Measures the author's loop. */
export const devBench: Program = {
  name: 'dev',
  usage,
  async run(args, { out, signal }) {
    const { posts, content: from, times } = parseOptions(args);
    // The other benches need no browser.
    const { findBrowser } = await import('@/lib/tooling/testing/browser');
    const { chromium } = await import('playwright');
    const executablePath = findBrowser()?.path;
    if (!executablePath) throw new Error('There is no Chromium to look with (npx playwright install chromium).');
    const root = process.cwd();
    return withScratch(root, async ({ dir, distDir }) => {
      const content = join(dir, 'content');
      await makePosts(from, content, posts, 'first');
      const post = await pickPost(content);
      const event = await pickEvent(content);
      signal.throwIfAborted();
      const started = performance.now();
      const session = await startDev({ content, distDir, patience });
      const end = () => void session.stop();
      signal.addEventListener('abort', end, { once: true });
      let browser: Browser | undefined;
      try {
        const isRoot = process.getuid?.() === 0;
        browser = await chromium.launch({ executablePath, args: isRoot ? ['--no-sandbox'] : [] });
        const page = await browser.newPage();
        page.setDefaultTimeout(patience);
        await page.goto(session.origin + post.url);
        const rows: [what: string, milliseconds: readonly number[]][] = [
          ['from npm run dev to the first page', [performance.now() - started]],
        ];
        rows.push(...(await measurePost(page, join(content, post.file), times)));
        if (event) {
          await page.goto(`${session.origin}/events/${event.id}/`);
          rows.push(['an event saved, and seen', await measureEvent(page, event.path, times)]);
        }
        out(toTable([['', 'median', 'longest'], ...rows.map(([what, all]) => [what, median(all), longest(all)])]));
        return exit.done;
      } finally {
        signal.removeEventListener('abort', end);
        await browser?.close();
        await session.stop();
      }
    });
  },
};

/** A change, a mistake and its mending, each several times. */
async function measurePost(page: Page, file: string, times: number): Promise<[string, number[]][]> {
  const text = await readFile(file, 'utf8');
  const changed: number[] = [];
  const wrong: number[] = [];
  const mended: number[] = [];
  await page.evaluate(() => scrollTo(0, 800));
  await settle();
  for (let time = 1; time <= times; time += 1) {
    const sentence = `Saved for the ${time}. time.`;
    const next = `${text}\n\n${sentence}\n`;
    changed.push(
      await measure(
        () => writeFile(file, next),
        () => untilShown(page, 'body', sentence),
      ),
    );
    wrong.push(
      await measure(
        () => writeFile(file, `${next}\n![A picture](not-there.png)\n`),
        () => untilTold(page, true),
      ),
    );
    mended.push(
      await measure(
        () => writeFile(file, next),
        () => untilTold(page, false),
      ),
    );
  }
  if ((await page.evaluate(() => scrollY)) !== 800) throw new Error('The page lost its place.');
  return [
    ['a post saved, and seen', changed],
    ['a mistake saved, and told', wrong],
    ['its mending saved, and the message gone', mended],
  ];
}

async function measureEvent(page: Page, file: string, times: number): Promise<number[]> {
  const text = await readFile(file, 'utf8');
  const seen: number[] = [];
  await settle();
  for (let time = 1; time <= times; time += 1) {
    const title = `Saved for the ${time}. time`;
    seen.push(
      await measure(
        () => writeFile(file, text.replace(/^title:.*$/m, `title: ${title}`)),
        () => untilShown(page, 'h1', title),
      ),
    );
  }
  return seen;
}

/** Milliseconds between two looks at a page. Playwright's own way of waiting looks twice a second. */
const polling = 20;

/** Waits until an element has a text. */
async function untilShown(page: Page, selector: string, text: string): Promise<void> {
  const look = ([where, what]: readonly [string, string]) =>
    document.querySelector(where)?.textContent?.includes(what) ?? false;
  await page.waitForFunction(look, [selector, text] as const, { polling });
}

/** Waits until the page tells of a mistake, or of none any more. */
async function untilTold(page: Page, isWrong: boolean): Promise<void> {
  const look = (wanted: boolean) => {
    const alert = document.querySelector('dev-problems')?.shadowRoot?.querySelector('[role=alert]');
    return (alert !== null && alert !== undefined) === wanted;
  };
  await page.waitForFunction(look, isWrong, { polling });
}

/** @returns milliseconds from the saving to the seeing. */
async function measure(save: () => Promise<void>, seen: () => Promise<void>): Promise<number> {
  const started = performance.now();
  await save();
  await seen();
  const took = performance.now() - started;
  await settle();
  return took;
}

/** Nobody saves twice a second; what the last saving set off has ended by then. */
function settle(): Promise<void> {
  return new Promise((resolved) => setTimeout(resolved, 2_000));
}

/** A Markdown post in the middle of the list that is shown as it is. */
async function pickPost(content: string): Promise<Post> {
  const { posts } = await loadPosts(content);
  const shown = posts.filter(({ withdrawn }) => withdrawn === undefined);
  const post = shown[Math.floor(shown.length / 2)];
  if (!post) throw new Error('There is no post to open.');
  return post;
}

async function pickEvent(content: string): Promise<{ id: string; path: string } | undefined> {
  const names = await readdir(join(content, 'events')).catch(() => []);
  const name = names.sort().find((file) => file.endsWith('.yaml'));
  return name === undefined ? undefined : { id: name.slice(0, -5), path: join(content, 'events', name) };
}

function median(all: readonly number[]): string {
  return inSeconds([...all].sort((a, b) => a - b)[Math.floor(all.length / 2)]);
}

function longest(all: readonly number[]): string {
  return inSeconds(Math.max(...all));
}

function inSeconds(milliseconds = 0): string {
  return `${(milliseconds / 1000).toFixed(2)} s`;
}

function parseOptions(args: readonly string[]): Options {
  const given = parseOptionsAlone('bench', args, {
    dev: { takes: 'nothing' },
    posts: { takes: 'value', example: '1000' },
    content: { takes: 'value', example: '../website/content/en' },
    times: { takes: 'value', example: '9' },
  });
  const { posts = '1000', content, times = '5' } = given;
  return {
    posts: parseCount('--posts', posts, 100_000),
    content: content === undefined ? contentDir() : resolve(content),
    times: parseCount('--times', times, 100),
  };
}

// What Vercel would serve, production and preview: the output of the real `vercel build`, where e2e/suites/vercel-build.ts made it.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import { crawl } from '@/e2e/crawl';
import { type Answer, ask } from '@/e2e/http';
import { listen, seriousViolations } from '@/e2e/page-checks';
import { findProblems, parseRouteTable } from '@/e2e/route-table';
import { fixtures } from '@/e2e/sites';
import { vercelOutputs } from '@/e2e/suites/vercel-outputs';
import { serveVercelOutput } from '@/e2e/suites/vercel-server';
import { searchPolicy } from '@/lib/base/headers.mjs';
import { cardFonts } from '@/lib/output/cards/fonts';

/** Malformed addresses, which Vercel's own edge answers and its output does not. */
const malformed = /^\/[/\\]|%(?![0-9a-f]{2})|%2f|%5c|%0|%00|%E0%A4%A|\.\.|\/\//i;

for (const { target, dir } of vercelOutputs) {
  test.describe(`vercel build, ${target}`, () => {
    test.skip(
      !existsSync(dir),
      'skipped: there is no output of vercel build (npx tsx e2e/suites/vercel-build.ts makes it)',
    );
    test.describe.configure({ mode: 'default' });
    let origin = '';
    let close = () => {};

    test.beforeAll(async () => {
      if (existsSync(dir)) ({ origin, close } = await serveVercelOutput(dir));
    });
    test.afterAll(() => close());

    test('every link, picture, script and style sheet answers 200', async () => {
      const { found, references } = await crawl({ ...fixtures, origin });
      expect(found.size).toBeGreaterThan(50);
      const broken = references.filter(({ target: to }) => found.get(to)?.answer.status !== 200);
      expect(broken.map(({ from, written }) => `${from}: ${written}`)).toEqual([]);
    });

    test('the data of social cards is deployed with the function that renders them', () => {
      const folder = join(dir, 'functions', 'cards', '[...path].func');
      const { filePathMap } = JSON.parse(readFileSync(join(folder, '.vc-config.json'), 'utf8')) as {
        filePathMap: Record<string, string>;
      };
      const has = (path: string) => path in filePathMap || existsSync(join(folder, path));
      const needed = [
        '.next/cards.json',
        '.next/card-worker.mjs',
        ...cardFonts.map(({ file }) => `node_modules/${file}`),
      ];
      expect(needed.filter((path) => !has(path))).toEqual([]);
    });

    test('search engines may index only production', async () => {
      const { found } = await crawl({ ...fixtures, origin });
      const robotsTags = new Set([...found.values()].map(({ answer }) => answer.headers.get('x-robots-tag')));
      expect([...robotsTags]).toEqual([target === 'preview' ? 'noindex' : undefined]);
      const robots = (await ask(origin, '/robots.txt')).body;
      expect(robots).toMatch(target === 'preview' ? /^User-agent: \*\nDisallow: \/\n/ : /^User-agent: \*\nDisallow:\n/);
    });

    test('canonical addresses are those of production', async () => {
      const { found } = await crawl({ ...fixtures, origin });
      for (const [path, { answer, page }] of found) {
        if (!page) continue;
        const [, canonical = ''] = /<link rel="canonical" href="([^"]*)"/.exec(answer.body) ?? [];
        // Of the home page the framework leaves out the slash, where the address is of another origin than the preview's.
        expect(new URL(canonical).href).toBe(`https://news.example.org${path}`);
      }
    });

    test('a preview shows hidden posts, its commit and a link to its pull request', async () => {
      const home = await ask(origin, '/');
      const draft = await ask(origin, '/blog/2026/10/hidden-draft/');
      expect(draft.status).toBe(target === 'preview' ? 200 : 404);
      expect(/Preview of commit/.test(home.body)).toBe(target === 'preview');
      expect(home.body.includes('href="https://github.com/o/r/pull/12"')).toBe(target === 'preview');
    });

    test('feeds of a preview link to the preview, the only place with drafts', async () => {
      for (const path of ['/feed.xml', '/atom.xml', '/feed.json']) {
        const { status, body } = await ask(origin, path);
        expect(status).toBe(200);
        const home = target === 'preview' ? 'https://news-abc.vercel.app' : 'https://news.example.org';
        expect(body).toContain(`${home}${path}`);
        expect(body).toContain(`${home}/blog/`);
        expect(body.includes('https://news-abc.vercel.app'), path).toBe(target === 'preview');
      }
    });

    test('a post is complete in a browser', async ({ page }) => {
      const noise = listen(page, origin);
      await page.goto(`${origin}/blog/2024/06/kitchen-sink/`);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      expect(await seriousViolations(page)).toEqual([]);
      expect(noise).toEqual({ errors: [], otherOrigins: [] });
    });

    test('can be searched in a browser', async ({ page }) => {
      const noise = listen(page, origin);
      const answer = await page.goto(`${origin}/search/?q=release`);
      expect(answer?.headers()['content-security-policy']).toBe(searchPolicy);
      await expect(page.getByRole('status')).toContainText(/^\d+ results? for “release”\.$/);
      expect(noise).toEqual({ errors: [], otherOrigins: [] });
    });

    if (target === 'production') {
      test('responds as the route table says', async () => {
        const file = 'e2e/routes/fixtures.txt';
        const problems: string[] = [];
        for (const route of parseRouteTable(readFileSync(file, 'utf8'), file)) {
          if (malformed.test(route.path)) continue;
          const answer: Answer = await ask(origin, route.path, route.method);
          const kept = route.expectations.filter(({ source }) => !source.includes('https://news.example'));
          const found = findProblems({ ...route, expectations: kept }, answer);
          if (found.length > 0) problems.push(`${route.method} ${route.path}\n${found.join('\n')}`);
        }
        expect(problems.join('\n\n')).toBe('');
      });
    }
  });
}

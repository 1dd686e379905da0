// Runs the route tables against the exported folder on a plain static server, as far as any host can comply.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import { crawl } from '@/e2e/crawl';
import { type Answer, ask } from '@/e2e/http';
import { listen } from '@/e2e/page-checks';
import { type Expectation, findProblems, parseRouteTable, type RouteCase } from '@/e2e/route-table';
import { community, fixtures, own, preview } from '@/e2e/sites';
import { ownCommand } from '@/lib/build/run';
import { isMatch } from '@/lib/output/export/host-files';
import { type StaticServer, serveFolder } from '@/lib/tooling/testing/static-server';

/** Addresses of which a plain host says something else than the framework does, and may. */
const hostsOwn = new Set(['/index.html', '/events/kind/webinar/events.ics', '/contribute/event/check/']);

for (const site of [own, community, fixtures, preview]) {
  test.describe(`the exported folder of ${site.name}`, () => {
    test.describe.configure({ mode: 'default' });
    let folder = '';
    let server: StaticServer;

    test.beforeAll(async () => {
      // Every social picture is drawn.
      test.setTimeout(300_000);
      folder = await mkdtemp(join(tmpdir(), 'news-export-'));
      const args = ownCommand('lib/output/export/main.ts', '--out', join(folder, 'out'));
      const { status, stderr } = spawnSync(process.execPath, args, {
        env: { ...process.env, ...site.env },
        encoding: 'utf8',
      });
      expect(status, stderr).toBe(0);
      server = await serveFolder(join(folder, 'out'), site.basePath);
    });

    test.afterAll(async () => {
      await server.close();
      await rm(folder, { recursive: true, force: true });
    });

    test('responds as its route table says, as far as a plain host can', async () => {
      const file = `e2e/routes/${site.name}.txt`;
      const problems: string[] = [];
      for (const route of parseRouteTable(readFileSync(file, 'utf8'), file)) {
        if (hostsOwn.has(route.path)) continue;
        const problem = await plainProblems(route, server.origin, join(folder, 'out', '_headers'));
        if (problem.length > 0) problems.push(`${route.method} ${route.path}\n${problem.join('\n')}`);
      }
      expect(problems.join('\n\n')).toBe('');
    });

    test('has no broken links', async () => {
      const { found, references } = await crawl({ ...site, origin: server.origin });
      const broken = references
        .filter(({ target }) => found.get(target)?.answer.status !== 200)
        .map(({ from, written, place }) => `${from}: ${place} ${written}`);
      expect([...new Set(broken)]).toEqual([]);
    });

    test('offers other ways in the place of forms, which no server would answer', async ({ page }) => {
      await page.goto(`${server.origin}${site.basePath}/contribute/event/`);
      await expect(page.locator('.no-server')).toBeVisible();
      await expect(page.locator('contribution-form, .entry-form')).toHaveCount(0);
      await expect(page.locator('a[href*="filename=content%2Fevents%2F"]')).toHaveCount(1);
    });

    test('can be searched', async ({ page }) => {
      const noise = listen(page, server.origin);
      const feed = await (await fetch(`${server.origin}${site.basePath}/feed.json`)).json();
      // Of the newest post, whatever it is about, and in whatever language.
      const [word] = String(feed.items[0].title).match(/\p{L}{4,}/gu) ?? ['release'];
      await page.goto(`${server.origin}${site.basePath}/search/?q=${encodeURIComponent(word)}`);
      await expect(page.getByRole('status')).toContainText(new RegExp(`\\p{N}.*${word}`, 'u'));
      expect(noise).toEqual({ errors: [], otherOrigins: [] });
    });

    test('has a rule for each redirect and each picture', async () => {
      const out = join(folder, 'out');
      const redirects = readFileSync(join(out, '_redirects'), 'utf8').split('\n').filter(Boolean);
      for (const line of redirects) {
        expect(line).toMatch(/^\/\S+ \/\S+ 308$/);
        const [from = '', to] = line.split(' ');
        const answer = await ask(server.origin, from);
        expect(refreshOf(answer), line).toBe(to);
        expect((await ask(server.origin, to ?? '')).status, line).toBe(200);
      }
      if (site !== own) expect(redirects.length).toBeGreaterThan(3);
      const rules = readFileSync(join(out, '_headers'), 'utf8');
      expect(rules).toContain("  content-security-policy: default-src 'none'");
      // As many as Cloudflare Pages takes.
      expect(rules.match(/^\//gm)?.length).toBeLessThanOrEqual(100);
    });
  });
}

/**
 * Without what only a host's configuration can say: headers but the type, and the exact form of a redirect. Of feeds and
 * their like a file's ending does not say the type, but `_headers` does.
 */
async function plainProblems(route: RouteCase, origin: string, headersFile: string): Promise<string[]> {
  const asked = await ask(origin, route.path, route.method);
  const type = typeOf(route.path, headersFile);
  const answer =
    type && asked.status === 200 ? { ...asked, headers: new Map(asked.headers).set('content-type', type) } : asked;
  const leads = route.expectations.find(({ subject }) => subject === 'redirect');
  if (leads) {
    const location = answer.status >= 300 && answer.status < 400 ? answer.headers.get('location') : refreshOf(answer);
    const led = { ...leads, subject: 'header', name: 'location' } as Expectation;
    // Where there is neither folder nor page, a host says so at once, and the framework after a redirect.
    if (answer.status === 404 && leads.operator === '==' && (await ask(origin, leads.wanted)).status === 404) return [];
    return findProblems(
      { ...route, expectations: [led] },
      { ...answer, headers: new Map([['location', location ?? '']]) },
    );
  }
  const kept = route.expectations.filter(({ subject, name }) => subject !== 'header' || name === 'content-type');
  return findProblems({ ...route, expectations: kept }, answer);
}

/** The type that `_headers` gives a path, if it gives one. */
function typeOf(path: string, headersFile: string): string | undefined {
  const lines = readFileSync(headersFile, 'utf8').split('\n');
  const from = lines.findIndex((line) => line.startsWith('/') && !line.endsWith('/*') && isMatch(line, path));
  if (from < 0) return undefined;
  const rest = lines.slice(from + 1);
  const own = rest.slice(
    0,
    rest.findIndex((line) => !line.startsWith(' ')),
  );
  return own.map((line) => /^ {2}content-type: (.+)$/.exec(line)?.[1]).find(Boolean);
}

/** Where a page sends its readers, without a script. */
function refreshOf({ body }: Answer): string | undefined {
  return /<meta http-equiv="refresh" content="0; url=([^"]+)">/.exec(body)?.[1];
}

// The author's loop: the open page shows each saved change, and each mistake until it is fixed.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import { type DevSession, startDev } from '@/lib/tooling/testing/dev-session';

const paragraphs = Array.from({ length: 60 }, (_, index) => `Paragraph ${index}.`).join('\n\n');

function post({ fields = '', body = 'Hello.' } = {}): string {
  return `---\ntitle: A post\ndate: 2022-03-01\n${fields}---\n\n${body}\n\n${paragraphs}\n`;
}

test.describe('npm run dev', () => {
  test.describe.configure({ mode: 'serial', timeout: 120_000 });
  let content = '';
  let session: DevSession;
  const save = (path: string, text: string) => writeFile(join(content, path), text);

  test.beforeAll(async () => {
    content = await mkdtemp(join(tmpdir(), 'news-dev-test-'));
    for (const folder of ['blog/2022/03/broken', 'blog/2022/03/draft', 'blog/2022/03/later', 'events']) {
      await mkdir(join(content, folder), { recursive: true });
    }
    await save('blog/2022/03/first.mdx', post());
    await save('blog/2022/03/moved.mdx', post({ fields: 'aliases: [/old/]\n' }));
    await save('blog/2022/03/broken/index.mdx', post({ body: '<Nope />' }));
    await save('blog/2022/03/draft/index.md', post({ fields: 'draft: true\n' }));
    await save('blog/2022/03/later/index.md', post().replace('2022-03-01', '2999-01-01'));
    await save('events/talk.yaml', 'title: A talk\nkind: talk\nstart: 2022-03-03\n');
    session = await startDev({ content, distDir: '.next-dev-test', patience: 60_000 });
  });

  test.afterAll(async () => {
    await session?.stop();
    await rm(content, { recursive: true, force: true });
  });

  test('shows saved changes without losing the scroll position, and each mistake until it is fixed', async ({
    page,
  }) => {
    const problems = page.locator('dev-problems');
    const { origin } = session;
    await page.goto(`${origin}/blog/2022/03/first/`);
    await expect(page.getByText('Hello.')).toBeVisible();
    // What the browser would lose if it loaded the page anew.
    await page.evaluate(() => {
      scrollTo(0, 400);
      document.title = 'the same document';
      (globalThis as { sameDocument?: boolean }).sameDocument = true;
    });
    const isWhereItWas = async () => {
      expect(await page.evaluate(() => (globalThis as { sameDocument?: boolean }).sameDocument)).toBe(true);
      expect(await page.evaluate(() => scrollY)).toBe(400);
    };

    await save('blog/2022/03/first.mdx', post({ body: 'Hello again.' }));
    await expect(page.getByText('Hello again.')).toBeAttached();
    await isWhereItWas();

    const mistakes: [text: string, problem: RegExp][] = [
      [post({ body: 'Hello.\n\n<Evnt id="talk" />' }), /first\.mdx:8:1: error mdx\/element: .*\(fix: .*\)/],
      [post({ body: '![A picture](missing.png)' }), /first\.mdx:6:1: error picture\/missing: .*\(fix: .*\)/],
      [post({ fields: 'events: [tlak]\n' }), /first\.mdx:4:\d+: error \S+: .*\(fix: .*\)/],
      [post({ fields: 'tags: [\n' }), /first\.mdx:\d+:\d+: error yaml\/invalid: .*\(fix: .*\)/],
    ];
    for (const [text, problem] of mistakes) {
      await save('blog/2022/03/first.mdx', text);
      await expect(problems.getByRole('alert')).toContainText(problem);
      await isWhereItWas();
      await save('blog/2022/03/first.mdx', post({ body: 'Mended.' }));
      await expect(problems).not.toBeAttached();
      await isWhereItWas();
    }
    await expect(page.getByText('Mended.')).toBeAttached();

    await save('events/talk.yaml', 'title: A talk\nkind: talc\nstart: 2022-03-03\n');
    await expect(problems.getByRole('alert')).toContainText(/events\/talk\.yaml:2:7: error /);
    await save('events/talk.yaml', 'title: A talk\nkind: talk\nstart: 2022-03-03\n');
    await expect(problems).not.toBeAttached();
  });

  test('shows as much as possible of a post that is invalid from the start, with its problems', async ({ page }) => {
    await page.goto(`${session.origin}/blog/2022/03/broken/`);
    await expect(page.getByRole('heading', { level: 1, name: 'A post' })).toBeVisible();
    const problems = page.getByRole('alert').filter({ hasText: 'Nope' });
    await expect(problems).toContainText(/index\.mdx:6:1: error /);
    const gallery = problems.getByRole('link', { name: 'What a post may contain' });
    await expect(gallery).toHaveAttribute('href', `${session.origin}/components/`);
    // Nothing of the framework covers them, wherever its badge may be.
    const above = await page.evaluate(() =>
      [40, innerWidth - 40].map((x) => document.elementFromPoint(x, innerHeight - 40)?.localName),
    );
    expect(above).toEqual(['dev-problems', 'dev-problems']);
    await save('blog/2022/03/broken/index.mdx', post({ body: 'Whole.' }));
    // It is loaded anew, which takes a busy machine long.
    await expect(page.getByText('Whole.')).toBeVisible({ timeout: 60_000 });
    await expect(page.locator('dev-problems')).not.toBeAttached();
  });

  test('shows that a page is missing, and the page once it exists, without a manual reload', async ({ page }) => {
    const { origin } = session;
    const missing = page.getByRole('heading', { level: 1, name: 'Page not found' });
    const answer = await page.goto(`${origin}/nothing/here/`);
    expect(answer?.status()).toBe(404);
    await expect(missing).toBeVisible();
    await expect(page.locator('script[src$="/__news/page.js"]')).toBeAttached();

    await page.goto(`${origin}/blog/2022/03/away/`);
    await expect(missing).toBeVisible();
    await save('blog/2022/03/away.mdx', post({ body: 'Here at last.' }));
    await expect(page.getByText('Here at last.')).toBeVisible({ timeout: 60_000 });

    await rm(join(content, 'blog/2022/03/away.mdx'));
    await expect(missing).toBeVisible({ timeout: 60_000 });
    await save('blog/2022/03/away.mdx', post({ body: 'Back again.' }));
    await expect(page.getByText('Back again.')).toBeVisible({ timeout: 60_000 });

    const old = await page.request.get(`${origin}/old/`, { maxRedirects: 0 });
    expect([old.status(), old.headers().location]).toEqual([308, '/blog/2022/03/moved/']);
  });

  test('shows what a post may contain, and prints where', async ({ page }) => {
    expect(session.output()).toContain(`${session.origin}/components/`);
    await page.goto(`${session.origin}/components/`);
    await expect(page.getByRole('heading', { level: 1, name: 'Components for posts' })).toBeVisible();
    await expect(page.getByRole('region', { name: '<Event>' }).getByText('Add to calendar').first()).toBeVisible();
  });

  test('shows drafts and scheduled posts, labelled as such', async ({ page }) => {
    for (const [slug, reason] of [
      ['draft', /draft/i],
      ['later', /2999|scheduled/i],
    ] as const) {
      await page.goto(`${session.origin}/blog/2022/03/${slug}/`);
      await expect(page.getByRole('main').getByText(reason).first()).toBeVisible();
    }
  });
});

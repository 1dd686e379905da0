// Contributing from the page itself: the forms, what the site answers, and what it refuses. With scripts and without.
import { fork } from 'node:child_process';
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, type Page, test } from 'playwright/test';
import { ask } from '@/e2e/http';
import { listen, seriousViolations, sidewaysScrolling, watch } from '@/e2e/page-checks';
import { community, empty, fixtures, preview } from '@/e2e/sites';
import { pagePolicy } from '@/lib/base/headers.mjs';
import { site } from '@/lib/tooling/testing/fixtures/site';

const check = (kind: string) => `${fixtures.origin}/contribute/${kind}/check/`;
const complete = {
  title: 'Hello from afar',
  kind: 'talk',
  start: '2027-01-13',
  'start.time': '18:00',
  zone: 'Asia/Kolkata',
};

/** Sends a form as a browser does that says nothing of where it comes from. */
function send(
  url: string,
  fields: Readonly<Record<string, string>> | string,
  headers: Readonly<Record<string, string>> = {},
) {
  const body = typeof fields === 'string' ? fields : new URLSearchParams(fields).toString();
  return fetch(url, {
    method: 'POST',
    body,
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...headers },
  });
}

async function fillIn(page: Page, fields: Readonly<Record<string, string>>) {
  for (const [name, value] of Object.entries(fields)) {
    const field = page.locator(`.entry-form [name="${name}"]`).first();
    if ((await field.evaluate((element) => element.tagName)) === 'SELECT') await field.selectOption(value);
    else await field.fill(value);
  }
}

const answer = (page: Page) => page.locator('#site-answer');

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 375, height: 800 } });

  test('a newcomer adds an event in another zone, from the link on the page of events', async ({ page }) => {
    await page.goto(`${empty.origin}/events/`);
    await page.getByRole('link', { name: 'Add an event' }).click();
    await expect(page).toHaveURL(`${empty.origin}/contribute/event/`);
    await page.goto(`${fixtures.origin}/contribute/event/`);
    await fillIn(page, { title: 'Hello from afar', start: '2027-01-13', 'start.time': '18:00' });
    await page.getByRole('button', { name: 'Check and preview' }).click();
    await expect(answer(page)).toContainText('1 answer needs to be corrected');
    const kind = page.getByLabel('Kind of event');
    await expect(kind).toBeFocused();
    await expect(kind).toHaveAttribute('aria-invalid', 'true');
    await expect(kind).toHaveAccessibleDescription('This is required.');
    await expect(page.getByLabel('Title')).toHaveValue('Hello from afar');
    await fillIn(page, { kind: 'meetup' });
    await page.getByRole('button', { name: 'Check and preview' }).click();
    await expect(page.getByLabel('Time zone')).toBeFocused();
    await fillIn(page, { zone: 'Asia/Kolkata' });
    await page.getByRole('button', { name: 'Check and preview' }).click();
    await expect(page).toHaveTitle(/^Everything is complete · /);
    for (const scheme of ['light', 'dark']) {
      await expect(page.locator(`[data-scheme="${scheme}"] .event-card`)).toContainText(
        'Wednesday, 13 January 2027, 18:00',
      );
    }
    await expect(answer(page).locator('pre')).toContainText('zone: Asia/Kolkata\n');
    const link = await page.getByRole('link', { name: /Continue on/ }).getAttribute('href');
    const { origin, pathname, searchParams } = new URL(link ?? '');
    expect(origin + pathname).toBe(site.repository.newFileUrl);
    expect(searchParams.get('filename')).toBe('content/events/hello-from-afar.yaml');
    expect(searchParams.get('value')).toBe(await answer(page).locator('pre').textContent());
  });

  test('an adopter that is here already is shown with its card, and one with a logo gets three steps', async ({
    page,
  }) => {
    await page.goto(`${fixtures.origin}/contribute/adopter/`);
    await fillIn(page, { name: 'with a LOGO', url: 'https://new.example/' });
    for (const project of await page.locator('[name="projects"]').all()) expect(await project.isChecked()).toBe(false);
    await page.locator('[name="projects"]').first().check();
    await page.locator('[name="may"]').check();
    await page.getByRole('button', { name: 'Check and preview' }).click();
    await expect(answer(page).locator('.wall img')).toHaveAttribute('alt', 'With a logo');
    await fillIn(page, { name: 'Somebody new', logo: 'svg' });
    await page.getByRole('button', { name: 'Check and preview' }).click();
    await expect(answer(page)).toContainText('somebody-new.svg');
    await expect(answer(page).locator('ol > li')).toHaveCount(3);
    await expect(answer(page).locator('pre')).toContainText('joined: 2026-11');
  });

  test('a link and an entry of the ecosystem are added in the same way', async ({ page }) => {
    await page.goto(`${fixtures.origin}/contribute/link/`);
    await fillIn(page, {
      title: 'Two years',
      url: 'https://a.example/two',
      form: 'article',
      date: '2026-10-01',
      by: 'Ada',
    });
    await page.getByRole('button', { name: 'Check and preview' }).click();
    await expect(page).toHaveTitle(/^Everything is complete · /);
    await page.goto(`${fixtures.origin}/contribute/ecosystem/`);
    await fillIn(page, { name: 'Thing', url: 'https://a.example/thing', about: 'Does it.', kind: 'tool' });
    await page.getByRole('button', { name: 'Check and preview' }).click();
    await expect(page).toHaveTitle(/^Everything is complete · /);
  });
});

test.describe('with scripts', () => {
  test.use({ timezoneId: 'America/Lima' });

  test('the answer appears below the form while one types, by keyboard alone', async ({ page }) => {
    const noise = listen(page, fixtures.origin);
    await page.goto(`${fixtures.origin}/contribute/event/`);
    await page.getByLabel('Title').focus();
    await page.keyboard.type('Hello');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Talk');
    await page.keyboard.press('Tab');
    await page.keyboard.type('01132027');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.type('0600PM');
    await page.getByRole('button', { name: 'Use America/Lima' }).press('Enter');
    await expect(page.getByLabel('Time zone')).toHaveValue('America/Lima');
    const heading = answer(page).getByRole('heading', { level: 2 });
    await expect(heading).toHaveText('Everything is complete', { timeout: 20_000 });
    await expect(page.locator('contribution-form > [role="status"]')).toHaveText('Everything is complete');
    await expect(page.getByLabel('Repeats').first().locator('option').nth(3)).toHaveText('every second Wednesday');
    await expect(page).toHaveURL(`${fixtures.origin}/contribute/event/`);
    expect(noise).toEqual({ errors: [], otherOrigins: [] });
  });

  test('only what one has left is marked as wrong', async ({ page }) => {
    await page.goto(`${fixtures.origin}/contribute/event/`);
    await page.locator('[name="url"]').fill('http://example.org/');
    await page.getByLabel('Title').fill('A title');
    await expect(page.locator('[name="url"]')).toHaveAttribute('aria-invalid', 'true');
    await expect(page.locator('[data-field="url"] [data-error]')).toContainText('https://');
    await expect(page.getByLabel('Kind of event')).not.toHaveAttribute('aria-invalid', 'true');
    await page.locator('[name="url"]').fill('https://example.org/');
    await expect(page.locator('[data-field="url"] [data-error]')).toHaveCount(0);
  });
});

for (const [state, fields] of [
  ['empty', undefined],
  ['errors', { title: '' }],
  ['success', complete],
] as const) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`is accessible and fits into 320 pixels: ${state}, ${colorScheme}`, async ({ browser }) => {
      const context = await browser.newContext({ colorScheme, viewport: { width: 320, height: 800 } });
      const page = await context.newPage();
      await page.goto(`${fixtures.origin}/contribute/event/`);
      if (fields) {
        await fillIn(page, fields);
        await page.getByRole('button', { name: 'Check and preview' }).click();
        await page.waitForURL(check('event'));
      }
      expect(await seriousViolations(page)).toEqual([]);
      expect(await sidewaysScrolling(page)).toEqual([]);
      await context.close();
    });
  }
}

test('lists what one can add, each with an example', async ({ page }) => {
  await page.goto(`${fixtures.origin}/contribute/`);
  await expect(page.getByRole('link', { name: /^Fill in the form/ })).toHaveCount(4);
  await expect(page.locator('.contribution .event-card')).toHaveCount(1);
  expect(await seriousViolations(page)).toEqual([]);
});

test('below a sub-path the form is sent below it', async () => {
  const response = await send(`${preview.origin}${preview.basePath}/contribute/event/check/`, complete);
  expect(response.status).toBe(200);
  expect(await response.text()).toContain(`action="${preview.basePath}/contribute/event/check/"`);
});

test.describe('the site answers', () => {
  test('with the headers of every page, and nobody keeps the answer', async () => {
    const { headers } = await send(check('event'), complete);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('content-security-policy')).toBe(pagePolicy);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('set-cookie')).toBeNull();
  });

  test('only what comes from its own pages', async () => {
    const { host } = new URL(fixtures.origin);
    for (const [headers, status] of [
      [{ 'sec-fetch-site': 'cross-site' }, 403],
      [{ 'sec-fetch-site': 'same-site' }, 403],
      [{ 'sec-fetch-site': 'same-origin' }, 200],
      [{ origin: 'https://evil.example' }, 403],
      [{ origin: 'null' }, 403],
      [{ origin: `http://${host}` }, 200],
    ] as const) {
      const type = { 'content-type': 'application/x-www-form-urlencoded' };
      const form = new URLSearchParams(complete).toString();
      const path = new URL(check('event')).pathname;
      const { status: got } = await ask(fixtures.origin, path, 'POST', { ...type, ...headers }, form);
      expect([headers, got]).toEqual([headers, status]);
    }
  });

  test('nothing but forms of a moderate length', async () => {
    expect((await send(check('event'), `title=${'a'.repeat(32_001)}`)).status).toBe(413);
    expect((await send(check('event'), `title=${'a'.repeat(31_000)}`)).status).toBe(200);
    expect((await send(check('event'), '{}', { 'Content-Type': 'application/json' })).status).toBe(415);
    expect((await send(check('person'), complete)).status).toBe(404);
    expect((await send(check('nothing'), complete)).status).toBe(404);
    for (const method of ['GET', 'HEAD', 'PUT', 'DELETE']) {
      const { status, headers } = await fetch(check('event'), { method, redirect: 'manual' });
      expect([method, status, headers.get('allow')]).toEqual([method, 405, 'POST']);
    }
  });
});

test('hostile text stays text, in the page, the address and the file', async ({ page }) => {
  const tries = await watch(page);
  const text = `</textarea></main><script>document.title='hostile'</script><img src=x onerror=alert(1)> $& $1 {{x}} "'`;
  await page.goto(`${fixtures.origin}/contribute/event/`);
  await fillIn(page, { ...complete, title: text, location: text, description: text });
  await page.locator('[name="speakers"]').first().fill(text);
  await page.getByRole('button', { name: 'Check and preview' }).click();
  await page.waitForURL(check('event'));
  await expect(page.getByLabel('Title')).toHaveValue(text);
  await expect(page.locator('[name="description"]').last()).toHaveValue(text);
  await expect(page.locator('main script:not([src^="/elements/"]), main img')).toHaveCount(0);
  await expect(page).not.toHaveTitle('hostile');
  expect(tries).toEqual([]);
});

test('the community’s own pages lead to the forms', async ({ page }) => {
  for (const [path, kind] of [
    ['/adopters/', 'adopter'],
    ['/events/', 'event'],
    ['/ecosystem/', 'ecosystem'],
    ['/links/', 'link'],
  ] as const) {
    await page.goto(community.origin + path);
    await expect(page.locator(`main a[href="/contribute/${kind}/"]`)).toHaveCount(1);
  }
});

test('forms of the code host are offered, too, where there are any', async ({ page }) => {
  await page.goto(`${fixtures.origin}/contribute/event/`);
  const form = await readFile('.github/ISSUE_TEMPLATE/event.yml', 'utf8').catch(() => undefined);
  await expect(page.locator('a[href$="/issues/new?template=event.yml"]')).toHaveCount(form === undefined ? 0 : 1);
});

test('answers with nothing but the files that are deployed with its function', async () => {
  const distDir = fixtures.env.NEWS_DIST_DIR ?? '';
  const trace = join(distDir, 'server/app/contribute/[kind]/check/route.js.nft.json');
  const { files } = JSON.parse(await readFile(trace, 'utf8')) as { files: string[] };
  const folder = await mkdtemp(join(tmpdir(), 'news-function-'));
  try {
    for (const file of files) {
      const path = resolve(dirname(trace), file);
      await cp(path, join(folder, relative(process.cwd(), path)));
    }
    const built = (path: string) => join(folder, distDir, path);
    const page = await readFile(built('server/app/contribute/event.html'), 'utf8');
    const body = new URLSearchParams({ ...complete, description: 'In *Markdown*.' }).toString();
    const child = fork(built('answer-worker.mjs'), {
      cwd: folder,
      serialization: 'advanced',
      env: { NODE_ENV: 'production' },
    });
    const answered = new Promise((resolve, reject) => child.once('message', resolve).once('exit', reject));
    child.send(['answer', [{ kind: 'event', body, page, data: built('contribute.bin') }]]);
    expect(await answered).toEqual({ done: expect.stringContaining('<em>Markdown</em>') });
    child.kill();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

test('what was sent is still answered while one goes on typing, and an old answer cannot be sent', async ({ page }) => {
  await page.goto(`${fixtures.origin}/contribute/event/`);
  await fillIn(page, { title: 'Hello', kind: 'talk' });
  await page.getByRole('button', { name: 'Check and preview' }).click();
  await page.waitForURL(check('event'));
  await fillIn(page, { start: '2027-01-13' });
  const link = answer(page).getByRole('link', { name: /Continue on/ });
  await expect(link).toBeVisible({ timeout: 20_000 });
  await page.route(check('event'), (route) => route.fulfill({ status: 503, body: '' }));
  await page.getByLabel('Title').fill('Hello again');
  await expect(link).toBeHidden();
  await expect(answer(page)).toBeHidden({ timeout: 20_000 });
});

test('an adopter that is here already is shown before the form is complete', async () => {
  const html = await (await send(check('adopter'), { name: 'with a logo' })).text();
  expect(html).toContain('data-similar');
  expect(html).toContain('src="/adopters/logos/with-logo.svg"');
  expect(await (await send(check('adopter'), { name: 'somebody new' })).text()).not.toContain('data-similar');
});

test('small forms that would cost much are answered in short, and the next one is answered', async () => {
  const rows = `|${'a|'.repeat(500)}\n|${'-|'.repeat(500)}\n${'|b\n'.repeat(1000)}`;
  const costly = await send(check('event'), { ...complete, description: rows });
  expect((await costly.text()).length).toBeLessThan(100_000);
  expect((await send(check('link'), 'by=a&'.repeat(6000))).status).toBe(413);
  expect(await (await send(check('event'), complete)).text()).toContain('data-state="ready"');
});

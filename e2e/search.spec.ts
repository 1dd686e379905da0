// The search: opened by a key on any page, used by keyboard alone, without errors, and loaded only when somebody searches.
import { expect, type Page, test } from 'playwright/test';
import { listen, seriousViolations, untilIdle, watch } from '@/e2e/page-checks';
import { community, empty, fixtures, preview, type Site } from '@/e2e/sites';
import { makeSearchIndex, type SearchText } from '@/lib/build/search-index';

const february = '/blog/2022/03/february-update/';

function results(page: Page) {
  return page.getByRole('list', { name: 'Results' });
}

async function open(page: Page, { origin, basePath }: Site, query = ''): Promise<void> {
  await page.goto(`${origin}${basePath}/search/${query}`);
  await untilIdle(page);
}

test('can be opened by a key on every page and used by keyboard alone, without errors', async ({ page }) => {
  const noise = listen(page, community.origin);
  const violations = await watch(page);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(community.origin + february);
  await untilIdle(page);
  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox', { name: 'Search' })).toBeFocused();
  expect(asked.filter((path) => /search/.test(path))).toEqual([]);
  await page.keyboard.type('helm');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/search/?q=helm');
  await expect(page.getByRole('status')).toHaveText(/^\d+ results for “helm”\.$/);
  await expect(results(page).locator('mark').first()).toHaveText(/helm/i);

  // Typing goes on in the page's own field; the answer follows without Enter, and so does the address.
  await page.keyboard.press('/');
  const field = page.getByRole('searchbox', { name: 'Search terms' });
  await expect(field).toBeFocused();
  await page.keyboard.type('scrub');
  await expect(page.getByRole('status')).toHaveText(/^\d+ results for “scrub”\.$/);
  expect(new URL(page.url()).search).toBe('?q=scrub');

  // From the field by Tab: the button, the kinds, the year, and the first result.
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('radio', { name: 'Everything' })).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('radio', { name: 'Posts' })).toBeChecked();
  await expect(page.getByRole('status')).toHaveText(/^\d+ results? for “scrub” among posts\.$/);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('combobox', { name: 'Year' })).toBeFocused();
  await page.keyboard.type('2021');
  await expect(page.getByRole('status')).toHaveText(/^\d+ results? for “scrub” among posts in 2021\.$/);
  expect(new URL(page.url()).search).toBe('?q=scrub&kind=post&year=2021');
  await expect(results(page).locator(':scope > li > .label').first()).toHaveText(/^Post · \d+ \w+ 2021$/);
  await page.keyboard.press('Tab');
  await expect(results(page).getByRole('link').first()).toBeFocused();
  await page.keyboard.press('Enter');
  await page.waitForURL('**/blog/2021/**');
  expect(violations).toEqual([]);
  expect(noise).toEqual({ errors: [], otherOrigins: [] });
});

test('requests nothing before somebody searches', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await open(page, community);
  await page.waitForTimeout(300);
  expect(asked.filter((path) => path.includes('/static/search/'))).toEqual([]);
  await page.getByRole('searchbox', { name: 'Search terms' }).focus();
  await expect.poll(() => asked.some((path) => path.endsWith('/pagefind.js'))).toBe(true);
});

test('links to the section that contains the words', async ({ page }) => {
  await open(page, fixtures, '?q=install');
  const section = results(page).locator('.search-sections a').first();
  await expect(section).toHaveAttribute('href', /^\/blog\/.+\/#.+$/);
  const href = (await section.getAttribute('href')) ?? '';
  await section.click();
  await page.waitForURL(`**${href}`);
  await expect(page.locator(decodeURIComponent(new URL(page.url()).hash))).toBeInViewport();
});

test('links to an adopter’s tile, an ecosystem entry and a link', async ({ page }) => {
  for (const [kind, site] of [
    ['adopter', community],
    ['ecosystem', community],
    ['link', fixtures],
  ] as const) {
    await open(page, site, `?kind=${kind}`);
    await expect(page.getByRole('status')).toHaveText(/^\d+ results among/);
    const link = results(page).getByRole('link').first();
    const name = (await link.textContent()) ?? '';
    await link.click();
    await page.waitForURL(new RegExp(`#${kind}-`));
    const place = page.locator(`[id="${decodeURIComponent(new URL(page.url()).hash.slice(1))}"]`);
    await expect(place).toBeInViewport();
    await expect(place.getByRole('link', { name }).first()).toBeVisible();
  }
});

test('finds words in every language of the site', async ({ page }) => {
  await open(page, fixtures, `?q=${encodeURIComponent('中文')}`);
  await expect(results(page).getByRole('link').first()).toHaveAttribute('href', /^\/blog\/2024\/03\//);
  await page.getByRole('searchbox', { name: 'Search terms' }).fill('قصير');
  await expect(results(page).getByRole('link').first()).toHaveAttribute('href', '/blog/2024/02/arabic-setup/');
});

test('finds an Arabic word with and without its article, and shows it unchanged', async ({ page }) => {
  await open(page, fixtures);
  const field = page.getByRole('searchbox', { name: 'Search terms' });
  // The post has "الأداة", "الملف" and "مقال": search for them unchanged, without the article, with one, and with "and" before.
  for (const words of ['الأداة', 'أداة', 'الملف', 'ملف', 'المقال', 'والملف', 'الأسئلة', 'أسئلة']) {
    await field.fill(words);
    await expect(page.getByRole('status')).toHaveText(`1 result for “${words}”.`);
    await expect(results(page).getByRole('link').first()).toHaveAttribute('href', '/blog/2024/02/arabic-setup/');
  }
  await field.fill('أداة');
  await expect(page.getByRole('status')).toHaveText('1 result for “أداة”.');
  await expect(results(page).getByRole('link').first()).toHaveText('إعداد الأداة في خمس خطوات');
  await expect(results(page).locator('mark').first()).toHaveText(/^الأداة/);
  expect(await results(page).textContent()).not.toMatch(/\u2060/);
  await field.fill('غغغغغ');
  await expect(page.getByRole('status')).toHaveText(/^No results/);
});

test('finds nothing hidden or withdrawn, and no lists; a preview also finds drafts, below its sub-path', async ({
  page,
}) => {
  await open(page, fixtures, '?kind=post');
  await expect(page.getByRole('status')).toHaveText(/^\d+ results among posts\.$/);
  for (;;) {
    const more = page.getByRole('button', { name: 'Show more results' });
    if (!(await more.isVisible())) break;
    const before = await results(page).locator(':scope > li').count();
    await more.click();
    await expect.poll(() => results(page).locator(':scope > li').count()).toBeGreaterThan(before);
  }
  const found = await results(page)
    .locator('.title a')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  expect(found.length).toBeGreaterThan(5);
  for (const url of found) expect(url).toMatch(/^\/blog\/\d{4}\/\d{2}\/[^/]+\/$/);
  expect(found.filter((url) => /hidden|draft|scheduled|withdrawn/.test(url))).toEqual([]);

  await open(page, preview, '?q=draft&kind=post');
  await expect(results(page).getByRole('link').first()).toHaveAttribute('href', /^\/news\/blog\/.+hidden-draft/);
});

test('describes its results in plain words', async ({ page }) => {
  await open(page, community, '?q=qqqqxyzzy');
  await expect(page.getByRole('status')).toContainText('No results for “qqqqxyzzy”.');
  await expect(page.getByRole('heading', { name: 'Archive' })).toBeVisible();
  await page.getByRole('searchbox', { name: 'Search terms' }).fill('');
  await expect(page.getByRole('status')).toBeEmpty();
  expect(new URL(page.url()).search).toBe('');

  await open(page, empty, '?q=anything');
  await expect(page.getByRole('status')).toHaveText('Nothing has been published yet.');
});

test('searches all parts of a large index, and sorts by date if there is no search term', async ({ page }) => {
  const texts = Array.from({ length: 7 }, (_, at): SearchText => {
    const day = `2024-05-0${7 - at}`;
    const url = `${community.basePath}/blog/2024/05/made-${7 - at}/`;
    const entry = {
      kind: 'post',
      url,
      title: `Made ${7 - at}`,
      lang: at === 3 ? 'zh' : 'en',
      years: ['2024'],
      names: [],
    } as const;
    return {
      entry: { ...entry, date: { datetime: day, text: day } },
      html: `<p>Gleaming words${at === 5 ? ' odd' : ''}</p>`,
    };
  });
  const files = new Map((await makeSearchIndex(texts, 1500)).map(({ path, content }) => [path, content]));
  expect([...files.keys()].filter((path) => path.endsWith('pagefind-entry.json')).length).toBeGreaterThan(2);
  await page.route(/\/_next\/static\/search\/[^/]+\//, (route) => {
    const path = new URL(route.request().url()).pathname.replace(/^.*\/static\/search\/[^/]+\//, '');
    const content = files.get(path.replace(/^\.\//, ''));
    const contentType = path.endsWith('.js') ? 'text/javascript' : 'application/octet-stream';
    return content ? route.fulfill({ body: Buffer.from(content), contentType }) : route.fulfill({ status: 404 });
  });
  await open(page, community, '?year=2024');
  await expect(page.getByRole('status')).toHaveText('7 results in 2024.');
  const titles = [7, 6, 5, 4, 3, 2, 1].map((number) => `Made ${number}`);
  await expect(results(page).getByRole('link')).toHaveText(titles);
  await page.getByRole('searchbox', { name: 'Search terms' }).fill('odd');
  await expect(results(page).getByRole('link')).toHaveText(['Made 2']);
});

test('reports that it cannot be loaded, keeps the archive, and tries again', async ({ page }) => {
  await page.route(/parts\.json/, (route) => route.abort());
  await open(page, community, '?q=helm');
  await expect(page.getByRole('status')).toContainText('Search could not be loaded.');
  await expect(page.getByRole('link', { name: '2022' })).toBeVisible();
  await page.unroute(/parts\.json/);
  await page.getByRole('searchbox', { name: 'Search terms' }).fill('helm chart');
  await expect(page.getByRole('status')).toContainText('for “helm chart”');
});

test('the / key can be switched off, and does not interfere with typing', async ({ page }) => {
  await open(page, community);
  const field = page.getByRole('searchbox', { name: 'Search terms' });
  await field.fill('a');
  await field.press('End');
  await field.press('/');
  await expect(field).toHaveValue('a/');
  await page.getByRole('checkbox', { name: /on any page to search/ }).uncheck();
  await page.goto(`${community.origin}/blog/`);
  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox')).not.toBeFocused();
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('searchbox')).toBeFocused();
});

test('has no axe-core violations with results', async ({ page }) => {
  await open(page, community, '?q=flux');
  await expect(page.getByRole('status')).toHaveText(/results/);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await seriousViolations(page), colorScheme).toEqual([]);
  }
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  for (const width of [320, 375, 1440]) {
    test(`the form of every page has a button next to its input, large enough for touch: ${width} px`, async ({
      page,
    }) => {
      await page.setViewportSize({ width, height: 700 });
      await page.goto(community.origin + february);
      // A phone shows the form in its menu, which opens without a script.
      const menu = page.getByRole('button', { name: 'Menu' });
      if (width < 768) await menu.click();
      else await expect(menu).toBeHidden();
      const button = page.getByRole('banner').getByRole('button', { name: 'Search' });
      const box = await button.boundingBox();
      expect([box?.width, box?.height]).toEqual([44, 44]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      await page.getByRole('searchbox', { name: 'Search' }).fill('helm');
      await button.click();
      await page.waitForURL('**/search/?q=helm');
    });
  }

  test('the form of every page opens an archive that works', async ({ page }) => {
    await page.goto(community.origin + february);
    const field = page.getByRole('searchbox', { name: 'Search' });
    await field.fill('helm');
    await field.press('Enter');
    await page.waitForURL('**/search/?q=helm');
    await expect(page.getByText('Search needs JavaScript.')).toBeVisible();
    await expect(page.getByRole('radio')).toHaveCount(0);
    await page
      .getByRole('link', { name: /^March \d+$/ })
      .first()
      .click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Posts from March/);
  });
});

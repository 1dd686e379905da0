// Text of strangers is shown but never run, and every response has its security headers: under the real policy, in Chromium.
import { expect, test } from 'playwright/test';
import { ask } from '@/e2e/http';
import { listen, untilIdle, watch } from '@/e2e/page-checks';
import { community, fixtures, hostile } from '@/e2e/sites';
import { filePolicy, pagePolicy, searchPolicy } from '@/lib/base/headers.mjs';
import { playerOrigins } from '@/lib/base/videos';

const hostilePages = [
  '/',
  '/blog/',
  '/blog/2026/',
  '/blog/2026/10/',
  '/blog/2026/10/hostile/',
  '/blog/2026/10/hostile-hugo/',
  '/blog/2026/09/withdrawn/',
  '/blog/2026/09/corrected/',
  '/tags/',
  '/events/',
  '/events/hostile/',
  '/releases/',
  '/releases/tool/',
  '/releases/tool/1.0.0/',
  '/adopters/',
  '/ecosystem/',
  '/links/',
  '/people/',
  '/people/hostile/',
  '/community/',
  '/search/',
  '/nothing"><script>alert(1)</script>/',
];

for (const path of hostilePages) {
  test(`hostile text stays text: ${path}`, async ({ page }) => {
    const noise = listen(page, hostile.origin);
    const tries = await watch(page);
    await page.goto(hostile.origin + path);
    await untilIdle(page);
    // What waits for the reader's mouse would run now.
    for (const element of await page.locator('main a, main b, main summary').all()) {
      if (await element.isVisible()) await element.hover({ force: true, timeout: 1000 }).catch(() => undefined);
    }
    expect(tries).toEqual([]);
    expect(noise.otherOrigins).toEqual([]);
    expect(noise.errors).toEqual([]);
    const scripts = page.locator('main script:not([type="application/ld+json"])');
    for (const script of await scripts.all()) expect(await script.getAttribute('src')).toMatch(/^\/elements\//);
    expect(await scripts.count()).toBe(path === '/search/' ? 1 : 0);
    const handlers = await page
      .locator('*')
      .evaluateAll((elements) =>
        elements.flatMap((element) => element.getAttributeNames().filter((name) => /^on|^style$/.test(name))),
      );
    expect(handlers).toEqual([]);
  });
}

test('hostile text is shown unchanged', async ({ page }) => {
  await page.goto(`${hostile.origin}/blog/2026/10/hostile/`);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('<script>alert(1)</script>');
});

test.describe('under the policy, in both colour schemes', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

  for (const colorScheme of ['light', 'dark'] as const) {
    test(`code is copied, a gallery opened, a video started, colours chosen: ${colorScheme}`, async ({ page }) => {
      const { errors } = listen(page, fixtures.origin);
      const tries = await watch(page);
      await page.emulateMedia({ colorScheme });
      await page.route(/youtube-nocookie/, (route) =>
        route.fulfill({ contentType: 'text/html', body: '<!DOCTYPE html><title>Player</title><p>Playing</p>' }),
      );

      await page.goto(`${fixtures.origin}/blog/2024/06/kitchen-sink/`);
      const copy = page.getByRole('button', { name: 'Copy code' }).first();
      await copy.click();
      await expect(copy).toHaveText('Copied');
      await page.getByRole('group', { name: 'Colours' }).getByText('Dark').click();

      await page.goto(`${fixtures.origin}/blog/2024/05/tool-v2.3.0/`);
      await page.locator('.gallery button').first().click();
      const viewer = page.getByRole('dialog', { name: 'Image 1 of 1' });
      await expect(viewer.getByRole('button', { name: 'Close' })).toBeFocused();
      await expect
        .poll(() => viewer.getByRole('img').evaluate((img: HTMLImageElement) => img.naturalWidth))
        .toBeGreaterThan(0);
      await viewer.getByRole('link', { name: 'Full size' }).click();
      await expect(page).toHaveURL(/diagram-featured\.png$/);
      await page.goBack();

      await page.goto(`${fixtures.origin}/blog/2026/11/edition/`);
      await page.locator('video-player a').first().click();
      await expect(page.locator('video-player iframe')).toHaveAttribute('src', /youtube-nocookie/);
      await expect(page.frameLocator('video-player iframe').getByText('Playing')).toBeVisible();

      expect(tries).toEqual([]);
      expect(errors).toEqual([]);
    });
  }
});

const security = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'permissions-policy': /camera=\(\)/,
  'strict-transport-security': /^max-age=\d{8}/,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': /^(?:same|cross)-origin$/,
};

for (const [path, policy] of [
  ['/', pagePolicy],
  ['/blog/2022/03/february-update/', pagePolicy],
  ['/search/', searchPolicy],
  ['/search/?q=helm', searchPolicy],
  ['/search/search/', pagePolicy],
  ['/events.ics', pagePolicy],
  ['/data/events.json', pagePolicy],
  ['/nothing/', pagePolicy],
  // A redirect, and an address that cannot be decoded.
  ['/blog', pagePolicy],
  ['/%E0%A4%A/', pagePolicy],
  ['/nothing.png', filePolicy],
  ['/favicon.svg', filePolicy],
  ['/blog/2022/03/february-update/cluster-sync.svg', filePolicy],
] as const) {
  test(`has its security headers: ${path}`, async () => {
    const { headers } = await ask(community.origin, path);
    expect(headers.get('content-security-policy')).toBe(policy);
    for (const [name, wanted] of Object.entries(security)) {
      if (typeof wanted === 'string') expect(headers.get(name), name).toBe(wanted);
      else expect(headers.get(name), name).toMatch(wanted);
    }
  });
}

test('other sites may show images, but nothing else', async () => {
  for (const [path, wanted] of [
    ['/favicon.svg', 'cross-origin'],
    ['/blog/2022/03/february-update/cluster-sync.svg', 'cross-origin'],
    ['/', 'same-origin'],
    ['/feed.xml', 'same-origin'],
  ] as const) {
    expect((await ask(community.origin, path)).headers.get('cross-origin-resource-policy'), path).toBe(wanted);
  }
});

test('browsers revalidate a page before they show it again, so that a withdrawn page disappears', async () => {
  for (const path of ['/', '/blog/2022/03/february-update/', '/search/?q=helm']) {
    const { headers } = await ask(community.origin, path);
    expect(headers.get('cache-control'), path).toBe('public, max-age=0, must-revalidate');
    expect(headers.get('etag'), path).toMatch(/^(?:W\/)?"/);
  }
});

test('the policy allows frames only of the players that posts may show', () => {
  expect(/frame-src ([^;]+)/.exec(pagePolicy)?.[1]?.split(' ')).toEqual([...playerOrigins]);
  expect(pagePolicy).not.toMatch(/unsafe|\*/);
});

test('the policy of the search differs only in WebAssembly', () => {
  expect(searchPolicy.replace(" 'wasm-unsafe-eval'", '')).toBe(pagePolicy);
  expect(searchPolicy).toMatch(/; script-src 'self' 'wasm-unsafe-eval';/);
});

test('hostile text stays text in search results', async ({ page }) => {
  const noise = listen(page, hostile.origin);
  const tries = await watch(page);
  await page.goto(`${hostile.origin}/search/?q=script`);
  await expect(page.getByRole('status')).toContainText('for “script”');
  await expect(page.getByRole('list', { name: 'Results' }).getByRole('heading').first()).toContainText('<script>');
  await page.goto(`${hostile.origin}/search/?q=${encodeURIComponent('"><img src=x onerror=alert(1)>')}`);
  await expect(page.getByRole('status')).toContainText('<img src=x onerror=alert(1)>');
  expect(tries).toEqual([]);
  expect(noise).toEqual({ errors: [], otherOrigins: [] });
});

test('malformed addresses stay on the site, and show no stack trace', async () => {
  for (const path of [
    '/blog/%5Byear%5D/',
    '/%5B...alias%5D/',
    '//evil.example/',
    '/%5Cevil.example/',
    '/blog/2022/03/%2F%2Fevil.example/',
    '/%00/',
    '/..%2f..%2fetc/passwd',
    `/${'a'.repeat(10_000)}/`,
  ]) {
    const { status, headers, body } = await ask(fixtures.origin, path);
    expect(status, path).toBeLessThan(500);
    expect(status, path).toBeGreaterThanOrEqual(300);
    expect(String(headers.get('location') ?? '/'), path).toMatch(/^\/(?![/\\])/);
    expect(body, path).not.toMatch(/node_modules|at \w+ \(/);
  }
});

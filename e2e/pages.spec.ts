// Checks that apply to every kind of page, in one visit: content security policy, heading outline, accessibility.
import { expect, type Page, test } from 'playwright/test';
import {
  clippedText,
  listen,
  outlineOf,
  seriousViolations,
  sidewaysScrolling,
  smallTargets,
  untilIdle,
  watch,
} from '@/e2e/page-checks';
import { policyOf } from '@/e2e/policies';
import { community, empty, fixtures, hostile, own, preview, sites } from '@/e2e/sites';
import { heaviestOfKinds, weighBuild } from '@/lib/tooling/bench/weigh-build';

/** One page of each kind. */
const kinds: readonly (readonly [name: string, address: string])[] = [
  ['home', `${community.origin}/`],
  ['blog', `${community.origin}/blog/`],
  ['year', `${community.origin}/blog/2022/`],
  ['month', `${community.origin}/blog/2022/03/`],
  ['edition', `${community.origin}/blog/2022/03/february-update/`],
  ['post', `${fixtures.origin}/blog/2024/06/kitchen-sink/`],
  ['post in Arabic', `${fixtures.origin}/blog/2024/02/arabic-setup/`],
  ['post with a title of 300 characters', `${fixtures.origin}/blog/2024/01/long-title/`],
  ['post that was corrected', `${hostile.origin}/blog/2026/09/corrected/`],
  ['post that was withdrawn', `${hostile.origin}/blog/2026/09/withdrawn/`],
  ['tags', `${community.origin}/tags/`],
  ['tag', `${community.origin}/tags/monthly-update/`],
  ['events', `${fixtures.origin}/events/`],
  ['events that are over', `${community.origin}/events/`],
  ['event to come', `${fixtures.origin}/events/far-talk/`],
  ['event that is over', `${community.origin}/events/flux-for-helm-users/`],
  ['releases', `${community.origin}/releases/`],
  ['releases of a project', `${community.origin}/releases/flux/`],
  ['release', `${community.origin}/releases/flux/0.27.0/`],
  ['adopters', `${community.origin}/adopters/`],
  ['ecosystem', `${community.origin}/ecosystem/`],
  ['links', `${fixtures.origin}/links/`],
  ['links of one form', `${fixtures.origin}/links/form/video/`],
  ['people', `${community.origin}/people/`],
  ['person', `${community.origin}/people/dholbach/`],
  ['community', `${community.origin}/community/`],
  ['search', `${community.origin}/search/?q=helm`],
  ['search with nothing to find', `${empty.origin}/search/?q=helm`],
  ['subscribe', `${community.origin}/subscribe/`],
  ['contribute', `${community.origin}/contribute/`],
  ['form for an event', `${fixtures.origin}/contribute/event/`],
  ['form for an adopter', `${empty.origin}/contribute/adopter/`],
  ['form for a link', `${community.origin}/contribute/link/`],
  ['not found', `${community.origin}/no-such-page/`],
  ['home of the fixtures', `${fixtures.origin}/`],
  ['blog of the fixtures', `${fixtures.origin}/blog/`],
  ['home with nothing in it', `${empty.origin}/`],
  ['blog with nothing in it', `${empty.origin}/blog/`],
  ['events with nothing in them', `${empty.origin}/events/`],
  ['releases with nothing in them', `${empty.origin}/releases/`],
  ['adopters with nobody in it', `${empty.origin}/adopters/`],
  ['ecosystem with nothing in it', `${empty.origin}/ecosystem/`],
  ['links with nothing in them', `${empty.origin}/links/`],
  ['people with nobody in them', `${empty.origin}/people/`],
  ['tags with none', `${empty.origin}/tags/`],
  ['community with nothing in it', `${empty.origin}/community/`],
  ['components', `${preview.origin}${preview.basePath}/components/`],
  ['design', `${preview.origin}${preview.basePath}/components/design/`],
];

for (const [name, address] of kinds) {
  test(`${name}: is accessible and complies with its policy`, async ({ page }, info) => {
    test.slow();
    const { origin, pathname } = new URL(address);
    const noise = listen(page, origin);
    const violations = await watch(page);
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.emulateMedia({ colorScheme: 'light' });
    const answer = await page.goto(address);
    const site = sites.find((each) => each.origin === origin) ?? own;
    expect.soft(answer?.headers()['content-security-policy']).toBe(policyOf(site, pathname));
    await untilIdle(page);
    for (const picture of await page.locator('img:visible').all()) await picture.scrollIntoViewIfNeeded();
    await expect.soft(page.locator('[style], style, script:not([src], [type="application/ld+json"])')).toHaveCount(0);

    const outline = await outlineOf(page);
    await info.attach('outline', { body: outline.map(({ line }) => line).join('\n') });
    checkOutline(outline);
    await checkWidths(page);

    await page.emulateMedia({ colorScheme: 'dark', forcedColors: 'active' });
    expect.soft(await seriousViolations(page, 'colours'), 'forced colours').toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark', forcedColors: 'none' });
    await checkLargeText(page);
    expect.soft(violations).toEqual([]);
    expect.soft(noise).toEqual({ errors: [], otherOrigins: [] });
  });
}

/** Has one of each landmark, names for each navigation, one `h1`, and skips no rank of heading. */
function checkOutline(outline: Awaited<ReturnType<typeof outlineOf>>): void {
  const landmarks = outline.filter(({ rank }) => rank === 0).map(({ line }) => line.trim());
  for (const landmark of ['header', 'main', 'footer']) {
    const found = landmarks.filter((line) => line === landmark);
    expect.soft(found, landmark).toHaveLength(1);
  }
  const navigations = landmarks.filter((line) => line.startsWith('nav'));
  expect.soft(navigations).toContain('nav "Main"');
  expect.soft(new Set(navigations).size, 'each navigation has a name of its own').toBe(navigations.length);
  const ranks = outline.map(({ rank }) => rank).filter((rank) => rank > 0);
  expect.soft(ranks.filter((rank) => rank === 1)).toHaveLength(1);
  expect.soft(ranks[0]).toBe(1);
  const skips = ranks.filter((rank, index) => rank > (ranks[index - 1] ?? 0) + 1);
  expect.soft(skips, 'skips no rank').toEqual([]);
  const wordless = outline.filter(({ line }) => line.trim().length < 4);
  expect.soft(wordless, 'headings without words').toEqual([]);
}

/** Neither scrolls sideways nor cuts text off; on a phone and on a desk it has room for a finger and is accessible in both schemes. */
async function checkWidths(page: Page): Promise<void> {
  const contents = page.getByRole('navigation', { name: 'Contents' });
  for (const width of [2560, 1440, 1024, 768, 375, 320]) {
    await page.setViewportSize({ width, height: 900 });
    expect.soft(await sidewaysScrolling(page), `at ${width} px`).toEqual([]);
    expect.soft(await clippedText(page), `at ${width} px`).toEqual([]);
    if (width === 375) expect.soft(await smallTargets(page, 44), `at ${width} px`).toEqual([]);
    if (width === 1440) expect.soft(await smallTargets(page, 24), `at ${width} px`).toEqual([]);
    if (width !== 320 && width !== 1440) continue;
    expect.soft(await seriousViolations(page), `${width} px, light`).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect.soft(await seriousViolations(page, 'colours'), `${width} px, dark`).toEqual([]);
    await page.emulateMedia({ colorScheme: 'light' });
  }
  if ((await contents.count()) === 0) return;
  const summary = contents.getByText('Contents', { exact: true });
  await summary.click();
  expect.soft(await sidewaysScrolling(page), 'at 320 px with the contents list open').toEqual([]);
  await summary.click();
}

/** With text twice as large, as readers set it in their browser. */
async function checkLargeText(page: Page): Promise<void> {
  await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%', 'important'));
  for (const width of [320, 1024]) {
    await page.setViewportSize({ width, height: 900 });
    expect.soft(await sidewaysScrolling(page), `text of 200 % at ${width} px`).toEqual([]);
    expect.soft(await clippedText(page), `text of 200 % at ${width} px`).toEqual([]);
  }
  expect.soft(await seriousViolations(page, 'structure'), 'text of 200 %').toEqual([]);
}

for (const site of [own, fixtures]) {
  test(`the heaviest page of every other route has no errors in both colour schemes: ${site.name}`, async ({
    page,
  }) => {
    test.slow();
    const noise = listen(page, site.origin);
    const violations = await watch(page);
    const heaviest = heaviestOfKinds(await weighBuild(site.env.NEWS_DIST_DIR || '.next', site.basePath));
    expect(heaviest.length).toBeGreaterThan(site === own ? 5 : 15);
    const known = new Set(kinds.map(([, address]) => address));
    for (const { path } of heaviest) {
      // The framework's own error page answers 500, which a browser logs as an error.
      if (path === '/_global-error/' || known.has(site.origin + path)) continue;
      await page.emulateMedia({ colorScheme: 'light' });
      const answer = await page.goto(site.origin + path);
      expect.soft(answer?.headers()['content-security-policy'], path).toBe(policyOf(site, path));
      await page.emulateMedia({ colorScheme: 'dark' });
      await untilIdle(page);
      expect.soft(await page.locator('[style], style').count(), path).toBe(0);
      if (site === own) expect.soft(await seriousViolations(page), path).toEqual([]);
    }
    expect(violations).toEqual([]);
    expect(noise).toEqual({ errors: [], otherOrigins: [] });
  });
}

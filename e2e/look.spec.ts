// What readers can do with the design: choose colours, print, open menus and dialogs, navigate by keyboard.
// Checks that apply to every kind of page are in pages.spec.ts.
import { expect, type Page, test } from 'playwright/test';
import { clippedText, listen, seriousViolations, sidewaysScrolling, smallTargets } from '@/e2e/page-checks';
import { community, fixtures } from '@/e2e/sites';

const february = `${community.origin}/blog/2022/03/february-update/`;

test.describe('the February edition', () => {
  test('has its own cover, which lists show as a thumbnail', async ({ page }) => {
    await page.goto(february);
    const cover = await page.locator('header .cover').innerHTML();
    await page.goto(`${community.origin}/blog/`);
    const covers = await page.locator('.post-list .cover').evaluateAll((all) => all.map(({ innerHTML }) => innerHTML));
    expect(covers).toContain(cover);
    expect(new Set(covers).size).toBe(covers.length);
    expect(covers.length).toBeGreaterThan(1);
  });

  test('prints without navigation, with visible link targets and nothing cut off', async ({ page }) => {
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    await page.goto(february);
    await expect(page.getByRole('navigation', { name: 'Main' })).toBeHidden();
    await expect(page.getByRole('searchbox')).toBeHidden();
    await expect(page.getByRole('banner').getByRole('link', { name: 'Example Community News' })).toBeVisible();
    await expect(page.getByRole('navigation', { name: 'Contents' })).toBeHidden();
    await expect(page.getByRole('link', { name: 'Edit this page' })).toBeHidden();
    const target = await page
      .locator('.prose')
      .getByRole('link', { name: 'RFC 1123' })
      .evaluate((link) => getComputedStyle(link, '::after').content);
    expect(target).toContain('tools.ietf.org');
    await expect(page.locator('html')).toHaveCSS('background-color', 'rgb(255, 255, 255)');
    // The cover is whole, and has its colours; what only a screen can do is gone.
    await expect(page.locator('html')).toHaveCSS('print-color-adjust', 'exact');
    await page.setViewportSize({ width: 680, height: 960 });
    const cover = await page.locator('header .cover').boundingBox();
    expect((cover?.height ?? 0) / (cover?.width ?? 1)).toBeGreaterThan(0.4);
    await expect(page.getByRole('group', { name: 'Colours' })).toBeHidden();
    expect((await page.pdf({ format: 'A4' })).length).toBeGreaterThan(20_000);
  });
});

test.describe('the choice of colours', () => {
  const ground = (page: Page) => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const light = 'rgb(251, 249, 244)';
  const dark = 'rgb(18, 19, 21)';

  test('follows the system until a reader makes a choice, which is remembered', async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.goto(february);
    expect(await ground(page)).toBe(dark);
    const choice = page.getByRole('group', { name: 'Colours' });
    await expect(choice.getByRole('radio', { name: 'System' })).toBeChecked();
    await choice.getByText('Light').click();
    expect(await ground(page)).toBe(light);
    await page.goto(`${community.origin}/adopters/`);
    expect(await ground(page)).toBe(light);
    await expect(choice.getByRole('radio', { name: 'Light' })).toBeChecked();
    await choice.getByRole('radio', { name: 'Light' }).press('ArrowRight');
    await expect(choice.getByRole('radio', { name: 'Dark' })).toBeChecked();
    await page.emulateMedia({ colorScheme: 'light' });
    expect(await ground(page)).toBe(dark);
    await choice.getByText('System').click();
    expect(await ground(page)).toBe(light);
    await page.reload();
    expect(await ground(page)).toBe(light);
  });

  test('is applied before the first paint', async ({ page }) => {
    await page.addInitScript(() => {
      localStorage.setItem('scheme', 'dark');
      const seen: (string | undefined)[] = [];
      Object.assign(window, { seen });
      new MutationObserver(() => {
        if (document.body) seen.push(document.documentElement.dataset.scheme);
      }).observe(document, { childList: true, subtree: true });
    });
    // Without the module that comes later.
    await page.route(/elements\.[0-9a-f]+\.js/, (route) => route.abort());
    await page.goto(february);
    const seen = await page.evaluate(() => (window as unknown as { seen: string[] }).seen);
    expect(seen.length).toBeGreaterThan(0);
    expect(new Set(seen)).toEqual(new Set(['dark']));
  });

  test('works if storage is blocked or contains an unknown value', async ({ page }) => {
    const noise = listen(page, community.origin);
    await page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get() {
          throw new DOMException('forbidden', 'SecurityError');
        },
      });
    });
    await page.goto(february);
    await page.getByRole('group', { name: 'Colours' }).getByText('Dark').click();
    expect(await ground(page)).toBe(dark);
    expect(noise.errors).toEqual([]);
  });
});

test.describe('what a button opens, without any script', () => {
  test.use({ javaScriptEnabled: false });

  test('navigation and search are in the menu on phones, and in the page elsewhere', async ({ page }) => {
    await page.setViewportSize({ width: 375, height: 812 });
    await page.goto(february);
    const menu = page.getByRole('button', { name: 'Menu' });
    const navigation = page.getByRole('navigation', { name: 'Main' });
    await expect(navigation).toBeHidden();
    await menu.click();
    await expect(navigation.getByRole('link')).toHaveCount(7);
    await expect(page.getByRole('searchbox', { name: 'Search' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(navigation).toBeHidden();
    await expect(menu).toBeFocused();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await expect(navigation.getByRole('link', { name: 'Blog' })).toBeFocused();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Releases');
    await page.setViewportSize({ width: 1024, height: 800 });
    await expect(page.getByRole('button', { name: 'Menu' })).toBeHidden();
    await expect(navigation).toBeVisible();
    await expect(page.getByRole('searchbox', { name: 'Search' })).toBeVisible();
  });

  test('an upcoming event opens its calendar menu next to the button, within the window', async ({ page }) => {
    for (const width of [320, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(`${fixtures.origin}/events/far-talk/`);
      const choices = page.getByRole('list', { name: 'Calendars' });
      await expect(choices).toBeHidden();
      const button = page.getByRole('button', { name: 'Add to calendar' });
      await button.click();
      await expect(choices.getByRole('link')).toHaveText([
        'Apple Calendar and others (.ics)',
        'Google Calendar',
        'Outlook.com',
        'Office 365',
      ]);
      await expect(choices).toBeInViewport({ ratio: 1 });
      const [opened, from] = [await choices.boundingBox(), await button.boundingBox()];
      expect(Math.abs((opened?.x ?? 0) - (from?.x ?? 999))).toBeLessThan(2);
    }
  });
});

for (const [kind, address, name] of [
  ['menu', february, 'Menu'],
  ['calendars', `${fixtures.origin}/events/far-talk/`, 'Add to calendar'],
  ['picture', `${fixtures.origin}/blog/2024/05/tool-v2.3.0/`, 'diagram featured'],
] as const) {
  test(`menus and dialogs are accessible: ${kind}`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 800 });
    await page.goto(address);
    await page.getByRole('button', { name, exact: true }).click();
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect.soft(await seriousViolations(page), colorScheme).toEqual([]);
    }
    expect.soft(await smallTargets(page, 44)).toEqual([]);
    expect.soft(await sidewaysScrolling(page)).toEqual([]);
    await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%', 'important'));
    expect.soft(await clippedText(page), 'text of 200 %').toEqual([]);
  });
}

test('the / key opens the menu if the search is inside it', async ({ page }) => {
  await page.setViewportSize({ width: 600, height: 600 });
  await page.goto(february);
  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox', { name: 'Search' })).toBeFocused();
  await expect(page.getByRole('searchbox', { name: 'Search' })).toBeVisible();
});

test('nothing moves with prefers-reduced-motion', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(february);
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
  const moves = await page.evaluate(() => {
    const found: string[] = [];
    const walk = (rules: CSSRuleList, inPreference: boolean) => {
      for (const rule of rules) {
        const preference = inPreference || (rule as CSSMediaRule).conditionText?.includes('no-preference') || false;
        if (
          !preference &&
          /@view-transition|\b(?:transition|animation)(?:-\w+)?:/.test(rule.cssText.split('{')[0] ?? '')
        ) {
          found.push(rule.cssText);
        }
        if ('cssRules' in rule) walk(rule.cssRules as CSSRuleList, preference);
      }
    };
    for (const sheet of document.styleSheets) walk(sheet.cssRules, false);
    return found;
  });
  expect(moves).toEqual([]);
});

test('the whole site can be used with Tab and Enter, and focus is always visible', async ({ page }) => {
  test.slow();
  await page.goto(`${community.origin}/`);
  await follow(page, 'April 2022 update');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('April 2022 update');
  await follow(page, 'Events');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Events');
  await follow(page, 'GitOps Days 2022');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('GitOps Days 2022');
  await follow(page, 'Adopters');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/adopters/);
});

/** Goes to a link by Tab and follows it by Enter; each stop on the way is seen. */
async function follow(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 80; presses++) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body) return undefined;
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      const box = element.getBoundingClientRect();
      return {
        text: element.textContent?.trim(),
        isSeen:
          outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2 && box.bottom > 0 && box.top < innerHeight,
      };
    });
    if (!stop) continue;
    expect.soft(stop.isSeen, stop.text).toBe(true);
    if (stop.text !== name) continue;
    await page.keyboard.press('Enter');
    await page.waitForLoadState();
    return;
  }
  throw new Error(`Tab does not reach "${name}" on ${page.url()}`);
}

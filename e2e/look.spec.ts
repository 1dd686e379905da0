// How the site looks and feels: its weight, its colours, and whether everyone can use it, on every kind of page.
import { expect, type Page, test } from 'playwright/test';
import { listen, seriousViolations, sidewaysScrolling, untilIdle } from '@/e2e/page-checks';
import { empty, fixtures, hostile, own, preview } from '@/e2e/sites';
import { pagePolicy, searchPolicy } from '@/lib/base/headers.mjs';

const february = `${own.origin}/blog/2022/03/february-update/`;

/** One page of each kind. */
const kinds: readonly (readonly [name: string, address: string])[] = [
  ['home', `${own.origin}/`],
  ['blog', `${own.origin}/blog/`],
  ['year', `${own.origin}/blog/2022/`],
  ['month', `${own.origin}/blog/2022/03/`],
  ['edition', february],
  ['post', `${fixtures.origin}/blog/2024/06/kitchen-sink/`],
  ['post in Arabic', `${fixtures.origin}/blog/2024/02/arabic-setup/`],
  ['post that was corrected', `${hostile.origin}/blog/2026/09/corrected/`],
  ['post that was withdrawn', `${hostile.origin}/blog/2026/09/withdrawn/`],
  ['tags', `${own.origin}/tags/`],
  ['tag', `${own.origin}/tags/monthly-update/`],
  ['events', `${fixtures.origin}/events/`],
  ['event to come', `${fixtures.origin}/events/far-talk/`],
  ['event that is over', `${own.origin}/events/flux-for-helm-users/`],
  ['releases', `${own.origin}/releases/`],
  ['releases of a project', `${own.origin}/releases/flux/`],
  ['release', `${own.origin}/releases/flux/0.27.0/`],
  ['adopters', `${own.origin}/adopters/`],
  ['ecosystem', `${own.origin}/ecosystem/`],
  ['people', `${own.origin}/people/`],
  ['person', `${own.origin}/people/dholbach/`],
  ['community', `${own.origin}/community/`],
  ['search', `${own.origin}/search/?q=helm`],
  ['search with nothing to find', `${empty.origin}/search/?q=helm`],
  ['subscribe', `${own.origin}/subscribe/`],
  ['not found', `${own.origin}/no-such-page/`],
  ['home with nothing in it', `${empty.origin}/`],
  ['blog with nothing in it', `${empty.origin}/blog/`],
  ['events with nothing in them', `${empty.origin}/events/`],
  ['releases with nothing in them', `${empty.origin}/releases/`],
  ['adopters with nobody in it', `${empty.origin}/adopters/`],
  ['ecosystem with nothing in it', `${empty.origin}/ecosystem/`],
  ['people with nobody in them', `${empty.origin}/people/`],
  ['tags with none', `${empty.origin}/tags/`],
  ['community with nothing in it', `${empty.origin}/community/`],
  ['design', `${preview.origin}${preview.basePath}/design/`],
];

test.describe('the February edition', () => {
  test('has a cover of its own, which stands small in lists too', async ({ page }) => {
    await page.goto(february);
    const cover = await page.locator('header .cover').innerHTML();
    await page.goto(`${own.origin}/blog/`);
    const covers = await page.locator('.post-list .cover').evaluateAll((all) => all.map(({ innerHTML }) => innerHTML));
    expect(covers).toContain(cover);
    expect(new Set(covers).size).toBe(covers.length);
    expect(covers.length).toBeGreaterThan(1);
  });

  test('prints as one would pin it to a wall: no navigation, links spelt out, nothing cut off', async ({ page }) => {
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    await page.goto(february);
    await expect(page.getByRole('navigation', { name: 'Main' })).toBeHidden();
    await expect(page.getByRole('searchbox')).toBeHidden();
    await expect(page.getByRole('banner').getByRole('link', { name: 'Flux Community News' })).toBeVisible();
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

  test('follows the system, until a reader chooses; then it is remembered', async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.goto(february);
    expect(await ground(page)).toBe(dark);
    const choice = page.getByRole('group', { name: 'Colours' });
    await expect(choice.getByRole('radio', { name: 'System' })).toBeChecked();
    await choice.getByText('Light').click();
    expect(await ground(page)).toBe(light);
    await page.goto(`${own.origin}/adopters/`);
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

  test('is there before anything is drawn', async ({ page }) => {
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

  test('does no harm where storage is forbidden, or holds what nobody chose', async ({ page }) => {
    const noise = listen(page, own.origin);
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

test.describe('every kind of page', () => {
  for (const [name, address] of kinds) {
    test(`keeps a policy of 'self' for scripts and styles: ${name}`, async ({ page }) => {
      const noise = listen(page, new URL(address).origin);
      const answer = await page.goto(address);
      const policy = answer?.headers()['content-security-policy'];
      expect(policy).toBe(name.startsWith('search') ? searchPolicy : pagePolicy);
      await untilIdle(page);
      expect(noise).toEqual({ errors: [], otherOrigins: [] });
      await expect(page.locator('[style], style, script:not([src], [type="application/ld+json"])')).toHaveCount(0);
    });

    test(`can be used by everyone, narrow and wide, light and dark, enlarged, in forced colours: ${name}`, async ({
      page,
    }) => {
      test.slow();
      await page.goto(address);
      for (const colorScheme of ['light', 'dark'] as const) {
        for (const width of [320, 1440]) {
          await page.setViewportSize({ width, height: 900 });
          await page.emulateMedia({ colorScheme });
          expect.soft(await seriousViolations(page), `${width} px, ${colorScheme}`).toEqual([]);
        }
      }
      await page.emulateMedia({ forcedColors: 'active' });
      expect.soft(await seriousViolations(page), 'forced colours').toEqual([]);
      await page.emulateMedia({ forcedColors: 'none' });
      await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%', 'important'));
      for (const width of [320, 1024]) {
        await page.setViewportSize({ width, height: 900 });
        expect.soft(await sidewaysScrolling(page), `text of 200 % at ${width} px`).toEqual([]);
        expect.soft(await clippedText(page), `text of 200 % at ${width} px`).toEqual([]);
      }
      expect.soft(await seriousViolations(page), 'text of 200 %').toEqual([]);
    });

    test(`does not scroll sideways and cuts no text off: ${name}`, async ({ page }) => {
      await page.goto(address);
      await untilIdle(page);
      for (const width of [320, 375, 768, 1024, 1440, 2560]) {
        await page.setViewportSize({ width, height: 900 });
        expect.soft(await sidewaysScrolling(page), `at ${width} px`).toEqual([]);
        expect.soft(await clippedText(page), `at ${width} px`).toEqual([]);
      }
    });

    test(`has room for a finger: ${name}`, async ({ page }) => {
      await page.setViewportSize({ width: 375, height: 812 });
      await page.goto(address);
      await untilIdle(page);
      expect(await smallTargets(page, 44)).toEqual([]);
      await page.setViewportSize({ width: 1440, height: 900 });
      expect(await smallTargets(page, 24)).toEqual([]);
    });

    test(`makes an outline: ${name}`, async ({ page }, info) => {
      await page.goto(address);
      const outline = await outlineOf(page);
      await info.attach('outline', { body: outline.map(({ line }) => line).join('\n') });
      const landmarks = outline.filter(({ rank }) => rank === 0).map(({ line }) => line.trim());
      for (const landmark of ['header', 'main', 'footer']) {
        expect
          .soft(
            landmarks.filter((line) => line === landmark),
            landmark,
          )
          .toHaveLength(1);
      }
      const navigations = landmarks.filter((line) => line.startsWith('nav'));
      expect.soft(navigations).toContain('nav "Main"');
      expect.soft(new Set(navigations).size, 'each navigation has a name of its own').toBe(navigations.length);
      const ranks = outline.map(({ rank }) => rank).filter((rank) => rank > 0);
      expect.soft(ranks.filter((rank) => rank === 1)).toHaveLength(1);
      expect.soft(ranks[0]).toBe(1);
      expect
        .soft(
          ranks.filter((rank, index) => rank > (ranks[index - 1] ?? 0) + 1),
          'skips no rank',
        )
        .toEqual([]);
      expect
        .soft(
          outline.filter(({ line }) => line.trim().length < 4),
          'headings without words',
        )
        .toEqual([]);
    });
  }
});

test.describe('what a button opens, without any script', () => {
  test.use({ javaScriptEnabled: false });

  test('on phones the menu holds the way around and the search; elsewhere both stand in the page', async ({ page }) => {
    await page.setViewportSize({ width: 375, height: 812 });
    await page.goto(february);
    const menu = page.getByRole('button', { name: 'Menu' });
    const navigation = page.getByRole('navigation', { name: 'Main' });
    await expect(navigation).toBeHidden();
    await menu.click();
    await expect(navigation.getByRole('link')).toHaveCount(6);
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

  test('an event to come offers the calendars beside its button, within the window', async ({ page }) => {
    for (const width of [320, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(`${fixtures.origin}/events/far-talk/`);
      const choices = page.getByRole('list', { name: 'Calendars' });
      await expect(choices).toBeHidden();
      const button = page.getByRole('button', { name: 'Add to calendar' });
      await button.click();
      await expect(choices.getByRole('link')).toHaveText([
        'Apple and others (.ics)',
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
  test(`what a button opens can be used by everyone: ${kind}`, async ({ page }) => {
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

test('the key / opens the menu where the search is in it', async ({ page }) => {
  await page.setViewportSize({ width: 600, height: 600 });
  await page.goto(february);
  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox', { name: 'Search' })).toBeFocused();
  await expect(page.getByRole('searchbox', { name: 'Search' })).toBeVisible();
});

test('nothing moves for readers who want less motion', async ({ page }) => {
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

test('the whole site can be walked by Tab and Enter, and shows where one is', async ({ page }) => {
  test.slow();
  await page.goto(`${own.origin}/`);
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

/** Elements that show less of their text than there is. */
function clippedText(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('body *')]
      .filter((element) => {
        const { overflowX, overflowY, clipPath, position } = getComputedStyle(element);
        if (clipPath !== 'none' || position === 'absolute' || element.closest('svg')) return false;
        const hides = (overflow: string) => overflow === 'hidden' || overflow === 'clip';
        return (
          (hides(overflowX) && element.scrollWidth > element.clientWidth + 1) ||
          (hides(overflowY) && element.scrollHeight > element.clientHeight + 1)
        );
      })
      .map((element) => element.outerHTML.slice(0, 120)),
  );
}

/** What can be pressed and is lower or narrower than so many pixels; links in the middle of a sentence may be (WCAG 2.5.8). */
function smallTargets(page: Page, size: number): Promise<string[]> {
  return page.evaluate((wanted) => {
    const targets = [...document.querySelectorAll('a[href], button, summary, label, select')];
    return targets
      .filter((target) => {
        const { display, clipPath } = getComputedStyle(target);
        const box = target.getBoundingClientRect();
        if (display === 'inline' || clipPath !== 'none' || box.width === 0 || target.closest('svg')) return false;
        return box.height < wanted - 0.5 || box.width < Math.min(wanted, 24) - 0.5;
      })
      .map((target) => `${target.outerHTML.slice(0, 100)} ${target.getBoundingClientRect().height} px`);
  }, size);
}

/** A page as somebody hears it who jumps from heading to heading: landmarks have rank 0. */
function outlineOf(page: Page): Promise<{ rank: number; line: string }[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('body > header, main, body > footer, nav, h1, h2, h3, h4, h5, h6')].map((element) => {
      const rank = /^H[1-6]$/.test(element.tagName) ? Number(element.tagName[1]) : 0;
      const label = element.getAttribute('aria-label');
      const name = element.tagName.toLowerCase();
      if (rank === 0) return { rank, line: label ? `${name} "${label}"` : name };
      return { rank, line: `${'  '.repeat(rank)}${name} ${element.textContent}` };
    }),
  );
}

// A post in Chromium: the February edition for its content, the fixtures for everything that a post can contain.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Locator, type Page, test } from 'playwright/test';
import { shownWords, untilIdle } from '@/e2e/page-checks';
import { community, fixtures } from '@/e2e/sites';
import { site } from '@/lib/site';

const february = `${community.origin}/blog/2022/03/february-update/`;
const kitchenSink = `${fixtures.origin}/blog/2024/06/kitchen-sink/`;

const adopters = [
  'Anova',
  'automotiveMastermind',
  'Divid',
  'Evrone',
  'FACEIT',
  'orchit GmbH',
  'RingCentral',
  'Volvo Cars',
];

const contributors = [
  'Adam Dickinson',
  'akirillow',
  'Chanwit Kaewkasi',
  'Davi Garcia',
  'Emanuele Massara',
  'Emil Dabrowski',
  'Filipe Sequeira',
  'Hidde Beydals',
  'Ivan Anisimov',
  'Jonathan Mourtada',
  'Jørn Fauske',
  'Keith Petersen',
  'Oliver Wiebeck',
  'Patrick Cornelißen',
  'Patrick Ruckstuhl',
  'Ricardo Castro',
  'Satyam Kapoor',
  'Somtochi Onyekwere',
  'Stacey Potter',
  'Stefan Prodan',
  'Sunny Gogoi',
  'Tamao Nakahara',
];

/** The post itself: cards inside it are articles as well. */
const postOf = (page: Page): Locator => page.getByRole('main').locator('> article');

/** The text of a post, without its header and footer. */
const proseOf = (page: Page): Locator => postOf(page).locator('.prose');

/** The part of a post from one heading to the next of the same rank, as its words. */
async function sectionOf(page: Page, heading: string): Promise<string> {
  const text = await shownWords(proseOf(page));
  const titles = await proseOf(page).getByRole('heading', { level: 2 }).allInnerTexts();
  const [start = '', end] = titles.slice(titles.findIndex((title) => title.startsWith(heading)));
  expect(start, `a heading "${heading}"`).toContain(heading);
  return text.slice(text.indexOf(start), end === undefined ? undefined : text.indexOf(end, text.indexOf(start) + 1));
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(`the February edition with JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, () => {
    // All of them look at one page.
    test.describe.configure({ mode: 'default' });
    let page: Page;
    test.beforeAll(async ({ browser }) => {
      page = await browser.newPage({ javaScriptEnabled });
      await page.goto(february);
    });
    test.afterAll(() => page.close());

    test('shows its title, description, author, date and reading time', async () => {
      await expect(page).toHaveTitle(`February 2022 update · ${site.shortName}`);
      const header = postOf(page).locator('> header');
      await expect(header.getByRole('heading', { level: 1 })).toHaveText('February 2022 update');
      const description = /^Flux 0\.27 ships with two breaking changes to plan for/;
      await expect(header.getByText(description)).toBeVisible();
      await expect(page.locator('head > meta[name="description"]')).toHaveAttribute('content', description);
      await expect(header).toContainText('By Daniel Holbach');
      await expect(header.getByRole('link', { name: 'Daniel Holbach' })).toHaveAttribute('href', '/people/dholbach/');
      const date = header.getByText('1 March 2022', { exact: true });
      await expect(date).toBeVisible();
      await expect(date).toHaveAttribute('datetime', '2022-03-01');
      const [, minutes] = /\b(\d+) min read\b/.exec(await shownWords(header)) ?? [];
      const words = (await shownWords(proseOf(page))).split(/\s+/).length;
      expect(Number(minutes), `${words} words`).toBeGreaterThanOrEqual(Math.floor(words / 280));
      expect(Number(minutes), `${words} words`).toBeLessThanOrEqual(Math.ceil(words / 180));
    });

    test('has a contents list whose links all point to a heading', async () => {
      await expectContentsToHitHeadings(page);
      await expect(page.getByRole('navigation', { name: 'Contents' }).locator('a')).not.toHaveCount(0);
    });

    test('shows the breaking changes of Flux 0.27 first, with what to do about them', async () => {
      const release = postOf(page).getByRole('region', { name: 'Flux 0.27.0', exact: true });
      const text = await shownWords(release);
      const facts = [
        '2 breaking changes',
        'DNS labels',
        'RFC 1123',
        '63 characters',
        'helm-controller',
        'disableWait: true',
      ];
      for (const fact of facts) expect.soft(text).toContain(fact);
      expect(text.match(/What to do:/g)).toHaveLength(2);
      expect(text.indexOf('breaking changes')).toBeLessThan(text.indexOf('Grafana'));
      await expect(release.getByRole('link', { name: 'RFC 1123' })).toHaveAttribute('href', /rfc1123/);
      await expect(release.getByRole('link', { name: /^Release notes/ })).toHaveAttribute('href', /v0\.27\.0$/);
    });

    test('also shows the release of Flagger 1.18', async () => {
      const release = postOf(page).getByRole('region', { name: 'Flagger 1.18.0', exact: true });
      await expect(release).toContainText('canaryReadyThreshold');
      await expect(release).toContainText('promotion');
      await expect(release.getByRole('link', { name: /^Release notes/ })).toHaveAttribute('href', /v1\.18\.0$/);
    });

    test('has a summary of facts, each with a link to its section', async () => {
      const facts = postOf(page).getByRole('list', { name: 'In this edition' });
      for (const fact of ['2 releases', '7 events', '8 new adopters', '3 ecosystem entries', '22 contributors']) {
        const id = (await facts.getByRole('link', { name: fact, exact: true }).getAttribute('href'))?.slice(1);
        await expect.soft(postOf(page).locator(`[id=${JSON.stringify(id)}]`), fact).toBeVisible();
      }
    });

    test('names all eight adopters and all twenty-two contributors', async () => {
      const joined = await sectionOf(page, 'Who joined');
      for (const adopter of adopters) expect.soft(joined).toContain(adopter);
      const thanks = await sectionOf(page, 'Docs and website');
      for (const contributor of contributors) expect.soft(thanks).toContain(contributor);
      expect(new Set(contributors).size).toBe(22);
    });

    test('shows its pictures, with alt text', async () => {
      const diagram = page.getByRole('img', { name: /^Diagram: how a Git push reaches a cluster, in 16 steps\./ });
      await diagram.scrollIntoViewIfNeeded();
      await expect(diagram).toBeVisible();
      await expectPicturesToLoad(page);
      for (const picture of await postOf(page).locator('img').all()) {
        await expect(picture).toHaveAttribute('alt', /./);
      }
    });

    test('has one h1 and skips no heading level', async () => {
      await expectHeadingsInOrder(page);
    });

    test('links to a newer and an older post, which link back', async () => {
      const around = page.getByRole('navigation', { name: 'Newer and older posts' });
      const own = new Date('2022-03-01').getTime();
      for (const [name, back] of [
        [/^Older/, /^Newer/],
        [/^Newer/, /^Older/],
      ] as const) {
        await around.getByRole('link', { name }).click();
        await expect(page).not.toHaveURL(february);
        const day = await postOf(page).locator('> header time').first().getAttribute('datetime');
        const difference = new Date(day ?? '').getTime() - own;
        expect(name.source === '^Older' ? -difference : difference).toBeGreaterThanOrEqual(0);
        await around.getByRole('link', { name: back }).click();
        await expect(page).toHaveURL(february);
      }
    });

    test('has an edit link to its source file', async () => {
      const href = await page.getByRole('link', { name: 'Edit this page' }).getAttribute('href');
      expect(href).toBe(`${site.repository.editUrl}blog/2022/03/february-update/index.mdx`);
      expect(existsSync(join(community.env.CONTENT_DIR ?? '', href?.slice(site.repository.editUrl.length) ?? ''))).toBe(
        true,
      );
    });

    test('shows a notice that it is old', async () => {
      const notice = page.getByRole('complementary', { name: 'Age of this post' });
      await expect(notice).toContainText('published on 1 March 2022');
      await expect(notice.getByRole('link', { name: 'documentation' })).toHaveAttribute('href', /^https:/);
    });

    test('jumps from its contents list to a section, at every width', async () => {
      for (const width of [375, 1440]) {
        await page.setViewportSize({ width, height: 900 });
        const contents = page.getByRole('navigation', { name: 'Contents' });
        const link = contents.getByRole('link', { name: 'Who joined', exact: true });
        if (!(await link.isVisible())) await contents.getByText('Contents', { exact: true }).click();
        await link.click();
        await expect(page).toHaveURL(`${february}#who-joined`);
        await expect(page.locator('#who-joined')).toBeInViewport();
        await page.goto(february);
      }
    });
  });
}

test.describe('a post', () => {
  for (const [path, isOld] of [
    ['/blog/2020/03/evergreen-guide/', false],
    ['/blog/2026/11/recent-notes/', false],
    ['/blog/2022/06/filler-one/', true],
  ] as const) {
    test(`${isOld ? 'is' : 'is not'} called old: ${path}`, async ({ page }) => {
      await page.goto(fixtures.origin + path);
      await expect(page.getByRole('complementary', { name: 'Age of this post' })).toHaveCount(isOld ? 1 : 0);
    });
  }

  for (const path of ['kitchen-sink/', 'kitchen-sink-mdx/', '../05/headings/'] as const) {
    test(`has a contents list whose links all point to a heading: ${path}`, async ({ page }) => {
      await page.goto(new URL(path, `${fixtures.origin}/blog/2024/06/`).href);
      await expectContentsToHitHeadings(page);
      await expectHeadingsInOrder(page);
    });
  }

  test('shows every element of Markdown', async ({ page }) => {
    await page.goto(kitchenSink);
    const prose = proseOf(page);
    for (const name of ['Note', 'Tip', 'Important', 'Warning', 'Caution']) {
      await expect.soft(prose.getByRole('complementary', { name, exact: true })).toBeVisible();
    }
    await expect(prose.getByText('[!')).toHaveCount(0);
    await expect(prose.getByRole('checkbox', { name: 'Done' })).toBeChecked();
    await expect(prose.getByRole('checkbox', { name: 'To do' })).not.toBeChecked();
    await expect(prose.getByRole('columnheader', { name: 'Right' })).toHaveCSS('text-align', 'end');
    await expect(prose.getByRole('cell', { name: '12,345' })).toHaveCSS('text-align', 'end');
    await expect(prose.getByRole('cell', { name: 'middle' })).toHaveCSS('text-align', 'center');
    await expect(prose.getByRole('columnheader', { name: 'Left' })).toHaveCSS('text-align', /^(start|left)$/);
    await expect(prose.getByRole('blockquote')).toHaveText(/^\s*A plain quotation block/);
    await expect(prose.getByRole('deletion')).toHaveText('struck words');
    await prose.getByText('More of this').click();
    await expect(prose.getByText('The hidden part.')).toBeVisible();
    await expectPicturesToLoad(page);
  });

  test('has footnotes with links in both directions', async ({ page }) => {
    await page.goto(kitchenSink);
    const prose = proseOf(page);
    await prose.getByRole('link', { name: '2', exact: true }).click();
    await expect(prose.getByRole('listitem').filter({ hasText: 'The second source.' }).last()).toBeInViewport();
    await prose.getByRole('link', { name: 'Back to reference 2', exact: true }).click();
    await expect(prose.getByText('A second source.')).toBeInViewport();
  });

  test('runs no code of its author', async ({ page }) => {
    await page.goto(kitchenSink);
    await page.getByText('A plain division of text').click();
    await page.getByText('A link that would run').click();
    await expect(page).toHaveTitle(/^Everything a Markdown post can hold/);
    await expect(page).toHaveURL(`${kitchenSink}#tables`);
    await expect(proseOf(page).locator('script, style, iframe, [onclick], [onerror], [style]')).toHaveCount(0);
  });

  test('links to the document next to it', async ({ page }) => {
    await page.goto(kitchenSink);
    const link = page.getByRole('link', { name: 'document of one page' });
    const answer = await page.request.get(new URL((await link.getAttribute('href')) ?? '', page.url()).href);
    expect(answer.headers()['content-type']).toBe('application/pdf');
  });

  test('in Arabic is right-to-left, except for code and the site’s own text', async ({ page }) => {
    await page.goto(`${fixtures.origin}/blog/2024/02/arabic-setup/`);
    await expect(proseOf(page)).toHaveAttribute('lang', 'ar');
    await expect(page.getByRole('heading', { level: 1 })).toHaveAttribute('lang', 'ar');
    await expect(page.getByRole('heading', { level: 1 })).toHaveCSS('direction', 'rtl');
    await expect(proseOf(page).getByRole('paragraph').first()).toHaveCSS('direction', 'rtl');
    await expect.soft(proseOf(page).locator('pre')).toHaveCSS('direction', 'ltr');
    for (const words of [page.getByRole('link', { name: 'Edit this page' }), page.getByText('min read')]) {
      const lang = await words.evaluate((element) => element.closest('[lang]')?.getAttribute('lang'));
      expect.soft(lang, `language of "${await words.textContent()}"`).toBe('en');
    }
  });

  test('in Chinese has its language', async ({ page }) => {
    await page.goto(`${fixtures.origin}/blog/2024/03/配置同步-工具-1.0-发布/`);
    await expect(page.getByRole('heading', { level: 1, name: '配置同步 工具 1.0 发布' })).toBeVisible();
    await expect(proseOf(page)).toHaveAttribute('lang', 'zh-Hans');
    await expectContentsToHitHeadings(page);
  });
});

test.describe('code', () => {
  /** The blocks of the kitchen-sink post, letter by letter as its file has them. */
  const blocks = [
    '# Fetch the tool, then say which version it is.\ncurl --fail --silent "https://example.org/tool?os=linux&arch=amd64" | tar -xz\ntool version --client && echo "it\'s done"',
    'apiVersion: example.org/v1\nkind: Setting\nmetadata:\n  name: first # a comment\nspec:\n  count: 3\n  text: "a < b && c > d"',
    'if x <- 1 then { keep "this" } else\ttabs\tstay',
    'Four spaces make a block, too.',
  ];

  test.describe('with JavaScript', () => {
    test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

    test('is copied exactly', async ({ page }) => {
      await page.goto(kitchenSink);
      const buttons = page.getByRole('button', { name: 'Copy code' });
      await expect(buttons).toHaveCount(await proseOf(page).locator('pre').count());
      for (const [index, block] of blocks.entries()) {
        const button = buttons.nth(index);
        await button.click();
        await expect(button).toHaveText('Copied');
        expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(block);
      }
    });

    test('is copied by keyboard, with a message', async ({ page }) => {
      await page.goto(february);
      const button = page.getByRole('button', { name: 'Copy code' }).first();
      await button.focus();
      await expect(button).toHaveCSS('opacity', '1');
      await page.keyboard.press('Enter');
      await expect(page.getByRole('status').filter({ hasText: 'Copied' })).toHaveCount(1);
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
        'spec:\n  uninstall:\n    disableWait: true',
      );
    });
  });

  test.describe('without JavaScript', () => {
    test.use({ javaScriptEnabled: false });

    test('is complete, without a copy button that cannot work', async ({ page }) => {
      await page.goto(kitchenSink);
      const shown = await proseOf(page).locator('pre').allTextContents();
      expect(shown.slice(0, blocks.length)).toEqual(blocks);
      await expect(page.getByRole('button', { name: /copy/i })).toHaveCount(0);
    });
  });
});

// A test for each, because eight pages are to be opened, which takes a busy machine half a minute.
for (const address of [february, kitchenSink, `${community.origin}/`, `${community.origin}/blog/`]) {
  test(`a page has the same text with JavaScript off: ${address}`, async ({ browser }) => {
    /** What scripts add: a button, the choice of colours, and the reader's own time after an event's. */
    const additions = /^(?:Copy|Colours|System|Light|Dark)$| \([^()]* your time\)/gm;
    const [withScripts, without] = await Promise.all(
      [true, false].map(async (javaScriptEnabled) => {
        const context = await browser.newContext({ javaScriptEnabled });
        const page = await context.newPage();
        // What is over and what is to come is the same for the page's scripts as it was for the build.
        if (javaScriptEnabled) await page.clock.setFixedTime(new Date(community.env.NEWS_NOW ?? ''));
        await page.goto(address);
        if (javaScriptEnabled) {
          await untilIdle(page);
          await expect(page.getByRole('button', { name: 'Copy code' })).toHaveCount(await page.locator('pre').count());
        }
        const words = (await shownWords(page.locator('body'))).replace(additions, '');
        await context.close();
        return words.split('\n').filter((line) => line.trim() !== '');
      }),
    );
    expect(without).toEqual(withScripts);
    expect(without?.length).toBeGreaterThan(5);
  });
}

test.describe('the keyboard', () => {
  test('has a working skip link', async ({ page }) => {
    await page.goto(february);
    await page.keyboard.press('Tab');
    const skip = page.getByRole('link', { name: 'Skip to main content' });
    await expect(skip).toBeFocused();
    await expect(skip).toBeInViewport({ ratio: 1 });
    expect((await skip.boundingBox())?.height).toBeGreaterThan(24);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('main')).toBeFocused();
    await page.keyboard.press('Tab');
    await expect(page.getByRole('main').locator(':focus')).toHaveCount(1);
  });

  test('has a contents list on a narrow screen that opens and whose links work', async ({ page }) => {
    await page.setViewportSize({ width: 375, height: 812 });
    await page.goto(february);
    const contents = page.getByRole('navigation', { name: 'Contents' });
    const link = contents.getByRole('link', { name: 'Security', exact: true });
    await expect(link).toBeHidden();
    await page.getByRole('main').focus();
    const summary = contents.locator('summary');
    for (
      let presses = 0;
      presses < 20 && !(await summary.evaluate((element) => element === document.activeElement));
      presses++
    ) {
      await page.keyboard.press('Tab');
    }
    await expect(summary).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(link).toBeVisible();
    await link.focus();
    await page.keyboard.press('Enter');
    await expect(page.locator('#security')).toBeInViewport();
    await summary.focus();
    await page.keyboard.press('Space');
    await expect(link).toBeHidden();
  });

  test('has an open contents list next to the text on a wide screen', async ({ page }) => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto(february);
    await expect(page.getByRole('navigation', { name: 'Contents' }).getByRole('link').first()).toBeVisible();
  });

  test('shows the focus: every focusable element has an outline', async ({ page }) => {
    await page.goto(kitchenSink);
    const stops = await page.locator('a[href], button, summary, [tabindex="0"]').filter({ visible: true }).count();
    expect(stops).toBeGreaterThan(20);
    for (let index = 0; index < stops; index++) {
      await page.keyboard.press('Tab');
      const focused = page.locator(':focus');
      if ((await focused.count()) === 0) break;
      const [width, markup] = await focused.evaluate((element) => [
        Number.parseFloat(getComputedStyle(element).outlineWidth),
        element.outerHTML.slice(0, 80),
      ]);
      expect.soft(width, String(markup)).toBeGreaterThanOrEqual(2);
    }
  });
});

/** Each link of the contents list points to one heading with the same text. */
async function expectContentsToHitHeadings(page: Page): Promise<void> {
  const links = page.getByRole('navigation', { name: 'Contents', includeHidden: true }).locator('a');
  const entries = await links.evaluateAll((all) =>
    all.map((link) => ({
      text: link.textContent ?? '',
      id: decodeURIComponent((link as HTMLAnchorElement).hash.slice(1)),
    })),
  );
  const headings = await proseOf(page)
    .locator(':is(h2, h3):has(> .anchor)')
    .evaluateAll((all) =>
      all.map((heading) => ({
        text: [...heading.childNodes]
          .filter((node) => !(node as Element).matches?.('.anchor'))
          .map((node) => node.textContent)
          .join(''),
        id: heading.id,
      })),
    );
  expect(entries).toEqual(headings);
  expect(entries.length).toBeGreaterThan(2);
  for (const { id, text } of entries) {
    const hit = page.locator(`[id=${JSON.stringify(id)}]`);
    await expect(hit, `#${id}`).toHaveCount(1);
    await expect(hit).toContainText(text);
  }
}

/** Every picture of a page is there, and as wide to high as its attributes say. */
async function expectPicturesToLoad(page: Page): Promise<void> {
  const pictures = await page.locator('img').all();
  expect(pictures.length).toBeGreaterThan(0);
  for (const picture of pictures) {
    await picture.scrollIntoViewIfNeeded();
    await expect
      .poll(() => picture.evaluate((element) => (element as HTMLImageElement).naturalWidth), {
        message: (await picture.getAttribute('src')) ?? '',
      })
      .toBeGreaterThan(0);
    const [natural, said] = await picture.evaluate((element) => {
      const image = element as HTMLImageElement;
      const attribute = (name: string) => Number(image.getAttribute(name));
      return [image.naturalWidth / image.naturalHeight, attribute('width') / attribute('height')];
    });
    expect.soft(said, (await picture.getAttribute('src')) ?? '').toBeCloseTo(natural ?? 0, 1);
  }
}

async function expectHeadingsInOrder(page: Page): Promise<void> {
  const ranks = await page.getByRole('heading').evaluateAll((all) => all.map(({ tagName }) => Number(tagName[1])));
  expect(ranks.filter((rank) => rank === 1)).toHaveLength(1);
  expect(ranks[0]).toBe(1);
  const skips = ranks.filter((rank, index) => rank > (ranks[index - 1] ?? 0) + 1);
  expect(skips).toEqual([]);
}

// Structured facts where readers meet them: in an edition, on the agenda, on the wall, and as time goes by.
import { expect, test } from 'playwright/test';
import { ask } from '@/e2e/http';
import { fixtures } from '@/e2e/sites';

const edition = `${fixtures.origin}/blog/2026/11/edition/`;

test.describe('an edition', () => {
  test('sums up its contents in one line of links', async ({ page }) => {
    await page.goto(edition);
    const facts = page.getByRole('list', { name: 'In this edition' });
    await expect(facts.getByRole('link')).toHaveText([
      '2 releases',
      '2 events',
      '2 new adopters',
      '1 ecosystem entry',
      '1 person in a new role',
      '2 links',
      '2 contributors',
    ]);
    for (const link of await facts.getByRole('link').all()) {
      const target = await link.getAttribute('href');
      await expect(page.locator(`[id="${target?.slice(1)}"]`)).toHaveCount(1);
    }
  });

  test('shows facts at their place in the text, and the rest at the end', async ({ page }) => {
    await page.goto(edition);
    const rest = page.getByRole('region', { name: 'Also this month' });
    await expect(rest.getByRole('region', { name: 'Tool 1.10' })).toContainText('What to do: Use b.');
    await expect(rest.getByRole('region', { name: 'Tool 1.11' })).toHaveCount(0);
    await expect(page.getByRole('region', { name: 'Tool 1.11' })).toContainText('Words about the release.');
    await expect(rest.getByRole('link', { name: 'With a logo' })).toBeVisible();
    await expect(rest.getByText('Another Name')).toBeVisible();
    await expect(rest.getByText('Weekly meeting')).toHaveCount(0);
    await expect(page.getByText('Words in place of the description.')).toBeVisible();
    await expect(page.getByText('With a link in it.')).toHaveCount(0);
  });

  test('loads a video only when it is started', async ({ page }) => {
    const elsewhere: string[] = [];
    await page.route(/youtube/, (route) => {
      elsewhere.push(route.request().url());
      return route.fulfill({ contentType: 'text/html', body: '<p>player</p>' });
    });
    await page.goto(edition);
    expect(elsewhere).toEqual([]);
    await page.getByRole('link', { name: /Watch:.*A recording/ }).click();
    await expect(page.frameLocator('iframe[title="A recording"]').getByText('player')).toBeVisible();
    expect(elsewhere).toEqual(['https://www.youtube-nocookie.com/embed/abcdefghijk']);
  });
});

test.describe('the links', () => {
  const list = `${fixtures.origin}/links/`;

  test('are grouped by year, newest first, with filters that are links', async ({ page }) => {
    await page.goto(list);
    await expect(page.locator('main').getByRole('heading', { level: 2 })).toHaveText(['2026', '2025']);
    const titles = page.locator('main').getByRole('heading', { level: 3 });
    await expect(titles).toHaveText(['Un an avec l’outil', 'The tool in ten minutes', 'How Acme runs it']);
    await page.getByRole('navigation', { name: 'Links by form' }).getByRole('link', { name: 'Case study' }).click();
    await expect(page).toHaveURL(`${list}form/case-study/`);
    await expect(titles).toHaveText(['How Acme runs it']);
    await expect(page.getByRole('link', { name: 'Case study' })).toHaveAttribute('aria-current', 'page');
    await page.getByRole('link', { name: 'All forms' }).click();
    await expect(page).toHaveURL(list);
  });

  test('play a video in place, and ask other sites for nothing before', async ({ page }) => {
    const elsewhere: string[] = [];
    await page.route(/youtube/, (route) => {
      elsewhere.push(route.request().url());
      return route.fulfill({ contentType: 'text/html', body: '<p>player</p>' });
    });
    await page.goto(list);
    const video = page.getByRole('link', { name: /Watch:.*The tool in ten minutes/ });
    await expect(video.getByRole('presentation')).toHaveAttribute('src', /^\/links\/pictures\//);
    expect(elsewhere).toEqual([]);
    await video.click();
    await expect(page.frameLocator('iframe[title="The tool in ten minutes"]').getByText('player')).toBeVisible();
    expect(elsewhere).toEqual(['https://www.youtube-nocookie.com/embed/lmnopqrstuv']);
  });

  test('are on the page of a person who made one', async ({ page }) => {
    await page.goto(`${fixtures.origin}/people/sample-writer/`);
    const made = page.getByRole('region', { name: 'Links' });
    await expect(made.getByRole('heading', { level: 3 })).toHaveText(['Un an avec l’outil']);
    await page.goto(list);
    await page.getByRole('link', { name: 'Sample Writer' }).click();
    await expect(page).toHaveURL(`${fixtures.origin}/people/sample-writer/`);
  });

  test('have the text of an edition in place of their own', async ({ page }) => {
    await page.goto(edition);
    const card = page.getByRole('article').filter({ has: page.getByRole('link', { name: 'Un an avec l’outil' }) });
    await expect(card.last()).toContainText('Words about the article.');
    await expect(card.last()).not.toContainText('What went well');
    await expect(page.getByRole('link', { name: 'The tool in ten minutes', exact: true })).toHaveCount(1);
  });
});

test.describe('the agenda', () => {
  test('has upcoming events before past ones, and filters that are links', async ({ page }) => {
    await page.goto(`${fixtures.origin}/events/`);
    const upcoming = page.getByRole('region', { name: 'Upcoming' });
    await expect(upcoming.getByRole('article').getByRole('heading')).toHaveText([
      /hostile/,
      'Weekly meeting',
      'A talk that is far away',
    ]);
    await expect(page.getByRole('region', { name: 'Past' }).getByRole('heading', { level: 3 })).toHaveText([
      'A talk that is over',
    ]);
    await page.getByRole('navigation', { name: 'Kinds of event' }).getByRole('link', { name: 'Talk' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Events: Talk');
    await expect(page.getByText('Weekly meeting')).toHaveCount(0);
  });

  test('leaves out excluded days of a repeated event', async ({ page }) => {
    await page.goto(`${fixtures.origin}/events/weekly-meeting/`);
    // The build's now is Sunday, 22 November; 26 November is excepted.
    await expect(page.locator('.facts-list time').first()).toHaveAttribute('datetime', '2026-12-03T09:00:00Z');
  });

  test.describe('as time goes by', () => {
    test.use({ timezoneId: 'Europe/Berlin' });

    test('moves events to the past once they are over', async ({ page }) => {
      await page.clock.setFixedTime('2027-06-01T00:00:00Z');
      await page.goto(`${fixtures.origin}/events/`);
      await expect(page.getByRole('region', { name: 'Past' }).getByText('A talk that is far away')).toBeVisible();
      await expect(
        page.getByRole('region', { name: 'Upcoming' }).getByText('No events are planned at the moment.'),
      ).toBeVisible();
    });

    test('keeps the order while no event is over', async ({ page }) => {
      await page.clock.setFixedTime('2026-11-22T12:00:00Z');
      await page.goto(`${fixtures.origin}/events/`);
      await expect(page.getByRole('region', { name: 'Upcoming' }).getByText('A talk that is far away')).toBeVisible();
    });
  });

  test.describe('read in another zone', () => {
    test.use({ timezoneId: 'Asia/Tokyo', locale: 'en-GB' });

    test('adds the reader’s own time', async ({ page }) => {
      await page.goto(`${fixtures.origin}/events/far-talk/`);
      // 18:00 in New York in summer is 07:00 of the next day in Tokyo.
      await expect(page.locator('event-time').first()).toContainText(/18:00–19:00 EDT.*07:00 your time/);
    });
  });

  test.describe('read in the zone of the event', () => {
    test.use({ timezoneId: 'America/New_York', locale: 'en-GB' });

    test('shows its time once', async ({ page }) => {
      await page.goto(`${fixtures.origin}/events/far-talk/`);
      await expect(page.locator('event-time').first()).not.toContainText('your time');
    });
  });
});

test('a hostile title is harmless in HTML, JSON-LD and calendar', async ({ page }) => {
  await page.goto(`${fixtures.origin}/events/hostile-title/`);
  await expect(page).not.toHaveTitle('hostile');
  await expect(page.getByRole('heading', { level: 1 })).toContainText(
    "</script><script>document.title='hostile'</script>",
  );
  await expect(page.getByText('This event is cancelled.')).toBeVisible();
  const json = JSON.parse((await page.locator('script[type="application/ld+json"]').textContent()) ?? '');
  expect(json).toMatchObject({ '@type': 'Event', eventStatus: 'https://schema.org/EventCancelled' });
  const { body: text } = await ask(fixtures.origin, '/events/hostile-title.ics');
  expect(text).not.toMatch(/^ATTENDEE/m);
  expect(text).toContain('STATUS:CANCELLED');
});

test('a release lists the changes up to the newest, in the order of an upgrade', async ({ page }) => {
  await page.goto(`${fixtures.origin}/releases/tool/1.9/`);
  await expect(page.getByRole('heading', { level: 2, name: 'From 1.9 to 1.11' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'From 1.9 to 1.11' }).getByRole('heading', { level: 3 })).toHaveText([
    '1.10',
    '1.11',
  ]);
  await page.goto(`${fixtures.origin}/releases/tool/1.11/`);
  await expect(page.getByText('This is the newest release')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Mentioned in' }).getByRole('link')).toHaveText([
    'An edition of the fixtures',
  ]);
});

test('the wall shows a logo, or else the name', async ({ page }) => {
  await page.goto(`${fixtures.origin}/adopters/`);
  const logo = page.getByRole('img', { name: 'With a logo' });
  await expect(logo).toHaveJSProperty('naturalWidth', 120);
  await expect(page.getByRole('link', { name: 'متبنٍّ بلا شعار' })).toBeVisible();
  await expect(page.getByText('New · November 2026')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Add your organisation' })).toHaveAttribute(
    'href',
    '/contribute/adopter/',
  );
});

test('a person has one page, with their posts, talks and projects', async ({ page }) => {
  await page.goto(`${fixtures.origin}/authors/sample-writer/`);
  await expect(page).toHaveURL(`${fixtures.origin}/people/sample-writer/`);
  await expect(page.getByText('Maintainer of Tool, since January 2026')).toBeVisible();
  await expect(
    page.getByRole('region', { name: 'Posts' }).getByRole('link', { name: 'An edition of the fixtures' }),
  ).toBeVisible();
  await expect(
    page
      .getByRole('region', { name: 'Speaking at' })
      .getByRole('link', { name: 'A talk that is far away', exact: true }),
  ).toBeVisible();
});

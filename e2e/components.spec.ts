// The gallery for authors, as a preview has it.
import { expect, test } from 'playwright/test';
import { preview } from '@/e2e/sites';
import { componentSpecs } from '@/lib/mdx/vocabulary';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

test.beforeEach(async ({ page }) => {
  await page.goto(`${preview.origin}${preview.basePath}/components/`);
});

test('lists every component first, each with a link to what it is for, its attributes and its look', async ({
  page,
}) => {
  const links = page.getByRole('navigation', { name: 'Contents' }).getByRole('link');
  for (const [name, { text }] of Object.entries(componentSpecs)) {
    const title = text ? `<${name}>` : `<${name} />`;
    const href = await links.filter({ hasText: title }).first().getAttribute('href');
    await expect(page.locator(href ?? ''), title).toHaveText(title);
  }
  const figure = page.getByRole('region', { name: '<Figure>' });
  await expect(figure.getByText('An image. The text inside is its caption.')).toBeVisible();
  await expect(figure.getByRole('listitem').filter({ hasText: 'alt, required: The alt text' })).toBeVisible();
  const image = figure.getByRole('img', { name: 'The latest news' });
  await image.scrollIntoViewIfNeeded();
  // The first request of a social card renders it.
  const width = () => image.evaluate((img: HTMLImageElement) => img.naturalWidth);
  await expect.poll(width, { timeout: 30_000 }).toBeGreaterThan(0);
});

test('shows an entry in each state, with the file that says so', async ({ page }) => {
  const event = page.getByRole('region', { name: '<Event>', exact: true });
  for (const text of ['Cancelled', 'Moved', 'Past', 'every week', 'Watch the recording', 'Add to calendar']) {
    await expect(event.getByRole('article').getByText(text).filter({ visible: true }).first(), text).toBeVisible();
  }
  await event.getByText('events/cancelled.yaml').click();
  await expect(event.getByText('status: cancelled')).toBeVisible();
  const release = page.getByRole('region', { name: '<Release>', exact: true });
  await expect(release.getByText('Breaking change').first()).toBeVisible();
});

test('shows how each text looks', async ({ page }) => {
  const looks = page.locator('.prose.p-4');
  const texts = await looks.evaluateAll((all) =>
    all.map((look) => (look.querySelector('img') ? 'an image' : look.textContent)),
  );
  expect(texts.length).toBeGreaterThan(50);
  expect(texts.filter((text) => !text?.trim())).toEqual([]);
});

test('lets the keyboard copy a text', async ({ page }) => {
  const note = page.getByRole('region', { name: '<Note>' });
  await note.locator('pre').first().focus();
  await page.keyboard.press('Tab');
  await expect(note.getByRole('button', { name: 'Copy code' }).first()).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(note.getByText('Copied').first()).toBeAttached();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe('<Note>\n\nA sentence with `code` and [a link](/blog/).\n\n</Note>');
});

// Subscribing by email, with the form of a mail provider. The provider's answers are made here: no request leaves the machine.
import { expect, type Page, test } from 'playwright/test';
import { fixtures } from '@/e2e/sites';
import { site } from '@/lib/tooling/testing/fixtures/site';

const action = site.mailForm?.action ?? '';

/** Answers in the provider's place. @returns what was sent to it. */
async function provider(page: Page): Promise<string[]> {
  const sent: string[] = [];
  await page.route(`${new URL(action).origin}/**`, (route) => {
    sent.push(`${route.request().method()} ${route.request().url()} ${route.request().postData()}`);
    return route.fulfill({ contentType: 'text/html', body: '<title>Almost done</title>' });
  });
  return sent;
}

test('a reader subscribes by email without scripts, and sees the answer of the provider', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  const sent = await provider(page);
  await page.goto(`${fixtures.origin}/`);
  await page.getByRole('link', { name: 'Subscribe by email, feed or calendar' }).click();
  await expect(page.locator('main')).toContainText('sent to mail.example');
  await expect(page.locator('main')).not.toContainText('give no email address');
  await page.getByLabel('Email address').fill('not an address');
  await page.getByRole('button', { name: 'Subscribe' }).click();
  expect(sent).toEqual([]);
  await page.getByLabel('Email address').fill('reader@example.org');
  await page.getByRole('button', { name: 'Subscribe' }).click();
  await expect(page).toHaveTitle('Almost done');
  expect(sent).toEqual([`POST ${action} tag=news+%26+events&EMAIL=reader%40example.org`]);
  await context.close();
});

for (const [path, isAllowed] of [
  ['/subscribe/', true],
  ['/community/', false],
] as const) {
  test(`a form on ${path} ${isAllowed ? 'may' : 'may not'} be sent to the provider`, async ({ page }) => {
    const sent = await provider(page);
    await page.goto(fixtures.origin + path);
    const refused = page.evaluate((url) => {
      const form = document.createElement('form');
      form.action = url;
      form.method = 'post';
      document.body.append(form);
      const violation = new Promise<string>((resolve) =>
        document.addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective)),
      );
      form.submit();
      return violation;
    }, action);
    if (isAllowed) {
      refused.catch(() => undefined);
      await expect(page).toHaveTitle('Almost done');
    } else expect(await refused).toBe('form-action');
    expect(sent).toHaveLength(isAllowed ? 1 : 0);
  });
}

// What is asked of a page in a browser beside its words: that it is quiet, fits its window, and that axe-core has no complaint.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { ConsoleMessage, Locator, Page } from 'playwright/test';

/** What went wrong in a page without anybody looking. */
export interface Noise {
  readonly errors: string[];
  readonly otherOrigins: string[];
}

/** Notes what a page logs as an error, throws, or asks of another origin than its own. */
export function listen(page: Page, origin: string): Noise {
  const noise: Noise = { errors: [], otherOrigins: [] };
  // A browser logs it as an error when the page itself, which is not found, answers 404.
  const isOwn404 = (message: ConsoleMessage) => /\b404\b/.test(message.text()) && message.location().url === page.url();
  page.on('console', (message) => {
    if (message.type() !== 'error' || isOwn404(message)) return;
    noise.errors.push(`${page.url()}: ${message.text()} (${message.location().url})`);
  });
  // On a busy machine Chromium gives up the change from page to page, which nothing needs, and reports that as the page's own error.
  const isSkippedTransition = (error: Error) => /^Transition was (?:aborted|skipped)\b/.test(error.message);
  page.on('pageerror', (error) => {
    if (!isSkippedTransition(error)) noise.errors.push(`${page.url()}: ${error.message}`);
  });
  page.on('request', (request) => {
    const { protocol, origin: target } = new URL(request.url());
    if (/^(?:https?|wss?):$/.test(protocol) && target !== origin) noise.otherOrigins.push(request.url());
  });
  return noise;
}

/** Waits until a page's scripts have nothing left to do at once. */
export function untilIdle(page: Page): Promise<void> {
  return page.evaluate(() => new Promise<void>((resolve) => requestIdleCallback(() => resolve())));
}

/** The words of a part of a page as they are shown: without what is hidden, each block on lines of its own. */
export function shownWords(part: Locator): Promise<string> {
  // biome-ignore lint/performance/useDomNodeTextContent: what is hidden is not to be read
  return part.innerText();
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Serious and critical violations that axe-core finds, each with the elements that it finds them in. */
export async function seriousViolations(page: Page): Promise<string[]> {
  await page.evaluate(axeSource);
  const { violations } = await page.evaluate(() =>
    (window as unknown as { axe: { run(where: Document, options: object): Promise<AxeResults> } }).axe.run(document, {
      resultTypes: ['violations'],
    }),
  );
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, help, nodes }) =>
      nodes.map(({ target, any }) => `${id}: ${help}: ${target.join(' ')} ${any[0]?.message ?? ''}`),
    );
}

/** How many pixels a page is wider than its window, with the elements that stick out; empty where it is not. */
export function sidewaysScrolling(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const over = document.documentElement.scrollWidth - width;
    if (over <= 0) return [];
    const outside = [...document.body.querySelectorAll('*')].filter((element) => {
      if (element.getBoundingClientRect().right <= width + 0.5) return false;
      for (let around = element.parentElement; around; around = around.parentElement) {
        if (/auto|scroll|hidden|clip/.test(getComputedStyle(around).overflowX)) return false;
      }
      return true;
    });
    return [`${over} px too wide`, ...outside.slice(0, 5).map((element) => element.outerHTML.slice(0, 120))];
  });
}

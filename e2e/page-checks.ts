// Checks of a page in a browser that do not depend on its text: no errors, no overflow, no axe-core violations.
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

/** Notes whatever a page tries that it must not. */
export async function watch(page: Page): Promise<string[]> {
  const tries: string[] = [];
  page.on('dialog', async (dialog) => {
    tries.push(`a dialog: ${dialog.message()}`);
    await dialog.dismiss();
  });
  await page.exposeFunction('noteViolation', (text: string) => tries.push(text));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) => {
      const { noteViolation } = window as unknown as { noteViolation: (text: string) => void };
      noteViolation(`${violatedDirective}: ${blockedURI} ${sample}`);
    });
  });
  return tries;
}

/** Waits until a page's scripts have nothing left to do at once. A page that shows nothing new may never be idle for Chromium. */
export function untilIdle(page: Page): Promise<void> {
  return page.evaluate(() => new Promise<void>((resolve) => requestIdleCallback(() => resolve(), { timeout: 1_000 })));
}

/** The words of a part of a page as they are shown: without what is hidden, each block on lines of its own. */
export function shownWords(part: Locator): Promise<string> {
  // biome-ignore lint/performance/useDomNodeTextContent: what is hidden is not to be read
  return part.innerText();
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const rules = {
  all: {},
  /** Those whose outcome another colour scheme can change. */
  colours: { runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } },
  /** Those whose outcome it cannot change. */
  structure: { rules: { 'color-contrast': { enabled: false }, 'link-in-text-block': { enabled: false } } },
};

/**
 * Serious and critical violations that axe-core finds, each with the elements that it finds them in.
 *
 * @param about the rules to apply: where only the colours of a page have changed, the others would find the same again.
 */
export async function seriousViolations(page: Page, about: keyof typeof rules = 'all'): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource);
  const { violations } = await page.evaluate(
    (options) =>
      (window as unknown as { axe: { run(where: Document, options: object): Promise<AxeResults> } }).axe.run(
        document,
        options,
      ),
    // Style sheets are loaded for a single rule, which axe-core leaves out by default.
    { resultTypes: ['violations'], preload: { assets: ['media'] }, ...rules[about] },
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

/** Elements that show less of their text than there is. */
export function clippedText(page: Page): Promise<string[]> {
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
export function smallTargets(page: Page, size: number): Promise<string[]> {
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
export function outlineOf(page: Page): Promise<{ rank: number; line: string }[]> {
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

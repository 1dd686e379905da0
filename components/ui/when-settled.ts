// When a custom element can change its content.

/**
 * Runs at once, unless the framework's scripts are in the page, as in dev: they expect to find what they rendered, so it
 * waits until they have hydrated the page.
 */
export function whenSettled(run: () => void): void {
  if (!('__next_f' in window)) run();
  else if (document.readyState === 'complete') requestIdleCallback(run, { timeout: 2_000 });
  else addEventListener('load', () => requestIdleCallback(run, { timeout: 2_000 }), { once: true });
}

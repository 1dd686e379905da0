// When an element may change what is inside it.

/**
 * Runs at once, unless the framework's scripts are in the page, as they are in dev: they expect to find what they drew, so
 * it then waits until they have been over it.
 */
export function whenSettled(run: () => void): void {
  if (!('__next_f' in window)) run();
  else if (document.readyState === 'complete') requestIdleCallback(run, { timeout: 2_000 });
  else addEventListener('load', () => requestIdleCallback(run, { timeout: 2_000 }), { once: true });
}

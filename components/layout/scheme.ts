// Which colours a reader has chosen, as the browser remembers it.

/** The key in the browser's storage. Nothing there: the system's choice. */
export const schemeKey = 'scheme';

/** Shows the colours that were chosen: `light` or `dark`, and the system's for anything else. */
export function applyScheme(chosen: string | null): void {
  if (chosen === 'light' || chosen === 'dark') document.documentElement.dataset.scheme = chosen;
  else delete document.documentElement.dataset.scheme;
}

// The colour scheme that a reader has chosen, as the browser stores it.

/** The key in the browser's storage. Without a value, the system's scheme is used. */
export const schemeKey = 'scheme';

/** Applies a colour scheme: `light` or `dark`, and the system's for anything else. */
export function applyScheme(chosen: string | null): void {
  if (chosen === 'light' || chosen === 'dark') document.documentElement.dataset.scheme = chosen;
  else delete document.documentElement.dataset.scheme;
}

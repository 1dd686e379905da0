// Whether a reader has switched off the / key for the search.

/** The key in the browser's storage. Without a value, the / key is on. */
export const slashKey = 'slash';

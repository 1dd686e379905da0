// Where a reader has switched off that the key / leads to the search.

/** The key in the browser's storage. Nothing there: it does. */
export const slashKey = 'slash';

// The size of social cards.

/** Pixels, as Open Graph and X recommend. */
export const cardSize = { width: 1200, height: 630 } as const;

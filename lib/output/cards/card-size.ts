// How large social pictures are.

/** Pixels, as Open Graph's readers and X ask for. */
export const cardSize = { width: 1200, height: 630 } as const;

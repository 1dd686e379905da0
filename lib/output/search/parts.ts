// The list of the parts of a search index.

/** The file that lists the parts. A browser requests it first. */
export const partsFile = 'parts.json';

/**
 * One of the indexes that are searched together: its folder, relative to that of the first, and the languages in it that have
 * an index in addition to that of the site's language (`wordLanguage`).
 */
export type SearchPart = readonly [folder: string, ...languages: string[]];

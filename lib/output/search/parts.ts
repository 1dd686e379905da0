// How an index that was made in parts says so.

/** The file that says which parts there are: what a browser asks for first. */
export const partsFile = 'parts.json';

/**
 * One of the indexes that are searched together: where it lies, from the folder of the first, and the languages in it that have
 * an index beside that of the site's (`wordLanguage`).
 */
export type SearchPart = readonly [folder: string, ...languages: string[]];

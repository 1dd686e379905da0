// Ids of entries: the names of their files without the ending.

/** What an id looks like: lower-case letters, digits, dots, hyphens and underscores, a letter or a digit first. */
export const idPattern = /^[a-z0-9][a-z0-9._-]*$/;

/**
 * A name as an id: lower-case letters and digits with hyphens, at most 60 characters.
 *
 * @returns the empty string for a name without a Latin letter or a digit.
 */
export function toId(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/æ/g, 'ae')
    .replace(/ø/g, 'o')
    .replace(/ß/g, 'ss')
    .replace(/&/g, ' and ')
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return plain.length <= 60
    ? plain
    : plain
        .slice(0, 61)
        .replace(/-[^-]*$/, '')
        .slice(0, 60);
}

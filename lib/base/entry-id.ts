// From the name of a thing to the name of its file.

/**
 * A name as an id: small letters and digits with hyphens, at most 60 characters.
 *
 * @returns the empty string where there is no letter of the Latin alphabet and no digit in it.
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

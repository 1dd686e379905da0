// Patterns for the names of files beside a post, as Hugo writes them.

/**
 * `*` stands for any text without a slash, `**` for any text, `?` for one letter, `{a,b}` for one of several. Capital
 * letters do not count, as in Hugo.
 */
export function globPattern(glob: string): RegExp {
  let inBraces = false;
  const source = glob.replace(/\*+|[.+?^${}()|[\]\\,]/g, (sign) => {
    if (sign.startsWith('*')) return sign.length > 1 ? '.*' : '[^/]*';
    if (sign === '?') return '[^/]';
    if (sign === '{' && !inBraces) {
      inBraces = true;
      return '(?:';
    }
    if (sign === '}' && inBraces) {
      inBraces = false;
      return ')';
    }
    if (sign === ',') return inBraces ? '|' : ',';
    return `\\${sign}`;
  });
  return new RegExp(`^${source}${inBraces ? ')' : ''}$`, 'iu');
}

/** Whether a pattern leads out of the post's folder. */
export function climbsOut(glob: string): boolean {
  return glob.startsWith('/') || glob.split(/[\\/]/).includes('..');
}

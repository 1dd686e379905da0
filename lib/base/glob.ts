// Patterns for the names of files next to a post, as Hugo writes them.

/**
 * `*` matches any text without a slash, `**` any text, `?` one character, `{a,b}` one of several. Case does not matter, as
 * in Hugo.
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

// Files that the site serves from `public/` at its root.
import { statSync } from 'node:fs';
import { join, normalize, sep } from 'node:path';

/** Whether `public/` holds a file at a path of the site, `/img/a.png`. */
export function hasPublicFile(path: string): boolean {
  const inside = normalize(join('public', path));
  if (!inside.startsWith(`public${sep}`)) return false;
  try {
    return statSync(inside, { throwIfNoEntry: false })?.isFile() === true;
  } catch {
    // A name that no file can have: too long, below a file, with a NUL in it.
    return false;
  }
}

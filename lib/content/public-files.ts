// Files that the site serves from `public/` at its root.
import { statSync } from 'node:fs';
import { join, normalize } from 'node:path';

/** Whether `public/` holds a file at a path of the site, `/img/a.png`. */
export function hasPublicFile(path: string): boolean {
  const inside = normalize(join('public', path));
  return inside.startsWith('public') && statSync(inside, { throwIfNoEntry: false })?.isFile() === true;
}

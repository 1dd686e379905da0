// Files that the site serves from `public/` at its root.
import { readdirSync, statSync } from 'node:fs';
import { basename, dirname, join, normalize, sep } from 'node:path';

/** Whether `public/` has a file at a path of the site, `/img/a.png`. */
export function hasPublicFile(path: string): boolean {
  const inside = normalize(join('public', path));
  if (!inside.startsWith(`public${sep}`)) return false;
  try {
    return statSync(inside, { throwIfNoEntry: false })?.isFile() === true && isSpelledSo(inside);
  } catch {
    // A name that no file can have: too long, below a file, with a NUL in it.
    return false;
  }
}

/** Whether each part of a path is spelled as on the disk: some disks find `A.png` by `a.png`, and the server will not. */
function isSpelledSo(path: string): boolean {
  if (path === 'public') return true;
  const folder = dirname(path);
  return readdirSync(folder).includes(basename(path)) && isSpelledSo(folder);
}

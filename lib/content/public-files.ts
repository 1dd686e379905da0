// Files that the site serves from `public/` at its root.
import { readdirSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';

/**
 * Whether `public/` has a file at a path of the site, `/img/a.png`, in the same case: some disks find `A.png` by `a.png`, and the
 * server will not. Unicode's forms of a name are the same (`otherForms` in lib/base/other-forms.mjs).
 */
export function hasPublicFile(path: string, folder = 'public'): boolean {
  let file = folder;
  for (const part of posix.normalize(path).replace(/^\//, '').split('/')) {
    const name = namesIn(file).find((each) => each.normalize('NFC') === part.normalize('NFC'));
    if (name === undefined) return false;
    file = join(file, name);
  }
  // A link to nothing is listed, too.
  return statSync(file, { throwIfNoEntry: false })?.isFile() === true;
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    // The folder does not exist, or it is a file.
    return [];
  }
}

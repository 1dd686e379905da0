// Names that look the same and are written in other characters: loaded by plain Node with the framework's configuration.
import { existsSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';

/**
 * Files and folders of `public/` by the name that is written otherwise in Unicode: macOS writes `é` as two characters where a keyboard
 * writes one, and a server knows a file by the exact characters of its name alone.
 *
 * @param {string} folder
 * @returns {[other: string, name: string][]} paths of the site.
 */
export function otherForms(folder = 'public') {
  const entries = existsSync(folder) ? readdirSync(folder, { recursive: true, withFileTypes: true }) : [];
  const names = new Set(
    entries.map(({ parentPath, name }) => `/${relative(folder, join(parentPath, name)).replaceAll('\\', '/')}`),
  );
  return [...names].flatMap((name) => {
    const others = ['NFC', 'NFD'].map((form) => name.normalize(form));
    return others.filter((other) => !names.has(other)).map((other) => [other, name]);
  });
}

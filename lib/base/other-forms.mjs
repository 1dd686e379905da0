// Names that look the same but differ in Unicode. Plain JavaScript, because Node loads it with the framework's configuration.
import { existsSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';

/**
 * Files and folders of `public/` by their names in the other Unicode form: macOS writes `é` as two characters, a keyboard
 * writes it as one, and a server finds a file only by the exact characters of its name.
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

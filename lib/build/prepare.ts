// What `npm run build` and `npm run dev` prepare before they start the framework.
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { errorsOf, formatDiagnostics } from '@/lib/base/diagnostic';
import { writeOwnRoutes } from '@/lib/build/own-routes';
import { checkSettings } from '@/lib/check/settings';
import { ownKinds } from '@/lib/kinds/own';
import { accentSheet } from '@/lib/output/design/accent';
import { fontSheet } from '@/lib/output/design/fonts';

/**
 * Refuses a project folder whose path the framework's bundler would read as an address: after a `#` it finds no files.
 *
 * @throws {Error} which names the folder.
 */
export function checkProjectFolder(path: string): void {
  if (!path.includes('#')) return;
  throw new Error(
    `The path of this folder contains "#", which the bundler cannot read: ${path} (fix: rename or move it).`,
  );
}

/**
 * Checks the project's folder and CONTENT_DIR and writes the files that the framework reads.
 *
 * @returns the folder that the framework will write, from the project's root.
 * @throws {Error} where the project's folder has such a path, the content folder does not exist, or a kind has the address of another route, or
 * lib/site.ts has an error.
 */
export async function prepareFramework(): Promise<string> {
  checkProjectFolder(process.cwd());
  const given = process.env.CONTENT_DIR;
  if (given && !existsSync(given)) {
    throw new Error(`CONTENT_DIR is "${given}", which does not exist (fix: correct the path, or unset the variable).`);
  }
  const wrong = formatDiagnostics(errorsOf(await checkSettings()));
  if (wrong.length > 0) throw new Error(`The settings have problems:\n${wrong.join('\n')}`);
  await writeOwnRoutes(ownKinds);
  await writeUnlessSame('app/accent.css', accentSheet());
  await writeUnlessSame('app/fonts.css', fontSheet());
  const distDir = process.env.NEWS_DIST_DIR;
  // The framework edits the tsconfig of another folder than .next: it gets one of its own (next.config.mjs).
  if (distDir) await writeFile(`${distDir}.tsconfig.json`, '{ "extends": "./tsconfig.json" }\n');
  return distDir || '.next';
}

/** Writes a style sheet. In dev, a file that is written again is bundled again. */
async function writeUnlessSame(file: string, sheet: string): Promise<void> {
  if ((await readFile(file, 'utf8').catch(() => undefined)) !== sheet) await writeFile(file, sheet);
}

// Checks whether a folder contains a complete build.
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The file that a build writes last. `BUILD_ID`, which the framework writes, is there long before the pages are finished. */
export const builtMark = 'news-build.json';

/** Whether `npm run build` has finished in a folder, and nothing has removed what the framework's server needs. */
export function isBuilt(distDir: string): boolean {
  return [builtMark, 'BUILD_ID'].every((name) => existsSync(join(distDir, name)));
}

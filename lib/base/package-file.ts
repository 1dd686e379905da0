// Finds data files of packages, for code that reads them from disk instead of bundling them.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * The path of a package's file: commands, servers and functions all start in the project's folder, whose packages may be
 * those of a folder around it.
 *
 * @param file below `node_modules`.
 */
export function packageFile(file: string): string {
  const start = /* turbopackIgnore: true */ process.cwd();
  for (let folder = start; folder !== dirname(folder); folder = dirname(folder)) {
    const path = join(/* turbopackIgnore: true */ folder, 'node_modules', file);
    if (existsSync(/* turbopackIgnore: true */ path)) return path;
  }
  return join(/* turbopackIgnore: true */ start, 'node_modules', file);
}

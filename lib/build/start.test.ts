import { readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { build } from 'esbuild';
import { expect, it } from 'vitest';

/** The packages that a source loads before anything else happens: not those of `await import(…)`. */
async function packagesOf(entry: string): Promise<string[]> {
  const { metafile } = await build({
    entryPoints: [entry],
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    write: false,
    metafile: true,
    outdir: 'out',
    logLevel: 'silent',
  });
  const found = new Set<string>();
  const seen = new Set<string>();
  const visit = (path: string): void => {
    if (seen.has(path)) return;
    seen.add(path);
    for (const { path: to, kind, external } of metafile.inputs[path]?.imports ?? []) {
      if (kind === 'dynamic-import') continue;
      if (!external) visit(to);
      else if (!to.startsWith('node:') && !builtinModules.includes(to)) {
        found.add(to.split('/', to.startsWith('@') ? 2 : 1).join('/'));
      }
    }
  };
  visit(entry);
  return [...found].sort();
}

it('serves what is built without the packages that only building and testing need, as in the image of the Dockerfile', async () => {
  const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as { dependencies: Record<string, string> };
  const missing = (names: readonly string[]) => names.filter((name) => !Object.hasOwn(dependencies, name));
  expect(missing(await packagesOf('lib/build/start.ts'))).toEqual([]);
  // `npm run dev` does need them, so that this test can fail.
  expect(missing(await packagesOf('lib/build/dev-command.ts'))).toContain('watchpack');
});

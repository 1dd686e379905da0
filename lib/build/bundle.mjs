// A command of ours as one file: to load its five hundred modules one by one takes longer than to check a post.
import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const root = resolve(import.meta.dirname, '../..');
const cache = join(root, 'node_modules', '.cache', 'news');

/** Packages that look for files of their own, or that are seldom needed. */
const external = ['@resvg/resvg-js', 'esbuild', 'next', 'pagefind', 'sharp', 'shiki', 'tsx'];

/**
 * Bundles a source with all that it imports, where that has not been done since something changed.
 *
 * @param {string} entry the source, from the project's root: `lib/check/main.ts`.
 * @returns {Promise<string | undefined>} the absolute path of the bundle; undefined where none can be made or kept, so that
 *   the source must be run as it is.
 */
export async function bundleOf(entry) {
  const name = entry.replace(/\.\w+$/, '').replaceAll('/', '-');
  const bundle = join(cache, `${name}-${stamp()}.mjs`);
  if (statSync(bundle, { throwIfNoEntry: false })?.isFile()) return bundle;
  return (await makeBundle(entry, name, bundle)) ? bundle : undefined;
}

/** Changes with every source, every package and this Node. */
function stamp() {
  const hash = createHash('sha256').update(process.version);
  const sources = readdirSync(join(root, 'lib'), { recursive: true })
    .map((name) => join('lib', String(name)))
    .filter((name) => /\.(?:ts|tsx|mjs)$/.test(name) && !name.includes('.test.'));
  for (const name of [...sources.sort(), 'package-lock.json', 'tsconfig.json']) {
    const { mtimeMs, size } = statSync(join(root, name));
    hash.update(`${name} ${mtimeMs} ${size}\n`);
  }
  return hash.digest('hex').slice(0, 24);
}

/**
 * @param {string} entry
 * @param {string} name
 * @param {string} bundle
 * @returns {Promise<boolean>} whether the bundle is there now: whole, under its name alone.
 */
async function makeBundle(entry, name, bundle) {
  const partial = join(cache, `${randomUUID()}.partial.mjs`);
  try {
    mkdirSync(cache, { recursive: true });
    const { build } = await import('esbuild');
    await build({
      entryPoints: [join(root, entry)],
      outfile: partial,
      bundle: true,
      platform: 'node',
      format: 'esm',
      target: `node${process.versions.node}`,
      minifySyntax: true,
      minifyWhitespace: true,
      external,
      logLevel: 'silent',
      // Packages in the older form ask for Node's modules by `require`. Spelled so that the bundle is asked, not this file.
      banner: {
        js: "import { createRequire as newsRequire } from 'node:module'; const require = newsRequire(import.meta['url']);",
      },
      plugins: [{ name: 'own-places', setup: keepPlaces }],
    });
    for (const old of readdirSync(cache)) {
      if (old.startsWith(`${name}-`)) rmSync(join(cache, old), { force: true });
    }
    renameSync(partial, bundle);
    return true;
  } catch {
    rmSync(partial, { force: true });
    return false;
  }
}

/**
 * A source that asks where it lies is told so: the bundle lies elsewhere.
 *
 * @param {import('esbuild').PluginBuild} build
 */
function keepPlaces(build) {
  build.onLoad({ filter: /[\\/]lib[\\/].*\.(?:ts|mjs)$/ }, async ({ path }) => {
    if (path.includes('node_modules')) return undefined;
    const text = await readFile(path, 'utf8');
    const contents = text
      .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href))
      .replaceAll('import.meta.dirname', JSON.stringify(resolve(path, '..')));
    return { contents, loader: path.endsWith('.ts') ? 'ts' : 'js' };
  });
}

// Bundles a command into one file: loading its five hundred modules one by one takes longer than checking a post.
import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const root = resolve(import.meta.dirname, '../..');
const cache = join(root, 'node_modules', '.cache', 'news');

/** Packages that look for files of their own, or that are seldom needed. */
const external = ['@resvg/resvg-js', 'esbuild', 'pagefind', 'satteri', 'sharp', 'shiki', 'tsx'];

/**
 * The file that sources get as `@/lib/site`; they then get the file `own.ts` next to it as `@/lib/kinds/own`. For our tests alone:
 * lib/tooling/testing/fixtures/site-variables.mjs. Both bundlers read this variable.
 */
const siteFile = process.env.NEWS_SITE_FILE;

/** What pages get in place of the framework's `next/navigation`. */
const navigation = join(root, 'lib/build/prerender/navigation.ts');

/** How pages are bundled: their sheets are loaded by address, and there must be one React alone. */
const pages = {
  jsx: /** @type {const} */ ('automatic'),
  loader: { '.css': /** @type {const} */ ('empty') },
  define: { 'process.env.NODE_ENV': '"production"' },
};

/**
 * Bundles a source with all that it imports, where that has not been done since something changed.
 *
 * @param {string} entry the source, from the project's root: `lib/check/main.ts`.
 * @param {string} [text] its content; by default that of the file. It may contain pages: what is in `app` and `components`.
 * @param {boolean} [isWhole] whether React is in the bundle, too, so that it runs where the packages of pages are not.
 * @returns {Promise<string | undefined>} the absolute path of the bundle; undefined where none can be made or kept, so that
 *   the source must be run without a bundle.
 */
export async function bundleOf(entry, text, isWhole = false) {
  const name = entry.replace(/\.\w+$/, '').replaceAll('/', '-');
  const bundle = join(cache, `${name}-${cacheKey(text)}.mjs`);
  if (statSync(bundle, { throwIfNoEntry: false })?.isFile()) return bundle;
  return (await makeBundle(entry, text, name, bundle, isWhole)) ? bundle : undefined;
}

/** The folders of sources that a bundle may contain: a command of lib knows nothing of what pages are made of. */
const foldersOf = (/** @type {string | undefined} */ text) =>
  text === undefined ? ['lib'] : ['lib', 'app', 'components'];

/**
 * Changes with every source, every package and this Node, and with the project's folder: a bundle names files in it.
 *
 * @param {string} [text]
 */
function cacheKey(text) {
  const hash = createHash('sha256').update(`${process.version}\0${root}\0${siteFile ?? ''}\0${text ?? ''}\0`);
  const sources = foldersOf(text)
    .flatMap((folder) => readdirSync(join(root, folder), { recursive: true }).map((name) => join(folder, String(name))))
    .filter((name) => /\.(?:tsx?|mjs|json)$/.test(name) && !name.includes('.test.'));
  for (const name of [...sources.sort(), 'package-lock.json', 'tsconfig.json']) {
    const { mtimeMs, size } = statSync(join(root, name));
    hash.update(`${name} ${mtimeMs} ${size}\n`);
  }
  return hash.digest('hex').slice(0, 24);
}

/**
 * @param {string} entry
 * @param {string | undefined} text
 * @param {string} name
 * @param {string} bundle
 * @param {boolean} isWhole
 * @returns {Promise<boolean>} whether the bundle is there now: whole, under its name alone.
 */
async function makeBundle(entry, text, name, bundle, isWhole) {
  const partial = join(cache, `${randomUUID()}.partial.mjs`);
  try {
    mkdirSync(cache, { recursive: true });
    const { build } = await import('esbuild');
    const { metafile } = await build({
      absWorkingDir: root,
      metafile: true,
      ...(text === undefined
        ? { entryPoints: [join(root, entry)] }
        : { stdin: { contents: text, resolveDir: root, sourcefile: `${name}.entry.ts` } }),
      outfile: partial,
      bundle: true,
      platform: 'node',
      format: 'esm',
      target: `node${process.versions.node}`,
      minifySyntax: true,
      minifyWhitespace: text === undefined,
      external: [
        ...external,
        ...(text === undefined ? ['next'] : isWhole ? [] : ['react', 'react-dom', '@opentelemetry/api']),
      ],
      ...(text === undefined ? {} : pages),
      logLevel: 'silent',
      // CommonJS packages need `require` and `__dirname`. Spelled so that they are those of the bundle, not of this file.
      banner: {
        js: [
          "import { createRequire as newsRequire } from 'node:module';",
          "const require = newsRequire(import.meta['url']), __dirname = import.meta['dirname'];",
        ].join(' '),
      },
      plugins: [{ name: 'own-places', setup: keepPlaces }],
    });
    const unkeyed = Object.keys(metafile.inputs).filter((input) => !isKeyed(input, text));
    if (unkeyed.length > 0)
      throw new Error(`${unkeyed[0]} is not part of the cache key of ${entry} (fix: move it below lib/)`);
    for (const old of outdated(name)) rmSync(old, { force: true });
    renameSync(partial, bundle);
    return true;
  } catch (error) {
    rmSync(partial, { force: true });
    // What cannot be bundled is run from its source; but pages cannot be run.
    if (text !== undefined) throw error;
    return false;
  }
}

/**
 * Whether a bundle is made again when an input of it changes. Packages change with the lockfile.
 *
 * @param {string} input as esbuild names it: from the root, with slashes; `namespace:…` for what is no file.
 * @param {string | undefined} text
 */
function isKeyed(input, text) {
  if (input.includes('node_modules/') || /^(?:nothing|<stdin>|\(disabled\)|.*\.entry\.ts$)/.test(input)) return true;
  return foldersOf(text).some((folder) => input.startsWith(`${folder}/`)) && /\.(?:tsx?|mjs|json|css)$/.test(input);
}

/** How many bundles of one source are kept: builds of different kinds may be made by turns, or at the same time. */
const keptOfEach = 4;

/**
 * @param {string} name
 * @returns {string[]} the bundles of that name that have been followed by enough others.
 */
function outdated(name) {
  const all = readdirSync(cache)
    .filter((each) => each.startsWith(`${name}-`))
    .map((each) => join(cache, each));
  const madeAt = new Map(all.map((path) => [path, statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0]));
  return all.sort((a, b) => (madeAt.get(b) ?? 0) - (madeAt.get(a) ?? 0)).slice(keptOfEach - 1);
}

/**
 * Gives sources their own path, because the bundle is elsewhere.
 *
 * @param {import('esbuild').PluginBuild} build
 */
function keepPlaces(build) {
  if (siteFile) {
    build.onResolve({ filter: /^@\/lib\/site$/ }, () => ({ path: join(root, siteFile) }));
    build.onResolve({ filter: /^@\/lib\/kinds\/own$/ }, () => ({ path: join(root, siteFile, '../own.ts') }));
  }
  build.onResolve({ filter: /^next\/navigation$/ }, () => ({ path: navigation }));
  // It refuses to be loaded outside the framework; but this is the server.
  build.onResolve({ filter: /^server-only$/ }, ({ path }) => ({ path, namespace: 'nothing' }));
  build.onLoad({ filter: /.*/, namespace: 'nothing' }, () => ({ contents: '' }));
  build.onLoad({ filter: /[\\/]lib[\\/].*\.(?:ts|mjs)$/ }, async ({ path }) => {
    if (path.includes('node_modules')) return undefined;
    const text = await readFile(path, 'utf8');
    const contents = text
      .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href))
      .replaceAll('import.meta.dirname', JSON.stringify(resolve(path, '..')));
    return { contents, loader: path.endsWith('.ts') ? 'ts' : 'js' };
  });
}

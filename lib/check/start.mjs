// Starts `npm run check` from one file: to load its five hundred modules one by one takes longer than to check a post.
import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const root = resolve(import.meta.dirname, '../..');
const cache = join(root, 'node_modules', '.cache', 'news');

/** Packages that look for files of their own, or that a check seldom needs. */
const external = ['@resvg/resvg-js', 'esbuild', 'next', 'next-mdx-remote', 'pagefind', 'sharp', 'shiki', 'tsx'];

const bundle = join(cache, `check-${stamp()}.mjs`);
if (isFile(bundle) || (await makeBundle())) await import(pathToFileURL(bundle).href);
else {
  // Where nothing can be kept, its modules are loaded as they are.
  const { register } = await import('tsx/esm/api');
  register();
  await import(pathToFileURL(join(root, 'lib/check/main.ts')).href);
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

/** @returns whether the bundle is there now: whole, under its name alone. */
async function makeBundle() {
  const partial = join(cache, `${randomUUID()}.partial.mjs`);
  try {
    mkdirSync(cache, { recursive: true });
    const { build } = await import('esbuild');
    await build({
      entryPoints: [join(root, 'lib/check/main.ts')],
      outfile: partial,
      bundle: true,
      platform: 'node',
      format: 'esm',
      target: `node${process.versions.node}`,
      minifySyntax: true,
      minifyWhitespace: true,
      external,
      logLevel: 'silent',
      // Packages in the older form ask for Node's modules by `require`.
      banner: {
        js: "import { createRequire as newsRequire } from 'node:module'; const require = newsRequire(import.meta.url);",
      },
      plugins: [{ name: 'own-places', setup: keepPlaces }],
    });
    for (const name of readdirSync(cache)) if (/^check-.*\.mjs$/.test(name)) rmSync(join(cache, name), { force: true });
    renameSync(partial, bundle);
    return true;
  } catch {
    rmSync(partial, { force: true });
    return false;
  }
}

/** A source that asks where it lies is told so: the bundle lies elsewhere. */
function keepPlaces(build) {
  build.onLoad({ filter: /[\\/]lib[\\/].*\.ts$/ }, async ({ path }) => {
    if (path.includes('node_modules')) return undefined;
    const text = await readFile(path, 'utf8');
    return { contents: text.replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href)), loader: 'ts' };
  });
}

function isFile(path) {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

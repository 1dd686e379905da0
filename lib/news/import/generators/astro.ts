// Astro: `astro.config.mjs`, posts in a collection of `src/content/` or as pages in `src/pages/`.
import { basename, dirname } from 'node:path/posix';
import type { Checkout } from '@/lib/news/import/checkout';
import { textOf } from '@/lib/news/import/front-matter';
import { joinPath, slugifyGithub } from '@/lib/news/import/generators/address-parts';
import type { Generator, PostFile, ReadPost, SiteRules } from '@/lib/news/import/generators/generator';
import { originsFromHosts } from '@/lib/news/import/generators/origins';
import { bareOf, findPostFiles, isBlogName, postFilesBelow } from '@/lib/news/import/generators/post-files';
import { blocksAfter, literalOf, textIn, withoutComments } from '@/lib/news/import/script-config';
import type { Redirect } from '@/lib/news/import/source';

const configFiles = ['mjs', 'ts', 'js', 'cjs', 'mts'].map((ending) => `astro.config.${ending}`);

export const astro: Generator = {
  name: 'astro',
  label: 'Astro',
  detect: (checkout) => checkout.firstOf(configFiles),
  async read(checkout, posts) {
    const file = (await checkout.firstOf(configFiles)) ?? '';
    const config = withoutComments((await checkout.text(file)) ?? '');
    const [site = config] = blocksAfter(config, /defineConfig\s*\(\s*\{/);
    const found =
      posts === undefined ? await findFiles(checkout) : { files: postFilesBelow(checkout, posts), places: [posts] };
    const base = textIn(site, 'base', config) ?? '';
    const sub = base === '' ? '' : joinPath(base).replace(/\/$/, '');
    const routes = await routesOf(checkout, found.places);
    const slash = textIn(site, 'trailingSlash', config) === 'never' ? '' : '/';
    const isPages = found.places.every((place) => place.startsWith('src/pages'));
    return {
      ...byLanguage(found.files),
      places: found.places,
      addressOf: (post) => addressOf(post, routes, slash),
      ...(isPages ? {} : { guess: guessOf(routes, found.places) }),
      redirects: redirectsOf(site, file),
      served: ['public', 'src/assets', 'src'],
      origins: (await originsFromHosts(checkout, textIn(site, 'site', config))).map((origin) => `${origin}${sub}`),
      params: {},
      authors: await authorsOf(checkout),
      problems: [],
    } satisfies SiteRules;
  },
};

/** Collections of posts: folders that the configuration of collections names, else those with a name for it. */
async function findFiles(checkout: Checkout) {
  const file = await checkout.firstOf([
    'src/content.config.ts',
    'src/content.config.mjs',
    'src/content.config.js',
    'src/content/config.ts',
    'src/content/config.mjs',
    'src/content/config.js',
  ]);
  const config = withoutComments(file === undefined ? '' : ((await checkout.text(file)) ?? ''));
  const bases = [...config.matchAll(/\bbase\s*:\s*(.*)/g)].flatMap(([, after]) => literalOf(after) ?? []);
  const named = bases
    .map((base) => base.replace(/^\.?\/+|\/+$/g, ''))
    .filter((base) => isBlogName(basename(base)) && postFilesBelow(checkout, base).length > 0);
  if (named.length > 0) return { files: named.flatMap((root) => postFilesBelow(checkout, root)), places: named };
  // Starlight's blogs are among its documents.
  for (const parent of ['src/content', 'src/content/docs', 'src/data', 'content', 'src/pages', 'src']) {
    if (!(await checkout.hasFolder(parent))) continue;
    const found = await findPostFiles(checkout, parent);
    if (found.files.length > 0) return found;
  }
  return { files: [] as PostFile[], places: [] as string[] };
}

/** Posts of the main language, and those in a folder of another one: `blog/fr/post.md`, or `en/` and `fr/` side by side. */
function byLanguage(files: readonly PostFile[]): Pick<SiteRules, 'files' | 'translations'> {
  const langOf = ({ file, root }: PostFile) =>
    /^([a-z]{2}(?:-[a-zA-Z]{2,4})?)\//.exec(file.slice(root.length + 1))?.[1];
  const own = new Set(files.map(({ file }) => file));
  const result = { files: [] as PostFile[], translations: [] as (PostFile & { of: string })[] };
  for (const post of files) {
    const lang = langOf(post);
    const rest = lang === undefined ? '' : post.file.slice(post.root.length + lang.length + 2);
    const of = [`${post.root}/${rest}`, `${post.root}/en/${rest}`].find(
      (file) => lang !== undefined && lang !== 'en' && own.has(file),
    );
    if (of === undefined) result.files.push(lang === undefined || lang === 'en' ? post : { ...post, lang });
    else result.translations.push({ ...post, lang: lang ?? '', of });
  }
  return result;
}

/** A page that serves a collection: the address above its posts. */
interface Route {
  readonly place: string;
  readonly prefix: string;
  /** The page that was found, if any. */
  readonly file?: string;
}

/** Finds the page of each collection, `src/pages/blog/[...slug].astro`: one that names it, or that has its name. */
async function routesOf(checkout: Checkout, places: readonly string[]): Promise<Route[]> {
  const pages = checkout
    .filesBelow('src/pages')
    .filter(
      (file) =>
        /\/\[[^\]]*\](?:\/index)?\.astro$/.test(file) && !/\[(?:\.\.\.)?page\]|tags?|categor|authors?/i.test(file),
    );
  const texts = await Promise.all(pages.map(async (file) => [file, (await checkout.text(file)) ?? ''] as const));
  return places.map((place): Route => {
    if (place.startsWith('src/pages')) return { place, prefix: place.slice('src/pages'.length) };
    const name = basename(place);
    const ofDocs = /^src\/content\/docs\/(.+)$/.exec(place)?.[1];
    if (ofDocs !== undefined) return { place, prefix: `/${ofDocs}` };
    const named = texts.find(([file]) => basename(dirname(file)) === name);
    const using = texts.find(([, text]) => new RegExp(`getCollection\\(\\s*["'\`]${name}["'\`]`).test(text));
    const file = (named ?? using)?.[0];
    return file === undefined
      ? { place, prefix: `/${name}` }
      : { place, prefix: dirname(file).slice('src/pages'.length), file };
  });
}

function addressOf({ data, root, path }: ReadPost, routes: readonly Route[], slash: string): string {
  const route = routes.find(({ place }) => place === root) ?? { place: root, prefix: `/${basename(root)}` };
  const isPage = root.startsWith('src/pages');
  const own = textOf(data, 'slug', 'permalink') ?? (isPage ? path : path.split('/').map(slugifyGithub).join('/'));
  return joinPath(own.startsWith('/') ? '' : route.prefix, own).replace(/(?<=.)\/+$/, '') + slash;
}

function guessOf(routes: readonly Route[], places: readonly string[]): string {
  const shown = routes.map(({ prefix, file }) => `${prefix || '/'} and the file's name${file ? `, by ${file}` : ''}`);
  return places.length === 0
    ? 'no page was found that serves posts'
    : `Astro sites define addresses in code; these are ${shown.join('; ')}`;
}

/** `redirects: { '/old': '/new', '/older': { status: 301, destination: '/new' } }`. */
function redirectsOf(site: string, file: string): Redirect[] {
  const [block = ''] = blocksAfter(site, /\bredirects\s*:\s*\{/);
  return [...block.matchAll(/(["'`])(\/[^"'`]*)\1\s*:\s*(?:\{[^}]*?destination\s*:\s*)?(["'`])([^"'`]+)\3/g)].map(
    ([, , from = '', , to = '']) => ({
      from: from.replace(/\[\.\.\.(\w+)\]/g, '*').replace(/\[(\w+)\]/g, ':$1'),
      to: to.replace(/\[\.\.\.(\w+)\]/g, ':splat').replace(/\[(\w+)\]/g, ':$1'),
      file,
    }),
  );
}

async function authorsOf(checkout: Checkout): Promise<Record<string, unknown>> {
  const authors: Record<string, unknown> = {};
  for (const folder of ['src/content/authors', 'src/data/authors', 'src/content/team']) {
    for (const file of checkout.filesBelow(folder)) {
      if (/\.(?:json|ya?ml)$/.test(file)) authors[bareOf(basename(file))] = await checkout.config(file);
    }
  }
  const one = await checkout.firstOf([
    'src/data/authors.json',
    'src/data/authors.yml',
    'src/data/authors.yaml',
    'src/content/authors.json',
    'src/content/authors.yml',
  ]);
  return one === undefined ? authors : { ...authors, ...(await checkout.config(one)) };
}

// Jekyll: `_config.yml`, posts in `_posts/` folders as `2024-03-01-title.md`.
import { basename, dirname, extname } from 'node:path/posix';
import type { Checkout } from '@/lib/news/import/checkout';
import { localIn } from '@/lib/news/import/dates';
import { fieldOf, isRecord, readSourceText, textOf, textsIn } from '@/lib/news/import/front-matter';
import { dateTokens, fillIn, joinPath } from '@/lib/news/import/generators/address-parts';
import type { Generator, PostFile, ReadPost, SiteRules } from '@/lib/news/import/generators/generator';
import { isBlogName, isFolderPage, isUnread, syntaxOf } from '@/lib/news/import/generators/post-files';
import type { Redirect } from '@/lib/news/import/source';

type Config = Record<string, unknown>;

const configFiles = ['_config.yml', '_config.yaml', '_config.toml'];

export const jekyll: Generator = {
  name: 'jekyll',
  label: 'Jekyll',
  async detect(checkout) {
    const config = await checkout.firstOf(configFiles);
    // Hexo's configuration has the same name.
    const isHexo = await checkout.hasFolder('source/_posts');
    if (config !== undefined && !isHexo) return config;
    return !isHexo && (await checkout.hasFolder('_posts')) ? '_posts' : undefined;
  },
  async read(checkout, posts) {
    const file = await checkout.firstOf(configFiles);
    const config = file === undefined ? {} : await checkout.config(file);
    const source = (textOf(config, 'source') ?? '').replace(/^\.?\/?|\/+$/g, '');
    const { files, places } = findPosts(checkout, config, source, posts);
    const origins = await originsOf(checkout, config);
    return {
      files,
      translations: [],
      places,
      zone: textOf(config, 'timezone') ?? 'UTC',
      defaults: (path) => defaultsFor(config, path),
      leaveOut: ({ file: path, data, datedName }) => {
        const to = textOf(data, 'redirect_to');
        if (to !== undefined) return `it only redirects to ${to}`;
        const isDated = /^\d{2,4}-\d{1,2}-\d{1,2}-./.test(datedName);
        const isPost = /(?:^|\/)_posts\//.test(path);
        return isPost && !isDated && fieldOf(data, 'date') === undefined
          ? 'Jekyll publishes only files named YYYY-MM-DD-title, and this one has no date in its front matter'
          : undefined;
      },
      addressOf: (post) => addressOf(post, config),
      // GitHub Pages.
      hasHtmlForms: true,
      redirects: await redirectsOf(checkout, new Set(files.map((post) => post.file))),
      served: [source],
      origins,
      params: config,
      authors: await authorsOf(checkout, source),
      problems: [],
    } satisfies SiteRules;
  },
};

function findPosts(checkout: Checkout, config: Config, source: string, posts: string | undefined) {
  const collections = Object.keys(collectionsOf(config))
    .filter(isBlogName)
    .map((name) => `_${name}`);
  const folders = ['_posts', '_drafts', ...collections];
  const isPlace = (file: string) =>
    file
      .split('/')
      .slice(0, -1)
      .some((part) => folders.includes(part));
  const files = checkout
    .filesBelow(posts ?? source)
    .filter((file) => (posts === undefined ? isPlace(file) : true) && (syntaxOf(file) || isUnread(file)))
    .filter((file) => !isFolderPage(file))
    .map((file): PostFile => ({ file, root: posts ?? rootOf(file, folders) }));
  return { files, places: posts === undefined ? [...new Set(files.map(({ root }) => root))] : [posts] };
}

function rootOf(file: string, folders: readonly string[]): string {
  const parts = file.split('/');
  return parts.slice(0, parts.findIndex((part) => folders.includes(part)) + 1).join('/');
}

function collectionsOf(config: Config): Record<string, Config> {
  const written = fieldOf(config, 'collections');
  if (Array.isArray(written)) return Object.fromEntries(textsIn(written).map((name) => [name, {}]));
  if (!isRecord(written)) return {};
  return Object.fromEntries(Object.entries(written).map(([name, value]) => [name, isRecord(value) ? value : {}]));
}

/** Front matter that `defaults:` gives to a file; of several scopes, the narrower one counts (Jekyll, Front Matter Defaults). */
function defaultsFor(config: Config, file: string): Config {
  const written = fieldOf(config, 'defaults');
  const scopes = (Array.isArray(written) ? written : []).filter(isRecord).flatMap((each) => {
    const path = textOf(each, 'scope.path') ?? '';
    const type = textOf(each, 'scope.type');
    const values = fieldOf(each, 'values');
    const glob = new RegExp(`^${path.replace(/[.+^${}()|[\]\\]/g, '\\$&').replace(/\*+/g, '.*')}(?:/|$)`);
    const isInPath = path === '' || glob.test(file);
    const typeOfFile = /(?:^|\/)_drafts\//.test(file) ? 'drafts' : (/(?:^|\/)_(\w+)\//.exec(file)?.[1] ?? 'pages');
    const isOfType =
      type === undefined || type === '' || type === typeOfFile || (type === 'posts' && typeOfFile === 'drafts');
    return isInPath && isOfType && isRecord(values) ? [{ path, values, type }] : [];
  });
  scopes.sort((a, b) => a.path.length - b.path.length || Number(a.type !== undefined) - Number(b.type !== undefined));
  return Object.assign({}, ...scopes.map(({ values }) => values));
}

/** Jekyll's named patterns (Permalinks, Built-in formats). */
const styles: Readonly<Record<string, string>> = {
  date: '/:categories/:year/:month/:day/:title:output_ext',
  pretty: '/:categories/:year/:month/:day/:title/',
  ordinal: '/:categories/:year/:y_day/:title:output_ext',
  weekdate: '/:categories/:year/W:week/:short_day/:title:output_ext',
  none: '/:categories/:title:output_ext',
};

function addressOf(post: ReadPost, config: Config): string {
  const collection = /^_(\w+)$/.exec(basename(post.root))?.[1] ?? 'posts';
  const isPost = ['posts', 'drafts'].includes(collection);
  const ofCollection = textOf(collectionsOf(config)[isPost ? 'posts' : collection] ?? {}, 'permalink');
  const general = isPost ? (textOf(config, 'permalink') ?? 'date') : '/:collection/:path:output_ext';
  const written = textOf(post.data, 'permalink') ?? ofCollection ?? general;
  const pattern = styles[written] ?? written;
  const categories = categoriesOf(post).map((name) => name.toLowerCase().replace(/\s+/g, '%20'));
  const slug = textOf(post.data, 'slug') ?? post.name;
  const tokens = {
    ...dateTokens(localIn(post.date, textOf(config, 'timezone') ?? 'UTC')),
    title: slugify(slug, 'pretty'),
    slug: slugify(slug, 'default'),
    name: slugify(post.name, 'default'),
    categories: categories.join('/'),
    slugified_categories: categories.map((name) => slugify(decodeURI(name), 'default')).join('/'),
    output_ext: '.html',
    collection,
    path: post.path,
  };
  const address = joinPath(fillIn(pattern, tokens));
  return safeDecode(address).replace(/\/index\.html$/, '/');
}

function safeDecode(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}

/** Categories of the front matter, and the folders above `_posts`. */
function categoriesOf({ data, root }: ReadPost): string[] {
  const folders = dirname(root)
    .split('/')
    .filter((part) => part !== '.' && part !== '');
  const plural = fieldOf(data, 'categories');
  const written = typeof plural === 'string' ? plural.split(/\s+/) : textsIn(plural);
  return [...new Set([...folders, ...textsIn(fieldOf(data, 'category')), ...written].filter(Boolean))];
}

/** `Utils.slugify` of Jekyll. `pretty` keeps capital letters here, as `:title` does. */
function slugify(text: string, mode: 'pretty' | 'default'): string {
  const kept = mode === 'pretty' ? /[^\p{L}\p{M}\p{N}._~!$&'()+,;=@]+/gu : /[^\p{L}\p{M}\p{N}]+/gu;
  const slug = text.replace(kept, '-').replace(/^-+|-+$/g, '');
  return mode === 'pretty' ? slug : slug.toLowerCase();
}

async function originsOf(checkout: Checkout, config: Config): Promise<string[]> {
  const base = (textOf(config, 'baseurl') ?? '')
    .replace(/^\/?|\/+$/g, (found) => (found === '' ? '/' : ''))
    .replace(/^\/$/, '');
  const domain = (await checkout.text('CNAME'))?.trim();
  const url = textOf(config, 'url') ?? (domain ? `https://${domain}` : undefined);
  const all = [url, domain ? `https://${domain}` : undefined].filter(
    (each) => each !== undefined && /^https?:\/\//.test(each),
  );
  return [...new Set(all.map((each) => `${each?.replace(/\/+$/, '')}${base === '' ? '' : joinPath(base)}`))];
}

/** Pages that only redirect elsewhere (jekyll-redirect-from, `redirect_to`). */
async function redirectsOf(checkout: Checkout, posts: ReadonlySet<string>): Promise<Redirect[]> {
  const redirects: Redirect[] = [];
  for (const file of checkout.filesBelow()) {
    if (!/\.(?:md|markdown|html)$/.test(file)) continue;
    const text = await checkout.text(file);
    if (!text?.includes('redirect_to') || posts.has(file)) continue;
    const { data } = readSourceText(text);
    const to = textsIn(fieldOf(data, 'redirect_to'))[0];
    if (to === undefined) continue;
    const own = `/${file.slice(0, -extname(file).length)}`.replace(/\/index$/, '/');
    redirects.push({ from: textOf(data, 'permalink') ?? own, to, file, line: 1 });
  }
  return redirects;
}

async function authorsOf(checkout: Checkout, source: string): Promise<Config> {
  const below = (path: string) => joinPath(source, path).slice(1);
  const file = await checkout.firstOf(
    ['yml', 'yaml', 'json', 'toml'].map((ending) => below(`_data/authors.${ending}`)),
  );
  const authors = file === undefined ? {} : await checkout.config(file);
  for (const page of checkout.filesBelow(below('_authors'))) {
    const { data } = readSourceText((await checkout.text(page)) ?? '');
    const key = textOf(data, 'short_name', 'username', 'slug') ?? basename(page, extname(page));
    authors[key] = data;
  }
  return authors;
}

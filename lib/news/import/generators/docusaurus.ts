// Docusaurus: `docusaurus.config.js`, posts in `blog/` and in other folders that its configuration names.
import { dirname } from 'node:path/posix';
import { type Diagnostic, warning } from '@/lib/base/diagnostic';
import type { Checkout } from '@/lib/news/import/checkout';
import { textOf } from '@/lib/news/import/front-matter';
import { joinPath, resolvePath } from '@/lib/news/import/generators/address-parts';
import type { Generator, PostFile, ReadPost, SiteRules } from '@/lib/news/import/generators/generator';
import { originsFromHosts } from '@/lib/news/import/generators/origins';
import { postFilesBelow } from '@/lib/news/import/generators/post-files';
import { blocksAfter, listIn, literalOf, textIn, withoutComments, wordIn } from '@/lib/news/import/script-config';
import type { Redirect } from '@/lib/news/import/source';

const configFiles = ['js', 'ts', 'mjs', 'cjs', 'mts'].map((ending) => `docusaurus.config.${ending}`);

/** A blog of the site: a folder, and the address below which its posts are. */
interface Blog {
  readonly folder: string;
  readonly route: string;
  readonly authors: string;
}

export const docusaurus: Generator = {
  name: 'docusaurus',
  label: 'Docusaurus',
  detect: (checkout) => checkout.firstOf(configFiles),
  async read(checkout, posts) {
    const file = (await checkout.firstOf(configFiles)) ?? '';
    const config = withoutComments((await checkout.text(file)) ?? '');
    const all = blogsOf(config);
    const blogs =
      posts === undefined
        ? all
        : [
            all.find(({ folder }) => folder === posts) ?? {
              ...all[0],
              folder: posts,
              route: all[0]?.route ?? 'blog',
              authors: 'authors.yml',
            },
          ];
    const found = blogs.filter(({ folder }) => postsBelow(checkout, folder).length > 0);
    const sub = subPathOf(config);
    const origins = (await originsFromHosts(checkout, textIn(siteObject(config), 'url', config))).map(
      (origin) => `${origin}${sub}`,
    );
    const slash = wordIn(siteObject(config), 'trailingSlash') === 'true' ? '/' : '';
    return {
      files: found.flatMap(({ folder }) => postsBelow(checkout, folder)),
      translations: found.flatMap((blog) => translationsOf(checkout, blog)),
      // Docusaurus reads `.md` as MDX, unless its configuration sets `markdown.format`.
      ...(/^(?:detect|md)$/.test(formatOf(config)) ? {} : { markdownAs: 'mdx' as const }),
      places: found.map(({ folder }) => folder),
      addressOf: (post) => addressOf(post, blogOf(post, found), slash),
      redirects: redirectsOf(config, file),
      served: [...listIn(siteObject(config), 'staticDirectories'), 'static'],
      origins,
      params: {},
      authors: await authorsOf(checkout, found),
      problems: codeNotes(config, file),
    } satisfies SiteRules;
  },
};

/** Docusaurus leaves out names that begin with an underscore, and tests (its option `exclude`). */
function postsBelow(checkout: Checkout, folder: string): PostFile[] {
  return postFilesBelow(checkout, folder, { endings: /\.mdx?$/i }).filter(
    ({ file }) => !/(?:^|\/)_|\.test\.|\/__tests__\//.test(file.slice(folder.length)),
  );
}

/** The object that has the site's own keys: it has a `baseUrl`. */
function siteObject(config: string): string {
  const objects = blocksAfter(config, /(?:=|\breturn|\bdefault|\()\s*\{/);
  return objects.find((object) => /\b(?:baseUrl|presets|themeConfig)\b/.test(object)) ?? config;
}

function formatOf(config: string): string {
  const [block = ''] = blocksAfter(config, /\bmarkdown\s*:\s*\{/);
  return textIn(block, 'format', config) ?? 'mdx';
}

function subPathOf(config: string): string {
  const base = textIn(siteObject(config), 'baseUrl', config) ?? '/';
  return base.startsWith('/') ? joinPath(base).replace(/\/$/, '') : '';
}

/** The blogs that a configuration names: that of the preset, and one of each plugin. */
function blogsOf(config: string): Blog[] {
  const isOff = /\bblog\s*:\s*false\b/.test(config);
  const preset = blocksAfter(config, /\bblog\s*:\s*(?:\/\*.*?\*\/\s*)?\(?\s*\{/).filter(
    (block) => !/^\s*(?:title|items)\b/.test(block),
  );
  const plugins = blocksAfter(config, /plugin-content-blog["'`]\s*\)?\s*,\s*(?:\(\s*)?\{/);
  const blocks = isOff ? plugins : [preset[0] ?? '', ...plugins];
  return blocks.map((block) => ({
    folder: (textIn(block, 'path', config) ?? 'blog').replace(/^\.?\/+|\/+$/g, ''),
    route: textIn(block, 'routeBasePath', config) ?? 'blog',
    authors: textIn(block, 'authorsMapPath', config) ?? 'authors.yml',
  }));
}

function blogOf({ root }: Pick<PostFile, 'root'>, blogs: readonly Blog[]): Blog {
  const isOf = ({ folder }: Blog) => root === folder || root.endsWith(`/${pluginFolder(folder)}`);
  return blogs.find(isOf) ?? { folder: root, route: 'blog', authors: '' };
}

/** The folder below `i18n/<lang>/` in which translations of a blog are. */
function pluginFolder(folder: string): string {
  return folder === 'blog' ? 'docusaurus-plugin-content-blog' : `docusaurus-plugin-content-blog-${folder}`;
}

function translationsOf(checkout: Checkout, blog: Blog): (PostFile & { of: string })[] {
  return checkout.foldersIn('i18n').flatMap((lang) => {
    const root = `i18n/${lang}/${pluginFolder(blog.folder)}`;
    const own = new Set(postsBelow(checkout, blog.folder).map(({ file }) => file));
    return postsBelow(checkout, root).flatMap((post) => {
      const of = `${blog.folder}${post.file.slice(root.length)}`;
      return own.has(of) ? [{ ...post, lang, of }] : [];
    });
  });
}

/** `slug`, else the date of the file's path and its name, else its path (Docusaurus, Blog, parseBlogFileName). */
function addressOf({ data, file, root, lang }: ReadPost, { route }: Blog, slash: string): string {
  const below = file.slice(root.length + 1);
  const pattern = /^(?<folder>.*)(?<date>\d{4}[-/]\d{1,2}[-/]\d{1,2})[-/]?(?<text>.*?)(?:\/index)?\.mdx?$/;
  const { folder = '', date = '', text = '' } = pattern.exec(below)?.groups ?? {};
  const fromFile =
    date === '' ? `/${below.replace(/(?:\/index)?\.mdx?$/, '')}` : `/${date.replaceAll('-', '/')}/${folder}${text}`;
  const slug = textOf(data, 'slug');
  // A relative slug is resolved from the folder of the file.
  const own =
    slug === undefined
      ? fromFile
      : slug.startsWith('/')
        ? slug
        : slug.startsWith('.')
          ? resolvePath(`${dirname(fromFile)}/${slug}`)
          : slug;
  const address = joinPath(lang ?? '', route === '/' ? '' : route, own).replace(/(?<=.)\/+$/, '');
  return slug?.endsWith('/') ? `${address}/` : `${address}${slash}`;
}

/** Redirects of plugin-client-redirects: `{ from: '/a', to: '/b' }` and `{ from: ['/a', '/c'], to: '/b' }`. */
function redirectsOf(config: string, file: string): Redirect[] {
  const [list = ''] = blocksAfter(config, /client-redirects["'`][\s\S]{0,200}?\bredirects\s*:\s*\[/);
  return blocksAfter(list, /\{/).flatMap((block) => {
    const to = textIn(block, 'to', config);
    const one = literalOf(/\bfrom\s*:\s*(.*)/.exec(block)?.[1]);
    const from = one === undefined ? listIn(block, 'from') : [one];
    return to === undefined ? [] : from.map((each) => ({ from: each, to, file }));
  });
}

function codeNotes(config: string, file: string): Diagnostic[] {
  if (!/\bcreateRedirects\s*[(:]/.test(config)) return [];
  const message = 'createRedirects is code that makes redirects, and is not run';
  return [warning('import/redirect', message, 'add these redirects to "aliases:" in the posts by hand', { file })];
}

async function authorsOf(checkout: Checkout, blogs: readonly Blog[]): Promise<Record<string, unknown>> {
  const authors: Record<string, unknown> = {};
  for (const { folder, authors: name } of blogs) {
    const names = [name, name.replace(/\.yml$/, '.yaml'), name.replace(/\.ya?ml$/, '.json')];
    const file = await checkout.firstOf(names.map((each) => resolvePath(`${folder}/${each}`).slice(1)));
    if (file !== undefined) Object.assign(authors, await checkout.config(file));
  }
  return authors;
}

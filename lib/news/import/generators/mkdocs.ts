// MkDocs: `mkdocs.yml`, with the blog plugin of Material for MkDocs or with posts in a folder of its documents.
import { extname } from 'node:path/posix';
import type { Checkout } from '@/lib/news/import/checkout';
import type { LocalParts } from '@/lib/news/import/dates';
import { fieldOf, isRecord, textOf, textsIn } from '@/lib/news/import/front-matter';
import { dateTokens, joinPath, resolvePath, slugifyPython } from '@/lib/news/import/generators/address-parts';
import type { Generator, PostFile, ReadPost, SiteRules } from '@/lib/news/import/generators/generator';
import { bareOf, type FoundFiles, findPostFiles, postFilesBelow } from '@/lib/news/import/generators/post-files';
import type { Redirect } from '@/lib/news/import/source';

type Config = Readonly<Record<string, unknown>>;

const configFiles = ['mkdocs.yml', 'mkdocs.yaml', 'properdocs.yml', 'zensical.toml'];

/** A blog of Material's plugin. Folders are below the documents. */
interface Blog {
  readonly folder: string;
  readonly posts: string;
  readonly settings: Config;
}

export const mkdocs: Generator = {
  name: 'mkdocs',
  label: 'MkDocs',
  detect: (checkout) => checkout.firstOf(configFiles),
  async read(checkout, posts) {
    const file = (await checkout.firstOf(configFiles)) ?? '';
    const config = await checkout.config(file);
    const docs = (textOf(config, 'docs_dir') ?? 'docs').replace(/^\.?\/+|\/+$/g, '');
    const blogs = blogsOf(config);
    const found = await findFiles(checkout, docs, blogs, posts);
    const url = textOf(config, 'site_url')?.replace(/\/+$/, '');
    const extra = fieldOf(config, 'extra');
    return {
      files: found.files,
      translations: [],
      places: found.places,
      addressOf: (post) => addressOf(post, docs, blogs, config),
      redirects: redirectsOf(config, file),
      served: [docs],
      origins: url?.startsWith('http') ? [url] : [],
      params: { ...config, ...(isRecord(extra) ? extra : {}) },
      authors: await authorsOf(checkout, docs, blogs),
      problems: [],
    } satisfies SiteRules;
  },
};

/** The settings of a plugin, each time it is used. Plugins are names, or mappings of a name to settings. */
function pluginsOf(config: Config, wanted: RegExp): Config[] {
  const plugins = fieldOf(config, 'plugins');
  const list = Array.isArray(plugins) ? plugins : isRecord(plugins) ? [plugins] : [];
  return list.flatMap((plugin) => {
    if (typeof plugin === 'string') return wanted.test(plugin) ? [{}] : [];
    if (!isRecord(plugin)) return [];
    return Object.entries(plugin).flatMap(([name, settings]) =>
      wanted.test(name) ? [isRecord(settings) ? settings : {}] : [],
    );
  });
}

function blogsOf(config: Config): Blog[] {
  return pluginsOf(config, /^(?:material\/)?blog$/).map((settings) => {
    const folder = (textOf(settings, 'blog_dir') ?? 'blog').replace(/^\.?\/*|\/+$/g, '');
    const posts = (textOf(settings, 'post_dir') ?? '{blog}/posts').replace('{blog}', folder);
    return { folder, posts: resolvePath(posts).slice(1), settings };
  });
}

async function findFiles(
  checkout: Checkout,
  docs: string,
  blogs: readonly Blog[],
  posts: string | undefined,
): Promise<FoundFiles> {
  if (posts !== undefined) return { files: postFilesBelow(checkout, posts), places: [posts] };
  const places = blogs.map((blog) => `${docs}/${blog.posts}`.replace(/\/$/, ''));
  const ofBlogs = places.flatMap((root) =>
    postFilesBelow(checkout, root, { bundles: false }).map(({ file }): PostFile => ({ file, root })),
  );
  return ofBlogs.length > 0 ? { files: ofBlogs, places } : findPostFiles(checkout, docs);
}

/** The pattern of the plugin, by default `{date}/{slug}`, below the blog; without the plugin, the path of the file. */
function addressOf(post: ReadPost, docs: string, blogs: readonly Blog[], config: Config): string {
  const blog = blogs.find(({ posts }) => post.file.startsWith(`${docs}/${posts}`));
  const below = post.file.slice(docs.length + 1);
  const path = blog ? `${blog.folder}/${postPath(post, blog)}` : bareOf(below);
  const address = joinPath(path).replace(/\/+$/, '');
  return fieldOf(config, 'use_directory_urls') === false ? `${address}.html` : `${address}/`;
}

function postPath(post: ReadPost, { posts, settings }: Blog): string {
  const format = textOf(settings, 'post_url_format') ?? '{date}/{slug}';
  const slug = textOf(post.data, 'slug') ?? slugifyPython(post.title);
  const most = Number(textOf(settings, 'post_url_max_categories') ?? 1);
  const categories = textsIn(fieldOf(post.data, 'categories')).slice(0, most).map(slugifyPython);
  const date = formatDate(textOf(settings, 'post_url_date_format') ?? 'yyyy/MM/dd', post.date.local);
  const file = post.file.slice(post.file.indexOf(posts) + posts.length).replace(/^\/+/, '');
  return format
    .replace('{date}', date)
    .replace('{slug}', slug)
    .replace('{file}', file.slice(0, -extname(file).length))
    .replace('{categories}', categories.join('/'));
}

/** A date in the form of Unicode (CLDR), which Babel reads: `yyyy/MM/dd`. */
function formatDate(format: string, parts: LocalParts): string {
  const tokens = dateTokens(parts);
  const values: Readonly<Record<string, string | undefined>> = {
    ...{ yyyy: tokens.year, y: tokens.year, yy: tokens.short_year, MM: tokens.month, M: tokens.i_month },
    ...{ MMM: tokens.short_month, MMMM: tokens.long_month, dd: tokens.day, d: tokens.i_day, D: tokens.yearday },
  };
  return format.replace(/y+|M+|d+|D+/g, (code) => values[code] ?? code);
}

/** Redirects of the plugin mkdocs-redirects: files to files or addresses. */
function redirectsOf(config: Config, file: string): Redirect[] {
  const toAddress = (written: string) =>
    /^https?:/.test(written) ? written : joinPath(written.replace(/(?:(?:^|\/)index)?\.md(?=#|$)/, '/'));
  return pluginsOf(config, /^redirects$/).flatMap((settings) => {
    const maps = fieldOf(settings, 'redirect_maps');
    return Object.entries(isRecord(maps) ? maps : {}).flatMap(([from, to]) =>
      typeof to === 'string' ? [{ from: toAddress(from), to: /\.md/.test(to) ? `/${to}` : toAddress(to), file }] : [],
    );
  });
}

async function authorsOf(checkout: Checkout, docs: string, blogs: readonly Blog[]): Promise<Record<string, unknown>> {
  const authors: Record<string, unknown> = {};
  for (const { folder, settings } of blogs) {
    const name = (textOf(settings, 'authors_file') ?? '{blog}/.authors.yml').replace('{blog}', folder);
    const file = await checkout.config(resolvePath(`${docs}/${name}`).slice(1));
    const list = fieldOf(file, 'authors');
    Object.assign(authors, isRecord(list) ? list : file);
  }
  return authors;
}

// Hugo: `hugo.toml`, `config.yaml` or `config/_default/`, posts in sections below `content/`.
import { basename, dirname, extname } from 'node:path/posix';
import type { Checkout } from '@/lib/news/import/checkout';
import { fieldOf, isRecord, textOf, textsIn } from '@/lib/news/import/front-matter';
import { dateTokens, fillIn, joinPath, resolvePath } from '@/lib/news/import/generators/address-parts';
import type { Generator, PostFile, ReadPost, SiteRules } from '@/lib/news/import/generators/generator';
import { bareOf, type FoundFiles, findPostFiles, postFilesBelow } from '@/lib/news/import/generators/post-files';

const configFiles = ['hugo', 'config'].flatMap((name) =>
  ['toml', 'yaml', 'yml', 'json'].map((end) => `${name}.${end}`),
);

type Config = Record<string, unknown>;

export const hugo: Generator = {
  name: 'hugo',
  label: 'Hugo',
  async detect(checkout) {
    for (const file of [...configFiles, 'config/_default']) {
      if (!(await checkout.has(file))) continue;
      // Zola's configuration has the same name.
      if (file === 'config.toml' && textOf(await checkout.config(file), 'base_url') !== undefined) continue;
      if (!/^config\.(?:ya?ml|json)$/.test(file) || (await checkout.hasFolder('content'))) return file;
    }
    const isTheme = (await checkout.hasFolder('archetypes')) || (await checkout.hasFolder('layouts'));
    return isTheme && (await checkout.hasFolder('content')) ? 'content' : undefined;
  },
  async read(checkout, posts) {
    const config = await readConfig(checkout);
    const language = textOf(config, 'defaultContentLanguage') ?? 'en';
    const roots = await contentRoots(checkout, config, language);
    const found = await findSections(checkout, config, roots, posts);
    const { own, translations } = byLanguage(found.files, config, language, roots);
    const base = textOf(config, 'baseURL') ?? '';
    return {
      files: own,
      translations,
      places: found.places,
      zone: textOf(config, 'timeZone') ?? 'UTC',
      leaveOut: ({ data }) => {
        const build = fieldOf(data, 'build', '_build');
        const never =
          fieldOf(data, 'headless') === true ||
          (isRecord(build) && ['never', false].includes(fieldOf(build, 'render') as string));
        return never ? 'Hugo does not publish it (headless, or build.render: never)' : undefined;
      },
      isNameDateFirst: /^:filename$/i.test(textsIn(fieldOf(config, 'frontmatter.date'))[0] ?? ''),
      addressOf: (post) => addressOf(post, config, roots),
      aliasesOf: (post, address) => relativeAliases(post, address),
      redirects: [],
      served: [...textsIn(fieldOf(config, 'staticDir')), 'static', 'assets'],
      origins: /^(?:https?:)?\/\/[^/]/.test(base) ? [base.replace(/^\/\//, 'https://').replace(/\/+$/, '')] : [],
      params: paramsOf(config, language),
      authors: await authorsOf(checkout),
      problems: [],
    } satisfies SiteRules;
  },
};

/** The configuration: one file, or those of `config/_default/`, in which a file's name is the key of what it has. */
async function readConfig(checkout: Checkout): Promise<Config> {
  let config: Config = {};
  for (const file of configFiles)
    if (await checkout.has(file)) config = { ...(await checkout.config(file)), ...config };
  for (const folder of ['config/_default', 'config/production']) {
    for (const file of checkout.filesBelow(folder)) {
      if (!/\.(?:toml|ya?ml|json)$/.test(file)) continue;
      const read = await checkout.config(file);
      const name = basename(file, extname(file));
      const [key = '', language] = name.split('.');
      if (/^(?:hugo|config)$/.test(key)) config = merge(config, read);
      else if (language !== undefined) config = merge(config, { languages: { [language]: { [key]: read } } });
      else config = merge(config, { [key]: read });
    }
  }
  return config;
}

function merge(into: Config, more: Config): Config {
  const merged = { ...into };
  for (const [name, value] of Object.entries(more)) {
    const key = Object.keys(merged).find((each) => each.toLowerCase() === name.toLowerCase()) ?? name;
    const before = merged[key];
    merged[key] = isRecord(before) && isRecord(value) ? merge(before, value) : value;
  }
  return merged;
}

/** A folder of content, and the language that it is in; undefined for one that has files of all languages. */
interface ContentRoot {
  readonly folder: string;
  readonly lang?: string;
}

/** Folders of content, those of the main language first. */
async function contentRoots(checkout: Checkout, config: Config, main: string): Promise<ContentRoot[]> {
  const roots: ContentRoot[] = [];
  const languages = fieldOf(config, 'languages');
  const clean = (folder: string) => folder.replace(/^\.?\/+|\/+$/g, '');
  for (const [lang, settings] of isRecord(languages) ? Object.entries(languages) : []) {
    const folder = isRecord(settings) ? textOf(settings, 'contentDir') : undefined;
    if (folder !== undefined) roots.push({ folder: clean(folder), lang });
  }
  const mounts = fieldOf(config, 'module.mounts');
  for (const mount of Array.isArray(mounts) ? mounts.filter(isRecord) : []) {
    const [source, target] = [textOf(mount, 'source'), textOf(mount, 'target') ?? ''];
    // A mount from a module that is not in the checkout has no files here.
    if (source === undefined || clean(target) !== 'content') continue;
    const lang = textOf(mount, 'lang');
    roots.push({ folder: clean(source), ...(lang ? { lang } : {}) });
  }
  const content = clean(textOf(config, 'contentDir') ?? 'content');
  if (roots.length === 0) {
    const codes = isRecord(languages) ? Object.keys(languages) : [];
    const folders = [main, ...codes].filter((code, index, all) => all.indexOf(code) === index);
    for (const lang of folders) {
      const folder = `${content}/${lang}`;
      const hasPosts = checkout.filesBelow(folder).length > 0 && /^[a-z]{2,3}(?:[-_]\w+)?$/i.test(lang);
      if (hasPosts && (await checkout.hasFolder(folder))) roots.push({ folder, lang });
    }
  }
  if (!roots.some(({ lang }) => lang === undefined || lang === main)) roots.push({ folder: content });
  const isMain = ({ lang }: ContentRoot) => (lang === undefined || lang === main ? 0 : 1);
  return roots.sort((a, b) => isMain(a) - isMain(b));
}

async function findSections(
  checkout: Checkout,
  config: Config,
  roots: readonly ContentRoot[],
  posts: string | undefined,
): Promise<FoundFiles> {
  if (posts !== undefined) return { files: postFilesBelow(checkout, posts), places: [posts] };
  const named = textsIn(fieldOf(config, 'params.mainSections', 'mainSections'));
  const all: FoundFiles[] = [];
  for (const { folder } of roots) {
    const wanted = named
      .map((section) => `${folder}/${section}`)
      .filter((path) => postFilesBelow(checkout, path).length > 0);
    if (wanted.length > 0)
      all.push({ files: wanted.flatMap((path) => postFilesBelow(checkout, path)), places: wanted });
    else all.push(await findPostFiles(checkout, folder));
  }
  const seen = new Set<string>();
  const files = all.flatMap((found) => found.files).filter(({ file }) => !seen.has(file) && seen.add(file));
  return { files, places: [...new Set(all.flatMap(({ places }) => places))] };
}

/** Posts of the main language, those of others that have none in it, and translations. */
function byLanguage(
  files: readonly PostFile[],
  config: Config,
  main: string,
  roots: readonly ContentRoot[],
): { own: PostFile[]; translations: (PostFile & { of: string })[] } {
  const languages = fieldOf(config, 'languages');
  const codes = new Set([main, ...(isRecord(languages) ? Object.keys(languages) : [])]);
  const described = files.map((post) => {
    const suffix = /\.([a-z]{2,3}(?:-[a-z\d]+)?)\.\w+$/i.exec(basename(post.file))?.[1];
    const root = roots.find(({ folder }) => post.file.startsWith(`${folder}/`));
    const lang = suffix !== undefined && codes.has(suffix) ? suffix : (root?.lang ?? main);
    const below = post.file.slice((root?.folder.length ?? -1) + 1);
    const key = bareOf(suffix !== undefined && codes.has(suffix) ? below.replace(`.${suffix}.`, '.') : below);
    return { post, lang, key };
  });
  const ofMain = new Map(described.filter(({ lang }) => lang === main).map(({ key, post }) => [key, post.file]));
  const own: PostFile[] = [];
  const translations: (PostFile & { of: string })[] = [];
  for (const { post, lang, key } of described) {
    const of = ofMain.get(key);
    if (lang === main) own.push(post);
    else if (of !== undefined) translations.push({ ...post, lang, of });
    else own.push({ ...post, lang });
  }
  return { own, translations };
}

/** The address of a post: `url`, else the pattern for its section, else its path (Hugo, URL management). */
function addressOf(post: ReadPost, config: Config, roots: readonly ContentRoot[]): string {
  const { data, file, lang } = post;
  const main = textOf(config, 'defaultContentLanguage') ?? 'en';
  const inFolder = fieldOf(config, 'defaultContentLanguageInSubdir') === true;
  const prefix = lang !== undefined ? `/${lang}` : inFolder ? `/${main}` : '';
  const root = roots.find(({ folder }) => file.startsWith(`${folder}/`))?.folder ?? post.root;
  const path = bareOf(lang === undefined ? file : file.replace(`.${lang}.`, '.')).slice(root.length + 1);
  const keepsCase = fieldOf(config, 'disablePathToLower') === true;
  const urlized = (text: string) => (keepsCase ? urlize(text) : urlize(text).toLowerCase());
  const tokens = tokensOf(post, path, slugOf(post, config), urlized);
  const url = textOf(data, 'url');
  if (url !== undefined && !/^https?:/.test(url))
    return joinPath(url.startsWith('/') ? '' : prefix, fillIn(url, tokens));
  const ugly = fieldOf(config, 'uglyURLs');
  const [section = ''] = path.split('/');
  const isUgly = isRecord(ugly) ? fieldOf(ugly, section) === true : ugly === true;
  const pattern = patternFor(config, section);
  const slug = slugOf(post, config);
  const own = slug === undefined ? path : joinPath(dirname(path), slug);
  const address = pattern === undefined ? urlized(own) : expand(pattern, tokens);
  const bare = joinPath(prefix, address).replace(/\/+$/, '');
  return isUgly && !/\.html?$/.test(bare) ? `${bare}.html` : `${bare}/`;
}

/** The pattern of a section: `permalinks.blog`, or `permalinks.page.blog` since 0.114. */
function patternFor(config: Config, section: string): string | undefined {
  return textOf(config, `permalinks.page.${section}`, `permalinks.${section}`);
}

/** `slug`, else the file's name without its date where Hugo takes the date from there (Configure front matter). */
function slugOf({ data, date, nameDate, name }: ReadPost, config: Config): string | undefined {
  const isFromName = textsIn(fieldOf(config, 'frontmatter.date')).some((each) => /^:filename$/i.test(each));
  return textOf(data, 'slug') ?? (isFromName && date === nameDate && name !== '' ? name : undefined);
}

function tokensOf(
  post: ReadPost,
  path: string,
  slug: string | undefined,
  urlized: (text: string) => string,
): Record<string, string> {
  const parts = path.split('/');
  const sections = parts.slice(0, -1);
  const base = parts.at(-1) ?? '';
  const title = urlized(post.title);
  return {
    ...dateTokens(post.date.local),
    section: urlized(sections[0] ?? ''),
    sections: urlized(sections.join('/')),
    title,
    slug: slug === undefined ? title : urlized(slug),
    slugorfilename: urlized(slug ?? base),
    slugorcontentbasename: urlized(slug ?? base),
    filename: urlized(base),
    contentbasename: urlized(base),
  };
}

/** Fills in a pattern, `:sections[1:]` and `:sectionslug` included, and dates in Go's form (`:2006`). */
function expand(pattern: string, tokens: Readonly<Record<string, string>>): string {
  const sections = (tokens.sections ?? '').split('/');
  const sliced = pattern.replace(
    /:sections(?:lugs)?\[(\d*|last)(:?)(\d*)\]/g,
    (_, from: string, colon: string, to: string) => {
      const start = from === 'last' ? sections.length - 1 : Number(from || 0);
      return sections.slice(start, colon ? (to ? Number(to) : undefined) : start + 1).join('/');
    },
  );
  const go = {
    2006: tokens.year ?? '',
    '01': tokens.month ?? '',
    '02': tokens.day ?? '',
    Jan: tokens.short_month ?? '',
  };
  return joinPath(
    fillIn(sliced, { ...tokens, ...go, sectionslug: tokens.section ?? '', sectionslugs: tokens.sections ?? '' }),
  );
}

/** A path as Hugo sanitises it (helpers/path.go, MakePathSanitized): white space to hyphens, some signs kept, others left out. */
export function urlize(path: string): string {
  return path
    .trim()
    .replace(/\s+/g, '-')
    .replace(/[^\p{L}\p{M}\p{N}./\\_#+~@-]/gu, '')
    .replace(/#/g, '')
    .replace(/-{2,}/g, '-');
}

/** Aliases without a leading slash are relative to the folder of the page (Hugo, URL management, Aliases). */
function relativeAliases(post: ReadPost, address: string): string[] {
  const above = dirname(address.replace(/\/+$/, ''));
  return textsIn(fieldOf(post.data, 'aliases', 'alias')).map((alias) =>
    /^(?:\/|https?:)/.test(alias) ? alias : resolvePath(`${above}/${alias}`),
  );
}

function paramsOf(config: Config, language: string): Config {
  const own = fieldOf(config, 'params');
  const ofLanguage = fieldOf(config, `languages.${language}.params`);
  return {
    ...(isRecord(own) ? own : {}),
    ...(isRecord(ofLanguage) ? ofLanguage : {}),
    ...(textOf(config, 'title') === undefined ? {} : { title: textOf(config, 'title') }),
  };
}

async function authorsOf(checkout: Checkout): Promise<Config> {
  const files = ['yaml', 'yml', 'toml', 'json'].map((ending) => `data/authors.${ending}`);
  const one = await checkout.firstOf(files);
  const authors = one === undefined ? {} : await checkout.config(one);
  for (const file of checkout.filesBelow('data/authors')) {
    authors[basename(file, extname(file))] = await checkout.config(file);
  }
  return authors;
}

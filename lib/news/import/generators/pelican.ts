// Pelican: `pelicanconf.py`, posts with `Title:` lines, or `:date:` lines in reStructuredText.
import { basename } from 'node:path/posix';
import type { Checkout } from '@/lib/news/import/checkout';
import type { LocalParts } from '@/lib/news/import/dates';
import { readSourceText, textOf } from '@/lib/news/import/front-matter';
import { joinPath, slugifyPython, strftime } from '@/lib/news/import/generators/address-parts';
import type { Generator, PostFile, ReadPost, SiteRules } from '@/lib/news/import/generators/generator';
import { isFolderPage, isUnread, syntaxOf } from '@/lib/news/import/generators/post-files';
import { blocksAfter, literalOf, withoutComments } from '@/lib/news/import/script-config';

const configFile = 'pelicanconf.py';

export const pelican: Generator = {
  name: 'pelican',
  label: 'Pelican',
  detect: (checkout) => checkout.firstOf([configFile, 'publishconf.py']),
  async read(checkout, posts) {
    const config = await readSettings(checkout);
    const content = clean(config.text('PATH') ?? 'content');
    const { files, places } = findPosts(checkout, config, content, posts);
    const url = config.text('SITEURL')?.replace(/\/+$/, '');
    return {
      files,
      translations: [],
      places,
      zone: config.text('TIMEZONE') ?? 'UTC',
      readText: readPelicanText,
      defaults: () => ({}),
      leaveOut: ({ data }) => (/^skip$/i.test(textOf(data, 'status') ?? '') ? 'its status is "skip"' : undefined),
      addressOf: (post) => addressOf(post, config, content),
      redirects: [],
      served: [
        content,
        ...config.texts('STATIC_PATHS').map((path) => joinPath(content, path).slice(1)),
        `${content}/extra`,
      ],
      origins: url?.startsWith('http') ? [url] : [],
      params: { SITEURL: url ?? '', SITENAME: config.text('SITENAME') ?? '' },
      authors: {},
      problems: [],
    } satisfies SiteRules;
  },
};

function clean(path: string): string {
  return path.replace(/^\.?\/+|\/+$/g, '').replace(/^\.$/, '');
}

/** Plain values of a configuration. */
interface Settings {
  text(name: string): string | undefined;
  texts(name: string): readonly string[];
}

async function readSettings(checkout: Checkout): Promise<Settings> {
  const own = withoutComments((await checkout.text(configFile)) ?? '', 'python');
  const published = withoutComments((await checkout.text('publishconf.py')) ?? '', 'python');
  const written = (name: string) => {
    const after = (source: string) =>
      [...source.matchAll(new RegExp(`^${name}\\s*=\\s*(.*)$`, 'gm'))].map(([, value = '']) => value).at(-1);
    return after(published) ?? after(own);
  };
  return {
    text: (name) => literalOf(written(name)),
    texts(name) {
      const [list = ''] = blocksAfter(`${own}\n${published}`, new RegExp(`^${name}\\s*=\\s*[[(]`, 'm'));
      return (list.match(/(["'])(?:(?!\1)[^\\\n]|\\.)*\1/g) ?? []).flatMap((each) => literalOf(each) ?? []);
    },
  };
}

function findPosts(checkout: Checkout, config: Settings, content: string, posts: string | undefined) {
  const roots = config.texts('ARTICLE_PATHS').map(clean);
  const places =
    posts === undefined
      ? (roots.length > 0 ? roots : ['']).map((root) => joinPath(content, root).slice(1).replace(/\/$/, ''))
      : [posts];
  const pages = config.texts('PAGE_PATHS').map(clean);
  const excluded = [
    ...(pages.length > 0 ? pages : ['pages']),
    ...config.texts('ARTICLE_EXCLUDES').map(clean),
    ...config.texts('STATIC_PATHS').filter((path) => /\.\w+$/.test(path)),
    'extra',
    'drafts/pages',
  ];
  const files = places.flatMap((root) =>
    checkout.filesBelow(root).flatMap((file): PostFile[] => {
      const below = content === '' ? file : file.slice(content.length + 1);
      const isOut = excluded.some((path) => below === path || below.startsWith(`${path}/`));
      const isHtml = /\.html?$/i.test(file) && /^(?:404|google\w+|index)\.html?$/i.test(basename(file));
      return isOut || isHtml || isFolderPage(file) || !(syntaxOf(file) || isUnread(file)) ? [] : [{ file, root }];
    }),
  );
  return { files, places };
}

/** Metadata in the form of Markdown (`Title: …`), reStructuredText (`:date: …`), HTML (`<meta>`), or YAML. */
export function readPelicanText(text: string, file: string): ReturnType<typeof readSourceText> {
  if (/\.rst$/i.test(file)) return readRst(text);
  if (/\.html?$/i.test(file)) return readHtml(text);
  if (/^---\s*\n/.test(text)) return readSourceText(text);
  const lines = text.split('\n');
  const data: Record<string, unknown> = {};
  let last = '';
  let index = 0;
  while (index < lines.length && (lines[index] ?? '').trim() === '') index += 1;
  for (; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    const [, key, value = ''] = /^ {0,3}([A-Za-z0-9_-]+):\s*(.*)$/.exec(line) ?? [];
    const more = /^ {4,}(.*)$/.exec(line)?.[1];
    if (key !== undefined && !/^\/\//.test(value)) {
      last = key;
      if (key !== '__proto__') data[key] = value.trim();
    } else if (more !== undefined && last !== '') data[last] = `${data[last]} ${more.trim()}`.trim();
    else break;
  }
  return { data, body: lines.slice(index).join('\n'), bodyLine: index + 1 };
}

/** The title is the first heading; fields follow it, or are before it. */
function readRst(text: string): ReturnType<typeof readSourceText> {
  const lines = text.split('\n');
  const data: Record<string, unknown> = {};
  let index = 0;
  const skipBlank = () => {
    while (index < lines.length && (lines[index] ?? '').trim() === '') index += 1;
  };
  const readFields = () => {
    for (let last = ''; index < lines.length; index += 1) {
      const line = lines[index] ?? '';
      const [, key, value = ''] = /^:([\w -]+):\s*(.*)$/.exec(line) ?? [];
      if (key !== undefined && key !== '__proto__') {
        last = key;
        data[key] = value.trim();
      } else if (/^\s+\S/.test(line) && last !== '') data[last] = `${data[last]} ${line.trim()}`.trim();
      else break;
    }
    skipBlank();
  };
  const isRule = (line: string | undefined) => /^([=\-~`#"'^*+.:_])\1{2,}\s*$/.test(line ?? '');
  skipBlank();
  readFields();
  if (isRule(lines[index]) && isRule(lines[index + 2])) index += 1;
  if (isRule(lines[index + 1]) && (lines[index] ?? '').trim() !== '') {
    data.title ??= lines[index]?.trim();
    index += isRule(lines[index - 1]) ? 2 : 2;
    skipBlank();
  }
  readFields();
  return { data, body: lines.slice(index).join('\n'), bodyLine: index + 1 };
}

function readHtml(text: string): ReturnType<typeof readSourceText> {
  const data: Record<string, unknown> = {};
  for (const [, name = '', content = ''] of text.matchAll(/<meta\s+name=["']([\w-]+)["']\s+content=["']([^"']*)["']/gi))
    data[name] = content;
  const title = /<title>([^<]*)<\/title>/i.exec(text)?.[1];
  if (title !== undefined) data.title = title.trim();
  const start = /<body[^>]*>/i.exec(text);
  const at = start ? start.index + start[0].length : 0;
  return {
    data,
    body: text.slice(at).replace(/<\/body>[\s\S]*$/i, ''),
    bodyLine: text.slice(0, at).split('\n').length,
  };
}

/** `ARTICLE_URL`, by default `{slug}.html` (Pelican, Settings, URL settings). */
function addressOf(post: ReadPost, config: Settings, content: string): string {
  const pattern = textOf(post.data, 'url') ?? config.text('ARTICLE_URL') ?? '{slug}.html';
  const saved = textOf(post.data, 'save_as') ?? config.text('ARTICLE_SAVE_AS');
  const folder = post.file
    .slice(content === '' ? 0 : content.length + 1)
    .split('/')
    .slice(0, -1)
    .join('/');
  const category =
    textOf(post.data, 'category') ?? (folder.split('/').at(-1) || (config.text('DEFAULT_CATEGORY') ?? 'misc'));
  const isByName = /basename/.test(config.text('SLUGIFY_SOURCE') ?? '');
  const slug = textOf(post.data, 'slug') ?? slugifyPython(isByName ? post.datedName : post.title);
  const author = (textOf(post.data, 'author', 'authors') ?? config.text('AUTHOR') ?? '').split(/[;,]/)[0] ?? '';
  const values: Readonly<Record<string, string>> = {
    slug,
    category: slugifyPython(category),
    author: slugifyPython(author),
    lang: textOf(post.data, 'lang') ?? config.text('DEFAULT_LANG') ?? 'en',
    base_name: post.datedName,
    path_no_ext: joinPath(folder, post.datedName).slice(1),
  };
  const fill = (text: string) => fillIn(text, values, post.date.local);
  const url = fill(pattern);
  const file = saved === undefined ? url : fill(saved);
  // A pattern without `index.html` is a folder.
  return joinPath(url === '' ? file : url);
}

function fillIn(pattern: string, values: Readonly<Record<string, string>>, date: LocalParts): string {
  return pattern
    .replace(/\{date:([^}]*)\}/g, (_, format: string) => strftime(format, date))
    .replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}

// Zola: `config.toml` with `base_url`, posts in sections below `content/`.
import { basename, dirname } from 'node:path/posix';
import type { Checkout } from '@/lib/news/import/checkout';
import { splitDatedName } from '@/lib/news/import/dates';
import { fieldOf, isRecord, textOf } from '@/lib/news/import/front-matter';
import { joinPath, slugifyAscii } from '@/lib/news/import/generators/address-parts';
import type { Generator, PostFile, ReadPost, SiteRules } from '@/lib/news/import/generators/generator';
import { bareOf, findPostFiles, postFilesBelow } from '@/lib/news/import/generators/post-files';

type Config = Readonly<Record<string, unknown>>;

export const zola: Generator = {
  name: 'zola',
  label: 'Zola',
  async detect(checkout) {
    const file = await checkout.firstOf(['zola.toml', 'config.toml']);
    if (file === undefined || !(await checkout.hasFolder('content'))) return undefined;
    return textOf(await checkout.config(file), 'base_url') === undefined ? undefined : file;
  },
  async read(checkout, posts) {
    const config = await readConfig(checkout);
    const found =
      posts === undefined
        ? await findPostFiles(checkout, 'content')
        : { files: postFilesBelow(checkout, posts), places: [posts] };
    const base = textOf(config, 'base_url')?.replace(/\/+$/, '');
    const extra = fieldOf(config, 'extra');
    return {
      ...byLanguage(found.files, config),
      places: found.places,
      leaveOut: ({ data }) =>
        fieldOf(data, 'render') === false ? 'Zola does not publish it (render = false)' : undefined,
      addressOf: (post) => addressOf(post, config),
      redirects: [],
      served: ['static', 'content'],
      origins: base?.startsWith('http') ? [base] : [],
      params: { ...config, ...(isRecord(extra) ? extra : {}) },
      authors: {},
      problems: [],
    } satisfies SiteRules;
  },
};

async function readConfig(checkout: Checkout): Promise<Config> {
  return checkout.config((await checkout.firstOf(['zola.toml', 'config.toml'])) ?? 'config.toml');
}

/** Posts of the main language, and translations: `post.fr.md`. */
function byLanguage(files: readonly PostFile[], config: Config): Pick<SiteRules, 'files' | 'translations'> {
  const languages = fieldOf(config, 'languages');
  const codes = isRecord(languages) ? Object.keys(languages) : [];
  const langOf = (file: string) => codes.find((code) => basename(file).endsWith(`.${code}.md`));
  const own = new Set(files.flatMap(({ file }) => (langOf(file) === undefined ? [file] : [])));
  const result = { files: [] as PostFile[], translations: [] as (PostFile & { of: string })[] };
  for (const post of files) {
    const lang = langOf(post.file);
    const of = post.file.replace(`.${lang}.md`, '.md');
    if (lang === undefined) result.files.push(post);
    else if (own.has(of)) result.translations.push({ ...post, lang, of });
    else result.files.push({ ...post, lang });
  }
  return result;
}

/** `path`, else the folders and the slug: that of the front matter, or the file's name without its date (Zola, Page). */
function addressOf(post: ReadPost, config: Config): string {
  const { data, file, lang, folder } = post;
  const prefix = lang === undefined ? '' : `/${lang}`;
  const path = textOf(data, 'path');
  if (path !== undefined) return joinPath(prefix, path, '/');
  const mode = textOf(config, 'slugify.paths') ?? 'on';
  const slugify = (part: string) => (mode === 'off' ? part : mode === 'safe' ? safe(part) : slugifyAscii(part));
  const bare = folder ?? bareOf(lang === undefined ? file : file.replace(`.${lang}.`, '.'));
  const name = basename(bare);
  const dated = splitDatedName(name);
  const keepsDates = fieldOf(config, 'slugify.paths_keep_dates') === true;
  const own = keepsDates || dated.name === '' ? name : dated.name;
  const sections = dirname(bare).split('/').slice(1).map(slugify);
  return joinPath(prefix, ...sections, slugify(textOf(data, 'slug') ?? own), '/');
}

/** What `slugify.paths = "safe"` leaves: signs that no file name may have are left out, white space becomes `_`. */
function safe(text: string): string {
  return text
    .replace(/[<>:"/\\|?*#\n\r\t()[\]]/g, '')
    .trim()
    .replace(/\s+/g, '_');
}

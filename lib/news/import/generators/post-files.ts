// Which files of a checkout may be posts, for all generators.
import { basename, dirname, extname } from 'node:path/posix';
import { compare } from '@/lib/base/compare';
import type { Checkout } from '@/lib/news/import/checkout';
import { readDate, splitDatedName } from '@/lib/news/import/dates';
import { fieldOf, readSourceText } from '@/lib/news/import/front-matter';
import type { PostFile } from '@/lib/news/import/generators/generator';
import type { SourcePost } from '@/lib/news/import/source';

/** What a post may be written in, by the ending of its file. */
const syntaxes: Readonly<Record<string, SourcePost['syntax']>> = {
  ...{ md: 'markdown', markdown: 'markdown', mkd: 'markdown', mkdn: 'markdown', mkdown: 'markdown', mdown: 'markdown' },
  ...{ mdx: 'mdx', mdoc: 'mdx', rst: 'rst', html: 'html', htm: 'html' },
};

/** What some generators can read and we cannot. */
const unread = /\.(?:adoc|asciidoc|org|textile|ipynb|pandoc|haml|njk|liquid|tex)$/i;

export function syntaxOf(file: string): SourcePost['syntax'] | undefined {
  return syntaxes[extname(file).slice(1).toLowerCase()];
}

/** Whether a file is written in a form that cannot be imported. */
export function isUnread(file: string): boolean {
  return unread.test(file);
}

/** Whether a file is a page about a folder, and no post. */
export function isFolderPage(file: string): boolean {
  return /^(?:_index(?:\.[a-z-]+)?|readme|license|contributing|code_of_conduct|changelog|owners)\.\w+$/i.test(
    basename(file),
  );
}

/** Whether a file is that of its whole folder, in any language: `index.md`, `index.pt-br.md`. */
export function isIndex(name: string): boolean {
  return /^index(?:\.[a-z]{2,3}(?:-[a-z\d]+)?)?\.\w+$/i.test(name);
}

/** A file's path without its ending; of `index.md`, that of its folder. */
export function bareOf(file: string): string {
  const bare = file.slice(0, file.length - extname(file).length);
  return basename(bare) === 'index' ? dirname(bare) : bare;
}

/** Names of folders in which posts usually are. */
const blogNames =
  /^_?(?:blogs?|posts?|news|articles?|announcements?|updates?|stories|journal|writing|notes|newsletters?)$/i;

export function isBlogName(name: string): boolean {
  return blogNames.test(name);
}

/** Files below a folder that may be posts. Files next to an `index.md` belong to it. */
export function postFilesBelow(
  checkout: Checkout,
  root: string,
  options: { readonly endings?: RegExp; readonly bundles?: boolean } = {},
): PostFile[] {
  const { endings = /\.(?:mdx?|markdown|mkdn?|mkdown|mdown|rst)$/i, bundles = true } = options;
  const files = checkout.filesBelow(root).filter((file) => endings.test(file) || isUnread(file));
  const owners = new Set(bundles ? files.filter((file) => isIndex(basename(file))).map((file) => dirname(file)) : []);
  owners.delete(root);
  return files
    .filter((file) => {
      if (isFolderPage(file)) return false;
      for (let folder = dirname(file); folder !== '.' && folder !== root; folder = dirname(folder)) {
        if (owners.has(folder)) return dirname(file) === folder && isIndex(basename(file));
      }
      return true;
    })
    .map((file) => ({ file, root }));
}

/** Whether a file has a date, in its name or in its front matter: pages of documentation have none. */
export async function isDated(checkout: Checkout, file: string): Promise<boolean> {
  if (splitDatedName(basename(bareOf(file))).date) return true;
  const text = await checkout.text(file);
  if (text === undefined) return false;
  const { data } = readSourceText(text);
  const date = fieldOf(data, 'date', 'pubDate', 'publishDate', 'published', 'date.created');
  return readDate(typeof date === 'object' ? fieldOf(data, 'date.created') : date) !== undefined;
}

/** Posts, and where they were found. */
export interface FoundFiles {
  readonly files: readonly PostFile[];
  /** Folders below the checkout. */
  readonly places: readonly string[];
}

/**
 * Posts in the folders directly below one: in those with a name for it, else in those in which most files are dated, and
 * directly in the folder itself if most of those are dated.
 */
export async function findPostFiles(checkout: Checkout, parent: string): Promise<FoundFiles> {
  const below = (name: string) => (parent === '' ? name : `${parent}/${name}`);
  const named = checkout
    .foldersIn(parent)
    .filter(isBlogName)
    .map(below)
    .filter((folder) => postFilesBelow(checkout, folder).length > 0);
  if (named.length > 0) return { files: named.flatMap((root) => postFilesBelow(checkout, root)), places: named };
  const groups = new Map<string, PostFile[]>();
  for (const post of postFilesBelow(checkout, parent)) {
    const [first = '', ...rest] = bareOf(post.file)
      .slice(parent === '' ? 0 : parent.length + 1)
      .split('/');
    const root = rest.length > 0 ? below(first) : parent;
    groups.set(root, [...(groups.get(root) ?? []), { ...post, root }]);
  }
  const files: PostFile[] = [];
  const places: string[] = [];
  for (const [root, group] of groups) {
    const dated = await Promise.all(group.map(({ file }) => isDated(checkout, file)));
    const count = dated.filter(Boolean).length;
    if (count === 0 || count * 2 < group.length) continue;
    files.push(...group);
    places.push(root);
  }
  return { files: files.sort((a, b) => compare(a.file, b.file)), places: places.sort(compare) };
}

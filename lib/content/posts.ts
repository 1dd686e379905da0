// The type of a post.
import type { PostAddress } from '@/lib/base/address';
import type { ServedFile } from '@/lib/base/served-file';
import type { PostAuthor } from '@/lib/content/authors';
import type { PostFields } from '@/lib/content/schema';
import type { Folder } from '@/lib/kinds/index';

/** The list of posts, as Hugo's `_index.md` has it. */
export interface Section {
  readonly title: string | undefined;
  readonly description: string | undefined;
  /** Its text, in the form of a post at the list's address, so that it is checked and rendered as posts are. */
  readonly page: Post;
}

/** What a post covers: ids of entries, first those of its front matter, then others that its text places; people to thank. */
export interface Coverage extends Readonly<Record<Folder, readonly string[]>> {
  /** The month, `2022-02`. */
  readonly period: string | undefined;
  /** The last day that it looks ahead to, where the editor has chosen one. */
  readonly ahead?: string | undefined;
  readonly contributors: readonly string[];
  /** Posts of the month, by address. */
  readonly posts: readonly string[];
  /** Of the entries, those that only the text places. */
  readonly fromText: Readonly<Record<Folder, readonly string[]>>;
  /** What the editor left out on purpose: ids, `kind/id`, addresses of posts, names. */
  readonly omit: readonly string[];
}

/** What Hugo's `param`, `ref`, `relref` and `readfile` mean in one post. Plain data: it goes to other processes, and into cache keys. */
export interface BodyContext {
  /** Values of `param`, by name in small letters. */
  readonly params?: Readonly<Record<string, string>> | undefined;
  /** Addresses of posts, by what `ref` and `relref` call them. */
  readonly refs?: Readonly<Record<string, string>> | undefined;
  /** Texts of `readfile`, by name. */
  readonly texts?: Readonly<Record<string, string>> | undefined;
}

/** A post as it was written, with its address. */
export interface Post
  extends PostAddress,
    Omit<
      PostFields,
      | keyof Coverage
      | ('headline' | 'url' | 'slug' | 'author' | 'authors' | 'tags' | 'aliases' | 'draft' | 'evergreen' | 'resources')
      | ('categories' | 'images' | 'params' | 'keywords' | 'weight' | 'type' | 'layout' | 'menu' | 'toc' | 'summary')
    > {
  /** What its front matter calls it, such as the month, where a headline has taken the place of the title. */
  readonly kicker?: string | undefined;
  /** The file's path below the content folder. */
  readonly file: string;
  /** The file's path as the author knows it, for messages. */
  readonly shownFile: string;
  readonly format: 'md' | 'mdx';
  /** What a monthly update covers. */
  readonly coverage: Coverage;
  readonly authors: readonly PostAuthor[];
  readonly tags: readonly string[];
  readonly aliases: readonly string[];
  readonly draft: boolean;
  readonly evergreen: boolean;
  /** Its page shows no table of contents. */
  readonly withoutContents?: boolean;
  /** The text after the front matter. */
  readonly body: string;
  /** The 1-based line of the file on which the body begins. */
  readonly bodyLine: number;
  /** What its shortcodes need. */
  readonly context?: BodyContext | undefined;
  /** Files next to it that the site serves. Empty for a post that is a single file. */
  readonly files: readonly ServedFile[];
}

/** When a post's content last changed: at its date, in substance (`lastmod`), or by a correction. */
export function changedAt({ date, lastmod, corrections = [] }: Pick<Post, 'date' | 'lastmod' | 'corrections'>): Date {
  const times = [date, lastmod ?? date, ...corrections.map((correction) => correction.date)];
  return new Date(Math.max(...times.map((time) => time.getTime())));
}

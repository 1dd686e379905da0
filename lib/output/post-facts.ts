// What every output says of a post: heads of pages, structured data, feeds, lists and texts.
import { toHref } from '@/lib/base/urls';

/** Who wrote a post: somebody with a page, here or elsewhere, or a name alone. */
export interface Author {
  readonly name: string;
  /** The path of their page on this site. */
  readonly path: string | undefined;
  /** Their page elsewhere. */
  readonly href?: string | undefined;
  /** Where they work. */
  readonly affiliation?: string | undefined;
}

/** The absolute address of an author's page, if possible on this site. */
export function authorHref({ path, href }: Pick<Author, 'path' | 'href'>): string | undefined {
  return path === undefined ? href : toHref(path);
}

export interface PostFacts {
  /** The path of its page. */
  readonly path: string;
  readonly title: string;
  /** The small line above the title, where there is one. */
  readonly kicker?: string | undefined;
  /** Plain text. */
  readonly description: string | undefined;
  readonly published: Date;
  /** When it was last changed in substance. */
  readonly updated: Date;
  readonly authors: readonly Author[];
  readonly tags: readonly string[];
  /** BCP 47, where it is not the site's. */
  readonly lang: string | undefined;
}

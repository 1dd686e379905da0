// What every output says of a post: heads of pages, structured data, feeds, lists and texts.

/** Who wrote a post: somebody with a page, or a name alone. */
export interface Author {
  readonly name: string;
  /** The path of their page. */
  readonly path: string | undefined;
}

export interface PostFacts {
  /** The path of its page. */
  readonly path: string;
  readonly title: string;
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

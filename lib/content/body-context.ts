// What a post's text needs besides itself. Plain data: it goes to other processes, and into cache keys.

/** What Hugo's `param`, `ref`, `relref` and `readfile` mean in one post. */
export interface BodyContext {
  /** Values of `param`, by name. */
  readonly params?: Readonly<Record<string, string>> | undefined;
  /** Addresses of posts, by what `ref` and `relref` call them. */
  readonly refs?: Readonly<Record<string, string>> | undefined;
  /** Texts of `readfile`, by name. */
  readonly texts?: Readonly<Record<string, string>> | undefined;
}

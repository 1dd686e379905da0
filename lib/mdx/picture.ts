// A picture of a post, and where posts find theirs.

/** A picture, ready to be shown. Addresses are written as they go into the page. */
export interface Picture {
  readonly src: string;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** Smaller variants, in the form of the `srcset` attribute; empty where there are none. */
  readonly srcSet: string;
  /** What the post's `resources:` call it. */
  readonly title?: string | undefined;
  /** The same, for shortcodes that look for it. */
  readonly resource?: string | undefined;
  /** Who made it, as `params.byline` of the post's `resources:` says. */
  readonly byline?: string | undefined;
}

/** What the pictures of a post are looked up in. */
export interface PictureSource {
  /** By the name under which a picture lies beside the post, `images/a.png`. */
  readonly pictures: ReadonlyMap<string, Picture>;
  /** Whether the site has a file at a path, such as `/img/a.png`, in `public/`. */
  readonly hasPublicFile: (path: string) => boolean;
}

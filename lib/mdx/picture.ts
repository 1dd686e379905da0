// A picture of a post, and where posts find theirs.

/** A picture, ready to be shown. Addresses are those of the page. */
export interface Picture {
  readonly src: string;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** Smaller variants, in the form of the `srcset` attribute; empty where there are none. */
  readonly srcSet: string;
  /** Its title in the post's `resources:`. */
  readonly title?: string | undefined;
  /** Its name in the post's `resources:`, by which shortcodes find it. */
  readonly resource?: string | undefined;
  /** Who made it, from `params.byline` in the post's `resources:`. */
  readonly byline?: string | undefined;
}

/** Where the pictures of a post are looked up. */
export interface PictureSource {
  /** By the name of the file next to the post, `images/a.png`. */
  readonly pictures: ReadonlyMap<string, Picture>;
  /** Whether `public/` has a file at a path, such as `/img/a.png`. */
  readonly hasPublicFile: (path: string) => boolean;
}

/** The name of a file in words: `images/a-red-square.png` becomes `a red square`. */
export function nameInWords(name: string): string {
  const stem = name.replace(/^.*\//, '').replace(/\.[a-z]+$/i, '');
  return stem.replace(/[-_]+/g, ' ');
}

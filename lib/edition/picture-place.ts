// The text in place of an image or a video that is not on this site, on pages and in every other output.

interface MissingMedia {
  /** Its alt text; may be empty. */
  readonly alt: string;
  /** `video`; an image by default. */
  readonly kind?: unknown;
  readonly isExternal?: boolean;
}

/** `External image: The dashboard`. */
export function placeText({ alt, kind, isExternal = false }: MissingMedia): string {
  const noun = kind === 'video' ? 'video' : 'image';
  const what = isExternal ? `External ${noun}` : `Missing ${noun}`;
  return alt ? `${what}: ${alt}` : what;
}

// The type of a picture in a post, and of the function that finds it.
import { globMatcher } from '@/lib/base/glob';
import { origin, toUrl } from '@/lib/base/urls';
import { words } from '@/lib/base/words';
import { splitHref } from '@/lib/mdx/links';
import { site } from '@/lib/site';

/** A picture, ready to be shown. Addresses are those of the page. */
export interface Picture {
  readonly src: string;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** Smaller variants, in the form of the `srcset` attribute; empty if there are none. */
  readonly srcSet: string;
  /** Addresses in the post's text that mean it too, decoded. */
  readonly calledBy?: readonly string[] | undefined;
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

/** A picture next to a post, by its name. */
export interface NamedPicture {
  readonly name: string;
  readonly picture: Picture;
}

/**
 * The pictures whose names match a pattern.
 *
 * @param match a pattern as in Hugo, for the name of the file or its name in `resources:`; by default all.
 * @param order `desc` reverses the order.
 */
export function picturesIn(
  pictures: PictureSource['pictures'],
  { match = '*', order }: { match?: string | undefined; order?: string | undefined },
): NamedPicture[] {
  const matches = globMatcher(match);
  const found = [...pictures]
    .filter(([name, { resource = name }]) => matches(name) || matches(resource))
    .map(([name, picture]) => ({ name, picture }));
  return order === 'desc' ? found.reverse() : found;
}

/**
 * The picture next to a post that an address of its text means: the name of a file, or the whole path that the site serves it at.
 *
 * @param address decoded or not.
 */
export function pictureAt(pictures: PictureSource['pictures'], address: string): Picture | undefined {
  const named = pictures.get(address.normalize('NFC'));
  if (named) return named;
  const { path } = splitHref(toSitePath(address));
  const plain = path.replace(/^(?:\.\/)+/, '');
  const found = pictures.get(plain) ?? [...pictures.values()].find(({ calledBy }) => calledBy?.includes(plain));
  if (found || !path.startsWith('/')) return found;
  const url = toUrl(path);
  return [...pictures.values()].find(({ src }) => src === url);
}

/**
 * The path of the site that the address of a picture means if there is no such picture next to the post. One that leads out
 * of the post's folder was written for the root of another site: `../../img/a.png` is `/img/a.png`.
 */
export function publicPathOf(address: string): string {
  const { path } = splitHref(toSitePath(address));
  return path.replace(/^(?:\.{1,2}\/)*\.\.\//, '/');
}

/** An address of this site without its origin; others as they are. */
export function toSitePath(address: string): string {
  if (!/^https?:/i.test(address)) return address;
  const own = [origin(), new URL(site.origin).origin].find((each) => address.startsWith(`${each}/`));
  return own === undefined ? address : address.slice(own.length);
}

/** Whether an external image may be shown: over `https:`, from one of the `pictureHosts` of lib/site.ts. */
export function isShownFrom(src: string): boolean {
  if (site.pictureHosts.length === 0 || !/^https:\/\//i.test(src) || !URL.canParse(src)) return false;
  return site.pictureHosts.includes(new URL(src).host);
}

/** The name of a file as text: `images/a-red-square.png` becomes `a red square`. */
export function nameInWords(name: string): string {
  const stem = name.replace(/^.*\//, '').replace(/\.[a-z]+$/i, '');
  return stem.replace(/[-_]+/g, ' ');
}

/** The text in place of a picture or video that is not shown, in every output: `External image: The dashboard`. */
export function placeText(media: { alt: string; kind?: unknown; isExternal?: boolean }): string {
  const { externalImage, externalVideo, missingImage, missingVideo } = words.text;
  const [external, missing] = media.kind === 'video' ? [externalVideo, missingVideo] : [externalImage, missingImage];
  const what = media.isExternal ? external : missing;
  return media.alt ? words.labelled(what, media.alt) : what;
}

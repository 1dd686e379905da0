// Pictures and videos in a post: those of this site with all attributes that browsers need, others as a labelled placeholder.
import type { Element, Properties, Root } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { compare } from '@/lib/base/compare';
import { element as make } from '@/lib/base/html';
import { toUrl } from '@/lib/base/urls';
import { words } from '@/lib/base/words';
import { linkKind, splitHref } from '@/lib/mdx/links';
import { isShownFrom, type Picture, type PictureSource, pictureAt, picturesIn, publicPathOf } from '@/lib/mdx/picture';
import { walkElements } from '@/lib/mdx/walk';

/** The greatest width of a picture in the text. Pixels. */
const columnWidth = 608;

/** The width of a picture in the text, for `sizes`: see `--container-measure` in app/globals.css. */
export const pictureSizes = '(min-width: 42rem) 38rem, 92vw';

/** Completes `<img>` and `<video>` of what exists; replaces the others with `picture-place`. */
export function rehypePictures(source: PictureSource) {
  return (tree: Root): void => {
    walkElements(tree, (element) => {
      if (element.tagName === 'video') return completeVideo(element, source);
      if (element.tagName !== 'img') return;
      const src = String(element.properties.src ?? '');
      const kind = linkKind(src);
      const { rest } = splitHref(src);
      const path = publicPathOf(src);
      const nextToPost = pictureAt(source.pictures, src);
      if (nextToPost) {
        complete(element, nextToPost);
      } else if (kind !== 'external' && path.startsWith('/') && source.hasPublicFile(path)) {
        Object.assign(element.properties, { src: toUrl(path) + rest, loading: 'lazy', decoding: 'async' });
      } else if (kind === 'external' && isShownFrom(src)) {
        Object.assign(element.properties, { loading: 'lazy', decoding: 'async', referrerPolicy: 'no-referrer' });
      } else {
        // Nothing is loaded from other sites, and no broken image is shown.
        const href = kind === 'external' && /^https:/i.test(src) ? src : undefined;
        element.tagName = 'picture-place';
        element.properties = { alt: String(element.properties.alt ?? ''), ...(href ? { href } : {}) };
      }
    });
  };
}

function complete(element: Element, picture: Picture): void {
  const { src, width, height, srcSet } = picture;
  const wanted = Number(element.properties.width);
  const shown = wanted >= 1 ? Math.min(Math.round(wanted), width) : width;
  Object.assign(element.properties, {
    src,
    alt: element.properties.alt ?? '',
    width: shown,
    height: Math.round((height * shown) / width),
    loading: 'lazy',
    decoding: 'async',
    ...(srcSet ? { srcSet, sizes: shown < columnWidth ? `min(${shown}px, 92vw)` : pictureSizes } : {}),
  });
}

/**
 * Completes a `<video>`: it has controls, never starts by itself, and is loaded only when it is started. Files next to posts
 * are pictures and PDFs, and nothing is loaded from other sites: such a video becomes a link to it, or its title.
 */
function completeVideo(element: Element, { pictures, hasPublicFile }: PictureSource): void {
  const { poster, title, width, height, loop, muted } = element.properties;
  const inside = element.children.flatMap((child) =>
    child.type === 'element' && child.tagName === 'source' ? [child.properties] : [],
  );
  const sources = [element.properties, ...inside].flatMap(({ src, type }) =>
    typeof src === 'string' ? [{ src, type }] : [],
  );
  const isOurs = (src: string) => /^(?:site|docs)$/.test(linkKind(src)) && hasPublicFile(splitHref(src).path);
  const ours = sources.filter(({ src }) => isOurs(src));
  const name = (typeof title === 'string' && title) || textOf(element).replace(/\s+/g, ' ').trim();
  if (ours.length === 0) {
    const href = sources.find(({ src }) => /^https:\/\//i.test(src))?.src;
    element.tagName = 'picture-place';
    element.properties = { alt: name || words.text.aVideo, kind: 'video', ...given({ href }) };
    element.children = [];
    return;
  }
  const nextToPost = pictureAt(pictures, String(poster))?.src;
  const ownPoster = typeof poster === 'string' && isOurs(poster) ? addressOf(poster) : undefined;
  element.properties = {
    controls: true,
    preload: 'none',
    playsInline: true,
    ...given({ ariaLabel: name || undefined, width, height, loop, muted, poster: nextToPost ?? ownPoster }),
  };
  element.children = ours.map(({ src, type }) => make('source', { src: addressOf(src), ...given({ type }) }));
}

function addressOf(src: string): string {
  const { path, rest } = splitHref(src);
  return toUrl(path) + rest;
}

function given(properties: Properties): Properties {
  return Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== undefined));
}

/**
 * Turns the `<shortcode-picture>` of an `imgproc` shortcode into the `<img>` of the first picture next to the post that matches
 * its pattern, at the size in its arguments. {@link rehypePictures} completes it.
 */
export function rehypeShortcodes({ pictures }: PictureSource) {
  return (tree: Root): void => {
    walkElements(tree, (element, _, parent) => {
      if (element.tagName !== 'shortcode-picture') return;
      const { match, alt, scale, width, height } = element.properties;
      const [found] = picturesIn(pictures, { match: String(match ?? '') }).sort((a, b) => compare(a.name, b.name));
      element.tagName = 'img';
      element.properties = { src: found?.name ?? '', alt: String(alt ?? '') };
      if (!found) return;
      const { picture } = found;
      element.properties.width = shownWidth(picture, String(scale), Number(width) || 0, Number(height) || 0);
      if (picture.byline && parent?.type === 'element') addByline(parent, picture.byline);
    });
  };
}

/** Names who made the picture below the figure's caption, as Docsy does. */
function addByline(figure: Element, byline: string): void {
  const small = make('small', {}, byline);
  const last = figure.children.at(-1);
  if (last?.type === 'element' && last.tagName === 'figcaption') last.children.push(make('br', {}), small);
  else figure.children.push(make('figcaption', {}, small));
}

/**
 * How wide a picture is shown, in pixels. It keeps its aspect ratio, also where Hugo would crop (`Fill`, `Crop`): nothing
 * that the author wants to show is lost.
 */
function shownWidth(picture: Picture, scale: string, width: number, height: number): number {
  const byHeight = height > 0 ? (picture.width * height) / picture.height : Number.POSITIVE_INFINITY;
  const byWidth = width > 0 ? width : Number.POSITIVE_INFINITY;
  const wanted = scale === 'fill' || scale === 'crop' ? byWidth : Math.min(byWidth, byHeight);
  return Math.max(1, Math.min(picture.width, Math.round(wanted)));
}

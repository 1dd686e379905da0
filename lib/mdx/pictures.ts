// Pictures in a post: those beside it with their measures and smaller variants, the rest as a captioned place.
import type { Element, Root } from 'hast';
import { toUrl } from '@/lib/base/urls';
import { showFilm } from '@/lib/mdx/films';
import { linkKind, splitHref } from '@/lib/mdx/links';
import { isShownFrom } from '@/lib/mdx/picture-hosts';
import { walkHtml } from '@/lib/mdx/walk';

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

/** The widest that a picture in running text is shown. Pixels. */
const columnWidth = 608;

/** The width that a picture in running text takes: see `--measure` in app/globals.css. */
export const pictureSizes = '(min-width: 42rem) 38rem, 92vw';

/** Completes `<img>` of pictures that are there; puts `picture-place` in the place of those that are not. */
export function rehypePictures(source: PictureSource) {
  return (tree: Root): void => {
    walkHtml(tree, (element) => {
      if (element.type !== 'element') return;
      if (element.tagName === 'video') return showFilm(element, source);
      if (element.tagName !== 'img') return;
      const src = String(element.properties.src ?? '');
      const kind = linkKind(src);
      const { path, rest } = splitHref(src);
      const beside = kind === 'relative' ? source.pictures.get(path.replace(/^(?:\.\/)+/, '')) : undefined;
      if (beside) {
        complete(element, beside);
      } else if ((kind === 'site' || kind === 'docs') && source.hasPublicFile(path)) {
        Object.assign(element.properties, { src: toUrl(path) + rest, loading: 'lazy', decoding: 'async' });
      } else if (kind === 'external' && isShownFrom(src)) {
        Object.assign(element.properties, { loading: 'lazy', decoding: 'async', referrerPolicy: 'no-referrer' });
      } else {
        // Nothing is loaded from elsewhere, and a picture that is not there is not shown as a broken one.
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

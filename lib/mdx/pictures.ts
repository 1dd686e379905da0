// Pictures in a post: those next to it with their sizes and smaller variants, all others as a captioned placeholder.
import type { Element, Root } from 'hast';
import { toUrl } from '@/lib/base/urls';
import { linkKind, splitHref } from '@/lib/mdx/links';
import type { Picture, PictureSource } from '@/lib/mdx/picture';
import { isShownFrom } from '@/lib/mdx/picture-hosts';
import { completeVideo } from '@/lib/mdx/video-elements';
import { walkHtml } from '@/lib/mdx/walk';

/** The greatest width of a picture in the text. Pixels. */
const columnWidth = 608;

/** The width of a picture in the text, for `sizes`: see `--container-measure` in app/globals.css. */
export const pictureSizes = '(min-width: 42rem) 38rem, 92vw';

/** Completes the `<img>` of pictures that exist; replaces the others with `picture-place`. */
export function rehypePictures(source: PictureSource) {
  return (tree: Root): void => {
    walkHtml(tree, (element) => {
      if (element.type !== 'element') return;
      if (element.tagName === 'video') return completeVideo(element, source);
      if (element.tagName !== 'img') return;
      const src = String(element.properties.src ?? '');
      const kind = linkKind(src);
      const { path, rest } = splitHref(src);
      const nextToPost = kind === 'relative' ? source.pictures.get(path.replace(/^(?:\.\/)+/, '')) : undefined;
      if (nextToPost) {
        complete(element, nextToPost);
      } else if ((kind === 'site' || kind === 'docs') && source.hasPublicFile(path)) {
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

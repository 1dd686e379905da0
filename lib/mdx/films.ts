// Films in a post's HTML, `<video>`: those that this site serves from `public/`, the rest as a captioned place.
import type { Element } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { toUrl } from '@/lib/base/urls';
import { linkKind, splitHref } from '@/lib/mdx/links';
import type { PictureSource } from '@/lib/mdx/picture';

/**
 * Completes a `<video>`: it has controls, starts by nobody but its reader, and is loaded only then. Files beside posts are
 * pictures and papers, and nothing is loaded from elsewhere: such a film becomes a link to it, or its title.
 */
export function showFilm(element: Element, { pictures, hasPublicFile }: PictureSource): void {
  const { poster, title, width, height, loop, muted } = element.properties;
  const inside = element.children.flatMap((child) =>
    child.type === 'element' && child.tagName === 'source' ? [child.properties] : [],
  );
  const sources = [element.properties, ...inside].flatMap(({ src, type }) =>
    typeof src === 'string' ? [{ src, type }] : [],
  );
  const ours = sources.filter(({ src }) => isOurs(src, hasPublicFile));
  const name = (typeof title === 'string' && title) || textOf(element).replace(/\s+/g, ' ').trim();
  if (ours.length === 0) {
    const there = sources.find(({ src }) => /^https:\/\//i.test(src))?.src;
    element.tagName = 'picture-place';
    element.properties = { alt: name || 'a video', kind: 'video', ...(there ? { href: there } : {}) };
    element.children = [];
    return;
  }
  element.properties = {
    controls: true,
    preload: 'none',
    playsInline: true,
    ...(name ? { ariaLabel: name } : {}),
    ...given({ width, height, loop, muted }),
    ...posterOf(poster, pictures, hasPublicFile),
  };
  element.children = ours.map(({ src, type }) => ({
    type: 'element',
    tagName: 'source',
    properties: { src: addressOf(src), ...given({ type }) },
    children: [],
  }));
}

function isOurs(src: string, hasPublicFile: PictureSource['hasPublicFile']): boolean {
  const kind = linkKind(src);
  return (kind === 'site' || kind === 'docs') && hasPublicFile(splitHref(src).path);
}

function addressOf(src: string): string {
  const { path, rest } = splitHref(src);
  return toUrl(path) + rest;
}

/** What is shown before the film is: a picture beside the post or in `public/`. */
function posterOf(poster: unknown, pictures: PictureSource['pictures'], hasPublicFile: PictureSource['hasPublicFile']) {
  if (typeof poster !== 'string') return {};
  const beside = pictures.get(splitHref(poster).path.replace(/^(?:\.\/)+/, ''));
  if (beside) return { poster: beside.src };
  return isOurs(poster, hasPublicFile) ? { poster: addressOf(poster) } : {};
}

function given(properties: Element['properties']): Element['properties'] {
  return Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== undefined));
}

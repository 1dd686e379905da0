// `<video>` in a post's HTML: plays what this site serves from `public/`; everything else becomes a labelled placeholder.
import type { Element, Properties } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { toUrl } from '@/lib/base/urls';
import { linkKind, splitHref } from '@/lib/mdx/links';
import type { PictureSource } from '@/lib/mdx/picture';

/**
 * Completes a `<video>`: it has controls, never starts by itself, and is loaded only when it is started. Files next to posts
 * are pictures and PDFs, and nothing is loaded from other sites: such a video becomes a link to it, or its title.
 */
export function completeVideo(element: Element, { pictures, hasPublicFile }: PictureSource): void {
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
    element.properties = { alt: name || 'a video', kind: 'video', ...given({ href }) };
    element.children = [];
    return;
  }
  const nextToPost = pictures.get(splitHref(String(poster)).path.replace(/^(?:\.\/)+/, ''))?.src;
  const ownPoster = typeof poster === 'string' && isOurs(poster) ? addressOf(poster) : undefined;
  element.properties = {
    controls: true,
    preload: 'none',
    playsInline: true,
    ...given({ ariaLabel: name || undefined, width, height, loop, muted, poster: nextToPost ?? ownPoster }),
  };
  element.children = ours.map(({ src, type }) => ({
    type: 'element',
    tagName: 'source',
    properties: { src: addressOf(src), ...given({ type }) },
    children: [],
  }));
}

function addressOf(src: string): string {
  const { path, rest } = splitHref(src);
  return toUrl(path) + rest;
}

function given(properties: Properties): Properties {
  return Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== undefined));
}

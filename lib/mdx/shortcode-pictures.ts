// The picture of an `imgproc` shortcode: the first next to the post that matches its pattern, at the size that it asks for.
import type { Element, Root } from 'hast';
import { globPattern } from '@/lib/base/glob';
import type { Picture, PictureSource } from '@/lib/mdx/picture';
import { walkHtml } from '@/lib/mdx/walk';

/** Turns `<shortcode-picture>` into `<img>`, which `lib/mdx/pictures.ts` completes. */
export function rehypeShortcodes({ pictures }: PictureSource) {
  return (tree: Root): void => {
    walkHtml(tree, (element, _, parent) => {
      if (element.type !== 'element' || element.tagName !== 'shortcode-picture') return;
      const { match, alt, scale, width, height } = element.properties;
      const found = findPicture(String(match ?? ''), pictures);
      element.tagName = 'img';
      element.properties = { src: found?.[0] ?? '', alt: String(alt ?? '') };
      if (found) {
        element.properties.width = shownWidth(found[1], String(scale), Number(width) || 0, Number(height) || 0);
        const { byline } = found[1];
        if (byline && parent?.type === 'element') addByline(parent, byline);
      }
    });
  };
}

/** Names who made the picture below the figure's caption, as Docsy does. */
function addByline(figure: Element, byline: string): void {
  const small: Element = {
    type: 'element',
    tagName: 'small',
    properties: {},
    children: [{ type: 'text', value: byline }],
  };
  const last = figure.children.at(-1);
  if (last?.type === 'element' && last.tagName === 'figcaption') {
    last.children.push({ type: 'element', tagName: 'br', properties: {}, children: [] }, small);
  } else figure.children.push({ type: 'element', tagName: 'figcaption', properties: {}, children: [small] });
}

/** The first picture, by name, that matches a pattern. */
function findPicture(match: string, pictures: ReadonlyMap<string, Picture>): [string, Picture] | undefined {
  const pattern = globPattern(match);
  return [...pictures]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .find(([name, { resource = name }]) => pattern.test(name) || pattern.test(resource));
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

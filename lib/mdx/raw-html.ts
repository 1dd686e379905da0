// HTML in Markdown files: parsed, then reduced to an allow-list, which is GitHub's with a few more elements.
import type { Element, Root } from 'hast';
import rehypeRaw from 'rehype-raw';
import rehypeSanitize, { defaultSchema, type Options } from 'rehype-sanitize';
import type { VFile } from 'vfile';

const schema: Options = {
  ...defaultSchema,
  // Ids are not changed: our scripts read no globals that an id could shadow.
  clobberPrefix: '',
  strip: ['script', 'style'],
  tagNames: [
    ...(defaultSchema.tagNames ?? []),
    ...['callout', 'figure', 'figcaption', 'mark', 'small', 'abbr', 'video'],
    ...['shortcode-video', 'shortcode-gallery', 'shortcode-picture'],
  ],
  attributes: {
    ...defaultSchema.attributes,
    callout: ['kind', 'title'],
    'shortcode-video': ['url', 'title'],
    'shortcode-gallery': ['match', 'order', 'row'],
    'shortcode-picture': ['match', 'alt', 'scale', 'width', 'height'],
    div: [
      ...(defaultSchema.attributes?.div ?? []),
      ['className', 'shortcode-cards', 'shortcode-card', 'shortcode-tabs', 'shortcode-unknown'],
    ],
    abbr: ['title'],
    img: ['src', 'alt', 'title', 'width', 'height'],
    // Authors do not choose whether there are controls, or whether it starts by itself: see lib/mdx/pictures.ts.
    video: ['src', 'poster', 'title', 'width', 'height', 'controls', 'loop', 'muted', 'playsInline', 'preload'],
    source: ['src', 'type'],
  },
  protocols: {
    ...defaultSchema.protocols,
    href: ['http', 'https', 'mailto'],
    src: ['http', 'https'],
    poster: ['http', 'https'],
  },
};

/** Keeps the HTML of Markdown files that the allow-list has. Costs nothing where there is no HTML. */
export function rehypeRawHtml() {
  const parse = rehypeRaw();
  const sanitize = rehypeSanitize(schema);
  return (tree: Root, file: VFile): Root => (hasRaw(tree) ? (sanitize(parse(tree, file) as Root) as Root) : tree);
}

/** Allows parts of tables alone: a piece of HTML may be one, with its table in another piece. */
const alone: Options = { ...schema, ancestors: {} };

/**
 * What the allow-list drops of one element: `element` for the element itself, otherwise the names of attributes. Its content
 * is not checked.
 */
export function droppedOf(element: Element): 'element' | string[] {
  const sanitize = rehypeSanitize(alone);
  const result = sanitize({ type: 'root', children: [{ ...element, children: [] }] }) as Root;
  const [kept] = result.type === 'root' ? result.children : [];
  if (kept?.type !== 'element') return 'element';
  return Object.keys(element.properties).filter((name) => !Object.hasOwn(kept.properties, name));
}

function hasRaw(node: { type: string; children?: { type: string }[] }): boolean {
  return node.type === 'raw' || (node.children?.some(hasRaw) ?? false);
}

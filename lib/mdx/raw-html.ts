// HTML in Markdown files: parsed, then held to an allow-list. The list is GitHub's own, with a few elements more.
import type { Element, Root } from 'hast';
import rehypeRaw from 'rehype-raw';
import rehypeSanitize, { defaultSchema, type Options } from 'rehype-sanitize';
import type { VFile } from 'vfile';

const schema: Options = {
  ...defaultSchema,
  // Ids are not changed: no script of ours reads globals that an id could shadow.
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
    // Controls and what may start by itself are no author's choice: see lib/mdx/films.ts.
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

/** Lets HTML of Markdown files through as far as the allow-list goes. Costs nothing where there is none. */
export function rehypeRawHtml() {
  const parse = rehypeRaw();
  const sanitize = rehypeSanitize(schema);
  return (tree: Root, file: VFile): Root => (hasRaw(tree) ? (sanitize(parse(tree, file) as Root) as Root) : tree);
}

/** Table parts alone, which a piece of HTML may be: what they stand in is another piece. */
const alone: Options = { ...schema, ancestors: {} };

/**
 * What of one element the allow-list drops: `element` where it goes with its tags, else the names of attributes.
 * What stands inside is not looked at.
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

// Parses and sanitizes HTML in Markdown files. The allow-list is GitHub's with a few more elements.
import type { Element, Root } from 'hast';
import rehypeRaw from 'rehype-raw';
import rehypeSanitize, { defaultSchema, type Options } from 'rehype-sanitize';
import type { VFile } from 'vfile';

/** What GitHub allows and a post may not: keys, the order of focus, and data for search engines. */
const refused: ReadonlySet<unknown> = new Set(['accessKey', 'tabIndex', 'itemProp', 'rev']);

/** The largest width and height of an element, in pixels. Pictures are scaled down to the page. */
export const largestSize = { picture: 4_096, other: 1_200 } as const;

const percent = String.raw`(?:\d{1,2}|100)(?:\.\d*)?%`;
const upTo1200 = new RegExp(String.raw`^\s*(?:(?:\d{1,3}|1[01]\d\d|1200)(?:\.\d*)?(?:px)?|${percent})\s*$`);
const upTo4096 = new RegExp(
  String.raw`^\s*(?:(?:\d{1,3}|[1-3]\d{3}|40[0-8]\d|409[0-6])(?:\.\d*)?(?:px)?|${percent})\s*$`,
);

/** Attributes that make room: beyond a hundred pixels they push the text off the page. */
const spaces = ['border', 'cellPadding', 'cellSpacing', 'hSpace', 'vSpace', 'size'];

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
    '*': [
      ...(defaultSchema.attributes?.['*'] ?? []).filter(
        (name) => !refused.has(name) && ![...spaces, 'width', 'height'].includes(String(name)),
      ),
      ['width', upTo1200],
      ['height', upTo1200],
      ...spaces.map((name): [string, RegExp] => [name, /^\s*(?:\d{1,2}|100)(?:px)?\s*$/]),
    ],
    callout: ['kind', 'title'],
    'shortcode-video': ['url', 'title'],
    'shortcode-gallery': ['match', 'order', 'row'],
    'shortcode-picture': ['match', 'alt', 'scale', 'width', 'height'],
    div: [['className', 'shortcode-cards', 'shortcode-card', 'shortcode-tabs', 'shortcode-unknown']],
    abbr: ['title'],
    img: ['src', 'alt', 'title', ['width', upTo4096], ['height', upTo4096]],
    // Authors do not choose whether there are controls, or whether it starts by itself: see lib/mdx/pictures.ts.
    video: [
      'src',
      'poster',
      'title',
      ['width', upTo4096],
      ['height', upTo4096],
      'controls',
      'loop',
      'muted',
      'playsInline',
      'preload',
    ],
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
 * What the allow-list drops from one element: `element` for the element itself, or else the names of attributes. Its content
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

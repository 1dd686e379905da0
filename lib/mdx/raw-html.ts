// HTML in Markdown files: parsed, then held to an allow-list. The list is GitHub's own, with a few elements more.
import type { Root } from 'hast';
import rehypeRaw from 'rehype-raw';
import rehypeSanitize, { defaultSchema, type Options } from 'rehype-sanitize';
import type { VFile } from 'vfile';

const schema: Options = {
  ...defaultSchema,
  // Ids are not changed: no script of ours reads globals that an id could shadow.
  clobberPrefix: '',
  strip: ['script', 'style'],
  tagNames: [...(defaultSchema.tagNames ?? []), 'callout', 'figure', 'figcaption', 'mark', 'small', 'abbr'],
  attributes: {
    ...defaultSchema.attributes,
    callout: ['kind'],
    abbr: ['title'],
    img: ['src', 'alt', 'title', 'width', 'height'],
  },
  protocols: { ...defaultSchema.protocols, href: ['http', 'https', 'mailto'], src: ['http', 'https'] },
};

/** Lets HTML of Markdown files through as far as the allow-list goes. Costs nothing where there is none. */
export function rehypeRawHtml() {
  const parse = rehypeRaw();
  const sanitize = rehypeSanitize(schema);
  return (tree: Root, file: VFile): Root => (hasRaw(tree) ? (sanitize(parse(tree, file) as Root) as Root) : tree);
}

function hasRaw(node: { type: string; children?: { type: string }[] }): boolean {
  return node.type === 'raw' || (node.children?.some(hasRaw) ?? false);
}

// Converts HTML links in MDX, `<a href="https://…">text</a>`, to Markdown links, so that they are checked like these.
import type { Link, PhrasingContent, RootContent } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'satteri';
import { type Diagnostic, error } from '@/lib/base/diagnostic';
import { placeOf } from '@/lib/mdx/places';
import { walkMarkdown } from '@/lib/mdx/walk';

type JsxElement = MdxJsxFlowElement | MdxJsxTextElement;

/** Replaces each `<a>` that has an address and a text. What is left over, `lib/mdx/rules.ts` refuses. */
export function putJsxLinks(tree: Parameters<typeof walkMarkdown>[0]): void {
  walkMarkdown(tree, (node, index, parent) => {
    if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return;
    if (node.name !== 'a' || !parent || index === undefined || !hasOnlyKnown(node) || whyNoLink(node)) return;
    const children = contentOf(node) as PhrasingContent[];
    const link: Link = {
      type: 'link',
      url: attributeOf(node, 'href') ?? '',
      title: attributeOf(node, 'title') ?? null,
      children,
      position: node.position,
    };
    const isBlock = node.type === 'mdxJsxFlowElement' && parent.type !== 'paragraph';
    const put: RootContent = isBlock ? { type: 'paragraph', children: [link], position: node.position } : link;
    (parent.children as RootContent[])[index] = put;
  });
}

/** Says why an `<a>` with known attributes cannot be a link of Markdown. */
export function whyNoLink(element: JsxElement): Diagnostic | undefined {
  const place = placeOf(element);
  if (!attributeOf(element, 'href')) {
    return error('mdx/attribute', '<a> needs href: the URL', 'write <a href="https://…">', place);
  }
  const content = contentOf(element);
  if (!content) {
    return error('mdx/content', '<a> can contain only one paragraph of text', 'write [text](https://…)', place);
  }
  let isNested = false;
  walkMarkdown({ type: 'root', children: content }, (node) => {
    const isElement = node.type === 'mdxJsxTextElement' || node.type === 'mdxJsxFlowElement';
    if (node.type === 'link' || node.type === 'linkReference' || (isElement && node.name === 'a')) isNested = true;
  });
  if (!isNested) return undefined;
  return error('mdx/content', 'a link cannot contain another link', 'close the first one before the second', place);
}

function hasOnlyKnown({ attributes }: JsxElement): boolean {
  return attributes.every(
    (each) => 'name' in each && (each.name === 'href' || each.name === 'title') && typeof each.value === 'string',
  );
}

function attributeOf({ attributes }: JsxElement, name: string): string | undefined {
  const found = attributes.find((each) => 'name' in each && each.name === name);
  return found && typeof found.value === 'string' ? found.value : undefined;
}

/** What the element contains, without a paragraph around it and without links in the place of bare addresses. */
function contentOf({ children }: JsxElement): RootContent[] | undefined {
  const [first] = children;
  const inner = (children.length === 1 && first?.type === 'paragraph' ? first.children : children) as RootContent[];
  if (inner.some(({ type }) => blocks.has(type))) return undefined;
  return inner.flatMap((node) => {
    const [only] = node.type === 'link' ? node.children : [];
    const isBare = only?.type === 'text' && only.position?.start.offset === node.position?.start.offset;
    return isBare ? only : node;
  });
}

const blocks: ReadonlySet<string> = new Set(
  'paragraph heading list blockquote code table thematicBreak html definition footnoteDefinition mdxJsxFlowElement'.split(
    ' ',
  ),
);

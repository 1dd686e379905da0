// Turns parts of a body without components into HTML text: React then renders a few large pieces instead of every element.
import type { Element, Properties, Root, RootContent } from 'hast';
import { type Options, toHtml } from 'hast-util-to-html';
import type { MdxJsxFlowElementHast, MdxJsxTextElementHast } from 'satteri';

/** The attribute that has an element's content as HTML; `lib/mdx/render.ts` passes it to React. */
export const innerHtml = 'innerHtml';

/** Elements that a component renders, although their names are those of plain elements. */
const components: ReadonlySet<string> = new Set(['callout', 'picture-place', 'shortcode-video', 'shortcode-gallery']);

/** As React writes HTML, so that a page is the same whichever of the two rendered a part. */
const spelling: Options = {
  closeSelfClosing: true,
  tightSelfClosing: true,
  characterReferences: { useNamedReferences: true },
};

type Component = MdxJsxFlowElementHast | MdxJsxTextElementHast;

/**
 * Replaces the children of every outermost element without components by their HTML, in the attribute {@link innerHtml}.
 * Comes last: no other plugin could read the tree afterwards.
 */
export function rehypeFlatten() {
  return (tree: Root): void => {
    hasComponent(tree);
  };
}

/** Flattens the children of a node that React itself must render. @returns whether it must. */
function hasComponent(node: Root | Element | Component): boolean {
  if (node.type === 'element') delete node.properties[innerHtml];
  const children: RootContent[] = node.children;
  const plain: Element[] = [];
  let has = node.type !== 'element' || components.has(node.tagName);
  for (const [index, child] of children.entries()) {
    const element = toElement(child);
    if (!element) continue;
    children[index] = element;
    if (hasComponent(element)) has = true;
    else if (element.type === 'element') plain.push(element);
  }
  if (has) for (const element of plain) flatten(element);
  return has;
}

/** The node as an element, `<kbd>` of MDX as one of HTML; undefined for text and the like. */
function toElement(node: RootContent): Element | Component | undefined {
  if (node.type === 'element') return node;
  if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return undefined;
  const { name, attributes, children } = node;
  if (name === null || /^[A-Z]/.test(name)) return node;
  const properties: Properties = {};
  for (const attribute of attributes) {
    if (attribute.type !== 'mdxJsxAttribute') continue;
    properties[attribute.name] = typeof attribute.value === 'string' ? attribute.value : true;
  }
  return { type: 'element', tagName: name, properties, children };
}

function flatten(element: Element): void {
  const { children } = element;
  if (children.length === 0 || (children.length === 1 && children[0]?.type === 'text')) return;
  element.properties[innerHtml] = toHtml(children, spelling);
  element.children = [];
}

// What of a body holds no component is handed on as text: React then draws a few large pieces and not every word's element.
import type { Element, Properties, Root, RootContent } from 'hast';
import { type Options, toHtml } from 'hast-util-to-html';
import type { MdxJsxFlowElementHast, MdxJsxTextElementHast } from 'satteri';

/** The attribute that carries an element's content as HTML; `lib/mdx/render.ts` hands it to React. */
export const innerHtml = 'innerHtml';

/** Elements that are drawn by a component, though they have the names of plain ones. */
const drawn: ReadonlySet<string> = new Set(['callout', 'picture-place', 'shortcode-video', 'shortcode-gallery']);

/** As React spells it, so that a page looks the same whichever of the two drew a part. */
const spelling: Options = {
  closeSelfClosing: true,
  tightSelfClosing: true,
  characterReferences: { useNamedReferences: true },
};

type Component = MdxJsxFlowElementHast | MdxJsxTextElementHast;

/**
 * Replaces the children of every outermost element in which no component stands by their HTML, in the attribute
 * {@link innerHtml}. Comes last: what it leaves is no tree any more.
 */
export function rehypeFlatten() {
  return (tree: Root): void => {
    holdsComponent(tree);
  };
}

/** Flattens whatever stands in a node, where it must be drawn by React itself. @returns whether it must. */
function holdsComponent(node: Root | Element | Component): boolean {
  if (node.type === 'element') delete node.properties[innerHtml];
  const children: RootContent[] = node.children;
  const plain: Element[] = [];
  let holds = node.type !== 'element' || drawn.has(node.tagName);
  for (const [index, child] of children.entries()) {
    const element = toElement(child);
    if (!element) continue;
    children[index] = element;
    if (holdsComponent(element)) holds = true;
    else if (element.type === 'element') plain.push(element);
  }
  if (holds) for (const element of plain) flatten(element);
  return holds;
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

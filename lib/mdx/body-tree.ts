// A compiled body to a syntax tree of HTML, without React: for feeds, which are made where React's own renderer may not be loaded.
import type { Element, ElementContent, Properties, Root, RootContent } from 'hast';
import { htmlToHast } from 'satteri';
import type { CompiledBody } from '@/lib/mdx/compile';
import { innerHtml } from '@/lib/mdx/flatten';

/** Attributes as a body has them, and what stands within. */
export type BodyProps = Readonly<Record<string, unknown>>;

/** What a component may give back: nodes, text, nothing, or lists of these. */
export type BodyNode = RootContent | Root | string | number | boolean | null | undefined | readonly BodyNode[];

/** What is drawn in the place of a name in a post. It is called before what stands around it. */
export type TreeComponents = Readonly<Record<string, (props: BodyProps) => BodyNode>>;

const Fragment = Symbol('fragment');

type Type = string | typeof Fragment | ((props: BodyProps) => BodyNode);

/**
 * Makes a body a tree of HTML. Its source was written by `lib/mdx/compile.ts` and by nobody else; of the post's text it
 * holds nothing but string literals.
 */
export function toBodyTree({ source }: Pick<CompiledBody, 'source'>, components: TreeComponents): Root {
  const run = Reflect.construct(Function, [source]) as (given: unknown) => { default: (props: BodyProps) => BodyNode };
  const body = run({ Fragment, jsx: create, jsxs: create, jsxDEV: create }).default({ components });
  return { type: 'root', children: toNodes(body) };
}

/** What a component gave back, as nodes. */
export function toNodes(node: BodyNode): ElementContent[] {
  if (node === null || node === undefined || typeof node === 'boolean') return [];
  if (typeof node === 'string' || typeof node === 'number') return [{ type: 'text', value: String(node) }];
  if ('length' in node) return node.flatMap(toNodes);
  if (node.type === 'root') return node.children.flatMap(toNodes);
  return node.type === 'element' || node.type === 'text' ? [node] : [];
}

/** An element. Attributes that are undefined are not written. */
export function element(tagName: string, properties: Properties, ...children: BodyNode[]): Element {
  return { type: 'element', tagName, properties, children: toNodes(children) };
}

/** Stands in the place of React's own function of this name and form. */
function create(type: Type, props: BodyProps): BodyNode {
  const { children, ...attributes } = props;
  if (type === Fragment) return children as BodyNode;
  if (typeof type === 'function') return type(props);
  if (typeof type !== 'string') return null;
  const html = attributes[innerHtml];
  const within = typeof html === 'string' ? (htmlToHast(html, { fragment: true }) as Root) : (children as BodyNode);
  return element(type, toProperties(attributes), within);
}

function toProperties(attributes: BodyProps): Properties {
  const properties: Properties = {};
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') properties[name] = value;
  }
  return properties;
}

// A compiled body to a syntax tree of HTML, without React: for feeds, which are made where React's own renderer may not be loaded.
import type { Properties, Root } from 'hast';
import { htmlToHast } from 'satteri';
import { element, type HtmlNode, toNodes } from '@/lib/base/html';
import type { CompiledBody } from '@/lib/mdx/compile';
import { innerHtml } from '@/lib/mdx/flatten';

/** Attributes as a body has them, and what stands within. */
export type BodyProps = Readonly<Record<string, unknown>>;

/** What is drawn in the place of a name in a post. It is called before what stands around it. */
export type TreeComponents = Readonly<Record<string, (props: BodyProps) => HtmlNode>>;

const Fragment = Symbol('fragment');

type Type = string | typeof Fragment | ((props: BodyProps) => HtmlNode);

/**
 * Makes a body a tree of HTML. Its source was written by `lib/mdx/compile.ts` and by nobody else; of the post's text it
 * holds nothing but string literals.
 */
export function toBodyTree({ source }: Pick<CompiledBody, 'source'>, components: TreeComponents): Root {
  const run = Reflect.construct(Function, [source]) as (given: unknown) => { default: (props: BodyProps) => HtmlNode };
  const body = run({ Fragment, jsx: create, jsxs: create, jsxDEV: create }).default({ components });
  return { type: 'root', children: toNodes(body) };
}

/** Stands in the place of React's own function of this name and form. */
function create(type: Type, props: BodyProps): HtmlNode {
  const { children, ...attributes } = props;
  if (type === Fragment) return children as HtmlNode;
  if (typeof type === 'function') return type(props);
  if (typeof type !== 'string') return null;
  const html = attributes[innerHtml];
  const within = typeof html === 'string' ? (htmlToHast(html, { fragment: true }) as Root) : (children as HtmlNode);
  return element(type, toProperties(attributes), within);
}

function toProperties(attributes: BodyProps): Properties {
  const properties: Properties = {};
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') properties[name] = value;
  }
  return properties;
}

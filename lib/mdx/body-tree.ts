// Converts a compiled body to a HAST tree without React, because feeds are rendered where React's renderer is forbidden.
import type { Properties, Root } from 'hast';
import { htmlToHast } from 'satteri';
import { element, type HtmlNode, toNodes } from '@/lib/base/html';
import type { CompiledBody } from '@/lib/mdx/compile';
import { innerHtml } from '@/lib/mdx/flatten';

/** Attributes as a body has them, and `children`. */
export type BodyProps = Readonly<Record<string, unknown>>;

/** Renders the components of a post, by name. Inner components are rendered before outer ones. */
export type TreeComponents = Readonly<Record<string, (props: BodyProps) => HtmlNode>>;

const Fragment = Symbol('fragment');

type Type = string | typeof Fragment | ((props: BodyProps) => HtmlNode);

/**
 * Renders a body to a tree of HTML. Its source comes from `lib/mdx/compile.ts` alone; the post's text is in it only as string
 * literals.
 */
export function toBodyTree({ source }: Pick<CompiledBody, 'source'>, components: TreeComponents): Root {
  const run = Reflect.construct(Function, [source]) as (given: unknown) => { default: (props: BodyProps) => HtmlNode };
  const body = run({ Fragment, jsx: create, jsxs: create, jsxDEV: create }).default({ components });
  return { type: 'root', children: toNodes(body) };
}

/** Has the form of React's `jsx`. */
function create(type: Type, props: BodyProps): HtmlNode {
  const { children, ...attributes } = props;
  if (type === Fragment) return children as HtmlNode;
  if (typeof type === 'function') return type(props);
  if (typeof type !== 'string') return null;
  const html = attributes[innerHtml];
  const inside = typeof html === 'string' ? (htmlToHast(html, { fragment: true }) as Root) : (children as HtmlNode);
  return element(type, toProperties(attributes), inside);
}

function toProperties(attributes: BodyProps): Properties {
  const properties: Properties = {};
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') properties[name] = value;
  }
  return properties;
}

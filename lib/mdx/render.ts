// Renders a compiled body to React, with the components that it contains.
import { type ComponentType, createElement, type ElementType, type Key, type ReactElement } from 'react';
import { Fragment, jsx, jsxs } from 'react/jsx-runtime';
import type { CompiledBody } from '@/lib/mdx/compile';
import { innerHtml } from '@/lib/mdx/flatten';

// biome-ignore lint/suspicious/noExplicitAny: each component has props of its own, which MDX passes by name
export type BodyComponents = Readonly<Record<string, ComponentType<any>>>;

type Props = Readonly<Record<string, unknown>>;
type Create = (type: ElementType, props: Props, key?: Key) => ReactElement;

/** Passes content that is HTML already to React: see `lib/mdx/flatten.ts`. */
function withInnerHtml(create: Create): Create {
  return (type, props, key) => {
    const html = props[innerHtml];
    if (typeof html !== 'string') return create(type, props, key);
    const { [innerHtml]: _, ...rest } = props;
    return create(type, { ...rest, dangerouslySetInnerHTML: { __html: html } }, key);
  };
}

const one = withInnerHtml(jsx as Create);
const several = withInnerHtml(jsxs as Create);
/** Outside of production, the compiled form says for each element whether its children are fixed. */
const jsxDEV = (type: ElementType, props: Props, key?: Key, isFixed?: boolean) =>
  (isFixed ? several : one)(type, props, key);
const runtime = { Fragment, jsx: one, jsxs: several, jsxDEV };

/**
 * Renders a body with React. Its source comes from `lib/mdx/compile.ts` alone; the post's text is in it only as string
 * literals.
 */
export function renderBody({ source }: Pick<CompiledBody, 'source'>, components: BodyComponents): ReactElement {
  const run = Reflect.construct(Function, [source]) as (given: typeof runtime) => { default: ComponentType<Props> };
  return createElement(run(runtime).default, { components });
}

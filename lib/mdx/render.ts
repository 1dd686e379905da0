// A compiled body to React, with the components that it places.
import { type ComponentType, createElement, type ElementType, type Key, type ReactElement } from 'react';
import { Fragment, jsx, jsxs } from 'react/jsx-runtime';
import type { CompiledBody } from '@/lib/mdx/compile';
import { innerHtml } from '@/lib/mdx/flatten';

// biome-ignore lint/suspicious/noExplicitAny: each component has props of its own; MDX hands them over by name
export type BodyComponents = Readonly<Record<string, ComponentType<any>>>;

type Props = Readonly<Record<string, unknown>>;
type Create = (type: ElementType, props: Props, key?: Key) => ReactElement;

/** Elements whose content is HTML already have it as an attribute: see `lib/mdx/flatten.ts`. */
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
/** The form that is compiled outside of production says with each element whether its children are fixed. */
const jsxDEV = (type: ElementType, props: Props, key?: Key, isFixed?: boolean) =>
  (isFixed ? several : one)(type, props, key);
const runtime = { Fragment, jsx: one, jsxs: several, jsxDEV };

/**
 * Makes a body React. Its source was written by `lib/mdx/compile.ts` and by nobody else; of the post's text it holds
 * nothing but string literals.
 */
export function renderBody({ source }: Pick<CompiledBody, 'source'>, components: BodyComponents): ReactElement {
  const run = Reflect.construct(Function, [source]) as (given: typeof runtime) => { default: ComponentType<Props> };
  return createElement(run(runtime).default, { components });
}

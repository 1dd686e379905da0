// Renders a page as the framework does, with React alone: without the data and the scripts that no reader is sent. And asks a route
// handler for its response, in the form in which the framework stores it.
import type { Metadata, Viewport } from 'next';
// The framework's own functions decide what the head of a page contains, for its pages and for ours.
import { createMetadataElements, createViewportElements } from 'next/dist/lib/metadata/metadata-elements.js';
import {
  accumulateMetadata,
  accumulateViewport,
  createSelectedMetadata,
  type MetadataItems,
} from 'next/dist/lib/metadata/resolve-metadata.js';
import { createElement, Fragment, isValidElement, type ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { stripScripts } from '@/lib/build/strip-scripts';

/** The parameters of an address, percent-encoded: `{ year: '2022' }`; a list for a parameter that takes the rest of the address. */
export type Params = Readonly<Record<string, string | readonly string[]>>;

interface PageProps {
  readonly params: Promise<Params>;
  readonly searchParams: Promise<Readonly<Record<string, never>>>;
}

/** A file `page.tsx`. */
export interface PageModule {
  readonly default: (props: PageProps) => ReactNode | Promise<ReactNode>;
  readonly metadata?: Metadata;
  readonly generateMetadata?: (props: PageProps) => Metadata | Promise<Metadata>;
  readonly viewport?: Viewport;
}

/** The file `layout.tsx` around all pages. */
export interface LayoutModule {
  readonly default: (props: { children: ReactNode; params: Promise<Params> }) => ReactNode | Promise<ReactNode>;
  readonly metadata?: Metadata;
  readonly viewport?: Viewport;
}

/** The address in `sheetElement`. */
const sheetPlaceholder = 'news-sheet';

/** The placeholder in a page for its style sheets, whose addresses are known once all pages are rendered. */
export const sheetElement = `<link rel="stylesheet" href="${sheetPlaceholder}"/>`;

/** The placeholder of the framework's head for icons of single pages; the framework removes it, too. */
const iconPlaceholder = '<meta name="«nxt-icon»"/>';

/**
 * Renders a page.
 *
 * @param path its address as the framework knows it, without a final slash.
 * @returns the whole document, with `sheetElement` for its style sheets.
 * @throws {Error} whatever the page throws, `notFound()` included.
 */
export async function prerenderPage(
  layout: LayoutModule,
  page: PageModule,
  pattern: string,
  path: string,
  params: Params,
): Promise<string> {
  const props: PageProps = { params: Promise.resolve(params), searchParams: Promise.resolve({}) };
  const [metadata, content] = await Promise.all([
    page.generateMetadata?.(props) ?? page.metadata,
    resolveAsync(page.default(props)),
  ]);
  const document = await layout.default({ children: content, params: Promise.resolve({}) });
  const head = [
    ...createViewportElements(await accumulateViewport([layout.viewport ?? null, page.viewport ?? null])),
    ...(await metadataElements(layout.metadata ?? null, metadata ?? null, pattern, path)),
  ];
  const sheet = createElement('link', { rel: 'stylesheet', href: sheetPlaceholder, precedence: 'next' });
  const html = renderToStaticMarkup(
    createElement(Fragment, null, createElement(Fragment, null, head), sheet, document),
  );
  return stripScripts(`<!DOCTYPE html>${html.replace(iconPlaceholder, '')}`, path);
}

async function metadataElements(layout: Metadata | null, page: Metadata | null, pattern: string, path: string) {
  // One item for each segment of the address; only the layout and the page have metadata.
  const segments = pattern.split('/').slice(1);
  const items = [layout, ...segments.map(() => null), page].map((each) => [each, null]) as unknown as MetadataItems;
  const context = { trailingSlash: true, isStaticMetadataRouteFile: false };
  const metadata = await accumulateMetadata(pattern, items, Promise.resolve(path), context);
  return createMetadataElements(createSelectedMetadata(metadata));
}

/**
 * Resolves a page that is, or returns, an asynchronous component. Deeper in the tree none may be asynchronous, because React renders
 * the document synchronously.
 */
async function resolveAsync(node: ReactNode | Promise<ReactNode>): Promise<ReactNode> {
  const element = await node;
  if (!isValidElement<object>(element) || typeof element.type !== 'function') return element;
  const component = element.type as (props: object) => ReactNode | Promise<ReactNode>;
  return component.constructor.name === 'AsyncFunction' ? resolveAsync(component(element.props)) : element;
}

/** A file `route.ts`. */
export interface RouteModule {
  readonly GET: (request: Request, context: { params: Promise<Params> }) => Response | Promise<Response>;
}

/**
 * Calls a route handler.
 *
 * @param encoded the percent-encoded address, without a final slash.
 * @throws {Error} whatever the handler throws, and for a status that the framework would not prerender.
 */
export async function prerenderRoute({ GET }: RouteModule, encoded: string, params: Params) {
  const request = new Request(new URL(`${encoded}/`, 'http://localhost:3000'));
  const response = await GET(request, { params: Promise.resolve(params) });
  const { status } = response;
  if (status >= 400 && status !== 404) throw new Error(`responds with status ${status}, which cannot be prerendered`);
  return {
    head: { status, headers: Object.fromEntries(response.headers) },
    body: Buffer.from(await response.arrayBuffer()),
  };
}

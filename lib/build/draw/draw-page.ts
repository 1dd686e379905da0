// Draws a page as the framework does, by React alone: without the data and the scripts that no reader is sent.
import type { Metadata, Viewport } from 'next';
// The framework's own: what a page's head says is decided there, for its pages and for ours.
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

/** What an address fills in: `{ year: '2022' }`; a list for a parameter that takes the rest of an address. Percent-encoded. */
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

/** Stands where the addresses of the page's style sheets will: they are known once all pages have been drawn. */
export const sheetPlace = 'news-sheet';

/** The element that a drawn page has for its style sheets. */
export const sheetElement = `<link rel="stylesheet" href="${sheetPlace}"/>`;

/**
 * Draws a page.
 *
 * @param path its address as the framework knows it, without a final slash.
 * @param params what the address fills in.
 * @returns the whole document, with `sheetElement` for its style sheets.
 * @throws {Error} whatever the page throws; where it says that it is not there, an error that names it.
 */
export async function drawPage(
  layout: LayoutModule,
  page: PageModule,
  pattern: string,
  path: string,
  params: Params,
): Promise<string> {
  const props: PageProps = { params: Promise.resolve(params), searchParams: Promise.resolve({}) };
  const [metadata, content] = await Promise.all([
    page.generateMetadata?.(props) ?? page.metadata,
    settled(page.default(props)),
  ]);
  const document = await layout.default({ children: content, params: Promise.resolve({}) });
  const elements = [
    ...createViewportElements(await accumulateViewport([layout.viewport ?? null, page.viewport ?? null])),
    ...(await headOf(layout.metadata ?? null, metadata ?? null, pattern, path)),
  ];
  const sheet = createElement('link', { rel: 'stylesheet', href: sheetPlace, precedence: 'next' });
  const html = renderToStaticMarkup(
    createElement(Fragment, null, createElement(Fragment, null, elements), sheet, document),
  );
  return stripScripts(`<!DOCTYPE html>${html.replace(iconPlace, '')}`, path);
}

/** What the framework's head has where it would put icons that only some pages have; it takes it out itself. */
const iconPlace = '<meta name="«nxt-icon»"/>';

async function headOf(layout: Metadata | null, page: Metadata | null, pattern: string, path: string) {
  // One item for each part of the address: only of the first and the last there is something to say.
  const inner = pattern.split('/').slice(1);
  const items = [layout, ...inner.map(() => null), page].map((each) => [each, null]) as unknown as MetadataItems;
  const context = { trailingSlash: true, isStaticMetadataRouteFile: false };
  const metadata = await accumulateMetadata(pattern, items, Promise.resolve(path), context);
  return createMetadataElements(createSelectedMetadata(metadata));
}

/**
 * What a page has given back, once everything that it awaits is there: it may be a component that awaits something itself.
 * Deeper, nothing may: React draws a document at once, which takes half the time of a stream.
 */
async function settled(node: ReactNode | Promise<ReactNode>): Promise<ReactNode> {
  const given = await node;
  if (!isValidElement<object>(given) || typeof given.type !== 'function') return given;
  const draw = given.type as (props: object) => ReactNode | Promise<ReactNode>;
  return draw.constructor.name === 'AsyncFunction' ? settled(draw(given.props)) : given;
}

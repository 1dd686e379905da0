// What routes with parameters have in common: the list of addresses, decoded parameters, 404, and the response.
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import type { ReactNode } from 'react';

type AnyParams = Readonly<Record<string, string | readonly string[]>>;

interface ParamRoute<Params, Found> {
  /** The parameters of every address. */
  readonly list: () => readonly Params[] | Promise<readonly Params[]>;
  /** What is at an address. Parameters are decoded. @returns undefined if there is nothing at it. */
  readonly find: (params: Params) => Found | undefined | Promise<Found | undefined>;
}

interface PageRoute<Params, Found> extends ParamRoute<Params, Found> {
  readonly head: (found: Found) => Promise<Metadata>;
  readonly render: (found: Found) => ReactNode | Promise<ReactNode>;
}

interface FileRoute<Params, Found> extends ParamRoute<Params, Found> {
  readonly respond: (found: Found, params: Params) => Response | Promise<Response>;
}

/** What the `page.tsx` of a route with parameters exports; `Page` is its default export. */
export function pageRoute<Params extends AnyParams, Found>(route: PageRoute<Params, Found>) {
  return {
    generateStaticParams: staticParams(route.list),
    async generateMetadata({ params }: { params: Promise<Params> }) {
      return route.head((await findAt(route, params)).found);
    },
    async Page({ params }: { params: Promise<Params> }) {
      return route.render((await findAt(route, params)).found);
    },
  };
}

/** What the route file of a route with parameters exports. */
export function fileRoute<Params extends AnyParams, Found>(route: FileRoute<Params, Found>) {
  return {
    generateStaticParams: staticParams(route.list),
    async GET(_: Request, { params }: { params: Promise<Params> }): Promise<Response> {
      const { found, decoded } = await findAt(route, params);
      return route.respond(found, decoded);
    },
  };
}

async function findAt<Params extends AnyParams, Found>({ find }: ParamRoute<Params, Found>, params: Promise<Params>) {
  const entries = Object.entries(await params).map(([name, value]): [string, string | string[]] => [
    name,
    typeof value === 'string' ? decodeParam(value) : value.map(decodeParam),
  ]);
  const decoded = Object.fromEntries(entries) as Params;
  return { found: (await find(decoded)) ?? notFound(), decoded };
}

/** Percent-decodes a part of an address. One that cannot be decoded stays as it is: nothing has such a name. */
export function decodeParam(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/**
 * Makes a route's `generateStaticParams`. Where lib/build/prerender renders the rest, the framework renders the first alone, to
 * compare.
 *
 * @param list the parameters of all addresses of the route.
 */
export function staticParams<Params>(list: () => readonly Params[] | Promise<readonly Params[]>) {
  return async (): Promise<Params[]> => (await list()).slice(0, process.env.NEWS_FIRST_ONLY ? 1 : undefined);
}

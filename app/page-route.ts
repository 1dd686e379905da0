// What the pages of a route with parameters have in common: the list of addresses, the head, 404, and the page itself.
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import type { ReactNode } from 'react';
import { decodeParam } from '@/app/decode-param';
import { staticParams } from '@/app/static-params';

interface PageRoute<Params, Found> {
  /** The parameters of every page. */
  readonly list: () => readonly Params[] | Promise<readonly Params[]>;
  /** What a page shows. Parameters are decoded. @returns undefined if there is no such page. */
  readonly find: (params: Params) => Found | undefined | Promise<Found | undefined>;
  readonly head: (found: Found) => Promise<Metadata>;
  readonly render: (found: Found) => ReactNode | Promise<ReactNode>;
}

/** What the `page.tsx` of a route with parameters exports; `Page` is its default export. */
export function pageRoute<Params extends Record<string, string>, Found>(route: PageRoute<Params, Found>) {
  const find = async (params: Promise<Params>) => {
    const decoded = Object.entries(await params).map(([name, value]) => [name, decodeParam(value)]);
    return (await route.find(Object.fromEntries(decoded))) ?? notFound();
  };
  return {
    generateStaticParams: staticParams(route.list),
    generateMetadata: async ({ params }: { params: Promise<Params> }) => route.head(await find(params)),
    async Page({ params }: { params: Promise<Params> }) {
      return route.render(await find(params));
    },
  };
}

// The addresses of a route, and how many of them the framework renders.

/**
 * Makes a route's `generateStaticParams`. Where lib/build/prerender renders the rest, the framework renders the first alone, to
 * compare.
 *
 * @param list the parameters of all addresses of the route.
 */
export function staticParams<Params>(list: () => readonly Params[] | Promise<readonly Params[]>) {
  return async (): Promise<Params[]> => (await list()).slice(0, process.env.NEWS_FIRST_ONLY ? 1 : undefined);
}

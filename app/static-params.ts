// What a route is made for, and how much of it the framework makes by itself.

/**
 * Makes a route's `generateStaticParams`. In a build of ours the framework makes the first alone, to be held against; the rest is
 * drawn by lib/build/draw, in a fifth of the time.
 *
 * @param list everything that the route is made for.
 */
export function staticParams<Params>(list: () => readonly Params[] | Promise<readonly Params[]>) {
  return async (): Promise<Params[]> => (await list()).slice(0, process.env.NEWS_FIRST_ONLY ? 1 : undefined);
}

// Replaces the framework's `next/navigation` in pages that we prerender.

/** For a listed page that calls it, an error in the list. @throws {Error} always. */
export function notFound(): never {
  throw new Error(
    'calls notFound(), though it is listed (fix: generateStaticParams must list only what the page finds)',
  );
}

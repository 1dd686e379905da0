// What pages ask of the framework's `next/navigation` while we draw them.

/** A page that is listed, and yet says that it is not there. @throws {Error} always. */
export function notFound(): never {
  throw new Error(
    'is listed, and says that it is not there (fix: what generateStaticParams lists, the page must know)',
  );
}

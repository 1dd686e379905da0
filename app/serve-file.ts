// How files that strangers sent are served: pictures beside posts, and those that entries name.
import { filePolicy } from '@/lib/base/headers.mjs';
import type { MediaType } from '@/lib/base/media';

/**
 * The answer with a file's bytes. Whatever is in it, it may not act as a page of this site.
 *
 * @param caching the value of `Cache-Control`.
 * @param tag the value of `ETag`, for what is not made at build.
 */
export function serveFile(bytes: Buffer<ArrayBuffer>, type: MediaType, caching: string, tag?: string): Response {
  return new Response(bytes, {
    headers: {
      ...(tag === undefined ? {} : { ETag: tag }),
      'Content-Type': type,
      'Cache-Control': caching,
      'Content-Security-Policy': filePolicy,
      'X-Content-Type-Options': 'nosniff',
    },
  });
}

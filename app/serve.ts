// Responses of routes: text, data and files, each with how long it may be kept.
import { entityTag } from '@/lib/base/entity-tag';
import { filePolicy, fileSharing } from '@/lib/base/headers.mjs';
import type { MediaType } from '@/lib/base/media';

/** Lets scripts of other sites read a response. */
export const anyOrigin = { 'Access-Control-Allow-Origin': '*' };

/**
 * A response with text.
 *
 * @param type its media type, without parameters.
 * @param headers further headers; they win over the default ones.
 */
export function serveText(text: string, type: string, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(text, {
    headers: {
      ETag: entityTag(text),
      'Content-Type': `${type}; charset=utf-8`,
      'Cache-Control': 'public, max-age=3600',
      'X-Content-Type-Options': 'nosniff',
      ...headers,
    },
  });
}

/** A response with a value as indented JSON, for scripts of any site. */
export function serveJson(value: unknown): Response {
  return serveText(`${JSON.stringify(value, null, 2)}\n`, 'application/json', anyOrigin);
}

/**
 * A response with a file that a contributor sent. Whatever is in the file, it cannot act as a page of this site.
 *
 * @param caching the value of `Cache-Control`.
 * @param tag the value of `ETag`, for what is not made at build time.
 */
export function serveFile(bytes: Buffer<ArrayBuffer>, type: MediaType, caching: string, tag?: string): Response {
  return new Response(bytes, {
    headers: {
      ...(tag === undefined ? {} : { ETag: tag }),
      'Content-Type': type,
      'Cache-Control': caching,
      'Content-Security-Policy': filePolicy,
      'Cross-Origin-Resource-Policy': fileSharing,
      'X-Content-Type-Options': 'nosniff',
    },
  });
}

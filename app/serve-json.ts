// How data is served: to every other site, too.
import { entityTag } from '@/lib/base/entity-tag';

/** The answer with a value as JSON that people can read. */
export function serveJson(value: unknown): Response {
  const text = `${JSON.stringify(value, null, 2)}\n`;
  return new Response(text, {
    headers: {
      ETag: entityTag(text),
      'Content-Type': 'application/json; charset=utf-8',
      'Cache-Control': 'public, max-age=3600',
      'Access-Control-Allow-Origin': '*',
      'X-Content-Type-Options': 'nosniff',
    },
  });
}

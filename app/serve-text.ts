// Text that programs read and people may look at.
import { entityTag } from '@/lib/base/entity-tag';

/** The answer with a text. @param type its media type, without parameters. */
export function serveText(text: string, type: string): Response {
  return new Response(text, {
    headers: {
      ETag: entityTag(text),
      'Content-Type': `${type}; charset=utf-8`,
      'Cache-Control': 'public, max-age=3600',
      'X-Content-Type-Options': 'nosniff',
    },
  });
}

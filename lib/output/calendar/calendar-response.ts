// A calendar file as the answer to a request.
import { entityTag } from '@/lib/base/entity-tag';

/**
 * An iCalendar text with its media type (RFC 5545, section 8.1) and a name to keep it under (RFC 6266).
 *
 * @param fileName letters, digits, dots and hyphens.
 */
export function calendarResponse(text: string, fileName: string): Response {
  return new Response(text, {
    headers: {
      ETag: entityTag(text),
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': `inline; filename="${fileName}"`,
      'Cache-Control': 'public, max-age=3600',
      'X-Content-Type-Options': 'nosniff',
    },
  });
}

// A calendar as the response to a request.
import { serveText } from '@/app/serve';
import { toHref } from '@/lib/base/urls';
import { getContent } from '@/lib/content/queries';
import type { Event } from '@/lib/kinds/event/event';
import { renderCalendar } from '@/lib/output/calendar/ics';

/**
 * A response with events as a calendar (RFC 5545, section 8.1), and a name to save it under (RFC 6266).
 *
 * @param name what calendar programs call it.
 * @param fileName letters, digits, dots and hyphens.
 */
export async function serveCalendar(name: string, events: readonly Event[], fileName: string): Promise<Response> {
  const { people } = (await getContent()).community;
  return serveText(renderCalendar({ name, events, people, toHref }), 'text/calendar', {
    'Content-Disposition': `inline; filename="${fileName}"`,
  });
}

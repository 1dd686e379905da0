// The calendar of all events.
import { serveCalendar } from '@/app/serve-calendar';
import { getContent } from '@/lib/content/queries';
import { site } from '@/lib/site';

export const dynamic = 'force-static';

export async function GET() {
  return serveCalendar(site.name, (await getContent()).community.events, 'events.ics');
}

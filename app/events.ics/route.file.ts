// The calendar with all events, to subscribe to.
import { calendarResponse } from '@/lib/calendar/calendar-response';
import { renderCalendar } from '@/lib/calendar/ics';
import { getContent } from '@/lib/content/content';
import { site } from '@/lib/site';
import { toHref } from '@/lib/urls';

export const dynamic = 'force-static';

export async function GET() {
  const { community, byId } = await getContent();
  const text = renderCalendar({ name: site.name, events: community.events, people: byId.people, toHref });
  return calendarResponse(text, 'events.ics');
}

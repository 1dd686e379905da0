// The calendar with all events, to subscribe to.

import { toHref } from '@/lib/base/urls';
import { getContent } from '@/lib/content/queries';
import { calendarResponse } from '@/lib/output/calendar/calendar-response';
import { renderCalendar } from '@/lib/output/calendar/ics';
import { site } from '@/lib/site';

export const dynamic = 'force-static';

export async function GET() {
  const { events, people } = (await getContent()).community;
  const text = renderCalendar({ name: site.name, events, people, toHref });
  return calendarResponse(text, 'events.ics');
}

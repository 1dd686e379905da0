// The calendar with one event, /events/<id>.ics, to which next.config.mjs leads.

import { notFound } from 'next/navigation';
import { staticParams } from '@/app/static-params';
import { toHref } from '@/lib/base/urls';
import { entryOf } from '@/lib/content/community';
import { getContent } from '@/lib/content/queries';
import { event } from '@/lib/kinds/event/kind';
import { calendarResponse } from '@/lib/output/calendar/calendar-response';
import { renderCalendar } from '@/lib/output/calendar/ics';

export const dynamic = 'force-static';
export const dynamicParams = false;

export const generateStaticParams = staticParams(async () => {
  const { community } = await getContent();
  return community.events.map(({ id }) => ({ id }));
});

export async function GET(_: Request, { params }: RouteContext<'/events/[id]/event.ics'>) {
  const { id } = await params;
  const { community } = await getContent();
  const found = entryOf(community, event, id);
  if (!found) notFound();
  const text = renderCalendar({ name: found.title, events: [found], people: community.people, toHref });
  return calendarResponse(text, `${id}.ics`);
}

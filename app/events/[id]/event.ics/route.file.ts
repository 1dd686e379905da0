// The calendar with one event, /events/<id>.ics, to which next.config.mjs leads.

import { notFound } from 'next/navigation';
import { staticParams } from '@/app/static-params';
import { toHref } from '@/lib/base/urls';
import { getContent } from '@/lib/content/queries';
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
  const { byId } = await getContent();
  const event = byId.events.get(id);
  if (!event) notFound();
  const text = renderCalendar({ name: event.title, events: [event], people: byId.people, toHref });
  return calendarResponse(text, `${id}.ics`);
}

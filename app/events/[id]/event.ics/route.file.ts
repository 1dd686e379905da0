// The calendar of one event. Requests for /events/<id>.ics are rewritten to it.

import { notFound } from 'next/navigation';
import { serveCalendar } from '@/app/serve-calendar';
import { staticParams } from '@/app/static-params';
import { entryOf } from '@/lib/content/community';
import { getContent } from '@/lib/content/queries';
import { event } from '@/lib/kinds/event/kind';

export const dynamic = 'force-static';
export const dynamicParams = false;

export const generateStaticParams = staticParams(async () => {
  const { community } = await getContent();
  return community.events.map(({ id }) => ({ id }));
});

export async function GET(_: Request, { params }: RouteContext<'/events/[id]/event.ics'>) {
  const { id } = await params;
  const found = entryOf((await getContent()).community, event, id);
  if (!found) notFound();
  return serveCalendar(found.title, [found], `${id}.ics`);
}

// The calendar with the events of one kind, /events/kind/<kind>.ics, to which next.config.mjs leads.

import { notFound } from 'next/navigation';
import { staticParams } from '@/app/static-params';
import { toHref } from '@/lib/base/urls';
import { getContent } from '@/lib/content/queries';
import { eventKinds } from '@/lib/kinds/event/schema';
import { calendarResponse } from '@/lib/output/calendar/calendar-response';
import { renderCalendar } from '@/lib/output/calendar/ics';
import { site } from '@/lib/site';

export const dynamic = 'force-static';
export const dynamicParams = false;

export const generateStaticParams = staticParams(() => eventKinds.map((kind) => ({ kind })));

export async function GET(_: Request, { params }: RouteContext<'/events/kind/[kind]/events.ics'>) {
  const { kind } = await params;
  if (!eventKinds.some((known) => known === kind)) notFound();
  const { community } = await getContent();
  const events = community.events.filter((event) => event.kind === kind);
  const name = `${site.name}: ${kind.replaceAll('-', ' ')}s`;
  return calendarResponse(renderCalendar({ name, events, people: community.people, toHref }), `${kind}.ics`);
}

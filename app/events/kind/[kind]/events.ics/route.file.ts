// The calendar of the events of one kind. Requests for /events/kind/<kind>.ics are rewritten to it.

import { notFound } from 'next/navigation';
import { serveCalendar } from '@/app/serve-calendar';
import { staticParams } from '@/app/static-params';
import { getContent } from '@/lib/content/queries';
import { eventKinds } from '@/lib/kinds/event/schema';
import { site } from '@/lib/site';

export const dynamic = 'force-static';
export const dynamicParams = false;

export const generateStaticParams = staticParams(() => eventKinds.map((kind) => ({ kind })));

export async function GET(_: Request, { params }: RouteContext<'/events/kind/[kind]/events.ics'>) {
  const { kind } = await params;
  if (!eventKinds.some((known) => known === kind)) notFound();
  const events = (await getContent()).community.events.filter((event) => event.kind === kind);
  const name = `${site.name}: ${kind.replaceAll('-', ' ')}s`;
  return serveCalendar(name, events, `${kind}.ics`);
}

// The calendar of the events of one kind. Requests for /events/kind/<kind>.ics are rewritten to it.
import { fileRoute } from '@/app/param-route';
import { serveCalendar } from '@/app/serve-calendar';
import { words } from '@/lib/base/words';
import { getContent } from '@/lib/content/queries';
import { eventKinds } from '@/lib/kinds/event/schema';
import { eventKindLabel } from '@/lib/kinds/event/view';
import { site } from '@/lib/site';

export const dynamic = 'force-static';
export const dynamicParams = false;

export const { generateStaticParams, GET } = fileRoute({
  list: () => eventKinds.map((kind) => ({ kind: kind as string })),
  find: ({ kind }) => eventKinds.find((known) => known === kind),
  async respond(kind) {
    const events = (await getContent()).community.events.filter((event) => event.kind === kind);
    return serveCalendar(words.labelled(site.name, eventKindLabel(kind)), events, `${kind}.ics`);
  },
});

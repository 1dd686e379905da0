// The calendar of one event. Requests for /events/<id>.ics are rewritten to it.
import { fileRoute } from '@/app/param-route';
import { serveCalendar } from '@/app/serve-calendar';
import { entryOf } from '@/lib/content/community';
import { getContent } from '@/lib/content/queries';
import { event } from '@/lib/kinds/event/kind';

export const dynamic = 'force-static';
export const dynamicParams = false;

export const { generateStaticParams, GET } = fileRoute({
  list: async () => (await getContent()).community.events.map(({ id }) => ({ id })),
  find: async ({ id }) => entryOf((await getContent()).community, event, id),
  respond: (found) => serveCalendar(found.title, [found], `${found.id}.ics`),
});

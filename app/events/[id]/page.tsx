// One event, as an invitation.

import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { staticParams } from '@/app/static-params';
import { pageHead } from '@/app/views/page-head';
import { Mentions } from '@/components/blog/mentions';
import { EventInvitation } from '@/components/events/event-invitation';
import { JsonLd } from '@/components/ui/json-ld';
import { calendarPath, editHref, eventPath, toHref, toUrl } from '@/lib/base/urls';
import { entryOf } from '@/lib/content/community';
import { mentionsOf } from '@/lib/content/content';
import { getContent } from '@/lib/content/queries';
import { nextOccurrences } from '@/lib/kinds/event/event';
import { event as eventKind } from '@/lib/kinds/event/kind';
import { toEventView, toTimes } from '@/lib/kinds/event/view';
import { toPlainText } from '@/lib/mdx/markdown';
import { addLinks } from '@/lib/output/calendar/add-links';
import { eventJsonLd } from '@/lib/output/seo/event-json-ld';
import { toJsonLd } from '@/lib/output/seo/json-ld';

type Props = PageProps<'/events/[id]'>;

export const dynamicParams = false;

/** How many of its next times a repeating event shows. */
const shownTimes = 4;

export const generateStaticParams = staticParams(async () => {
  const { community } = await getContent();
  return community.events.map(({ id }) => ({ id }));
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id } = await params;
  const event = entryOf((await getContent()).community, eventKind, id);
  return event
    ? pageHead({
        title: event.title,
        description: event.description && toPlainText(event.description),
        path: eventPath(id),
      })
    : {};
}

export default async function EventPage({ params }: Props) {
  const { id } = await params;
  const content = await getContent();
  const { people } = content.community;
  const event = entryOf(content.community, eventKind, id);
  if (!event) notFound();
  const { now } = content.lookup;
  const view = toEventView(event, content.lookup);
  const times = event.repeats ? nextOccurrences(event, now, shownTimes).map((time) => toTimes(time, event.zone)) : [];
  const posts = mentionsOf(content, 'events', id).map(({ url, title }) => ({ url: toUrl(url), title }));
  return (
    <div className="frame">
      <JsonLd json={toJsonLd(eventJsonLd(event, { url: toHref(eventPath(id)), now, people }))} />
      <EventInvitation
        event={view}
        times={times}
        links={{
          ...addLinks(event, now, { href: toHref(eventPath(id)), people }),
          apple: toUrl(calendarPath(id)),
        }}
        editHref={editHref(event.file)}
      />
      <Mentions posts={posts} />
    </div>
  );
}

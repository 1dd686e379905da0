// One event, as an invitation.
import { pageRoute } from '@/app/param-route';
import { pageHead } from '@/app/views/cards';
import { toMentions } from '@/app/views/entry-views';
import { Mentions } from '@/components/blog/post-footer';
import { EventInvitation } from '@/components/events/event-invitation';
import { JsonLd } from '@/components/ui/page-parts';
import { calendarPath, editHref, eventPath, toHref, toUrl } from '@/lib/base/urls';
import { entryOf } from '@/lib/content/community';
import { getContent } from '@/lib/content/queries';
import { nextOccurrences } from '@/lib/kinds/event/event';
import { event as eventKind } from '@/lib/kinds/event/kind';
import { toEventView, toTimes } from '@/lib/kinds/event/view';
import { toPlainText } from '@/lib/mdx/markdown';
import { addLinks } from '@/lib/output/calendar/add-links';
import { eventJsonLd } from '@/lib/output/seo/event-json-ld';

/** How many upcoming dates of a repeating event are shown. */
const shownTimes = 4;

const { generateStaticParams, generateMetadata, Page } = pageRoute({
  list: async () => (await getContent()).community.events.map(({ id }) => ({ id })),
  async find({ id }) {
    const content = await getContent();
    const event = entryOf(content.community, eventKind, id);
    return event && { content, event };
  },
  head: ({ event: { id, title, description } }) =>
    pageHead({ title, description: description && toPlainText(description), path: eventPath(id) }),
  render({ content, event }) {
    const { now } = content.lookup;
    const { people } = content.community;
    const href = toHref(eventPath(event.id));
    const times = event.repeats ? nextOccurrences(event, now, shownTimes) : [];
    return (
      <div className="frame">
        <JsonLd data={eventJsonLd(event, { url: href, now, people })} />
        <EventInvitation
          event={toEventView(event, content.lookup)}
          times={times.map((time) => toTimes(time, event.zone))}
          links={{ ...addLinks(event, now, { href, people }), apple: toUrl(calendarPath(event.id)) }}
          editHref={editHref(event.file)}
        />
        <Mentions posts={toMentions(content, 'events', event.id)} />
      </div>
    );
  },
});

export const dynamicParams = false;
export { generateMetadata, generateStaticParams };
export default Page;

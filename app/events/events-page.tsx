// The agenda of all events, or of those of one kind.

import { EventAgenda } from '@/components/events/events';
import { SiteLink } from '@/components/ui/inline';
import { PageTitle } from '@/components/ui/page-parts';
import { sectionTexts } from '@/lib/base/sections';
import { calendarPath, eventKindPath, kindCalendarPath, sectionPath, toUrl } from '@/lib/base/urls';
import { words } from '@/lib/base/words';
import { getContent } from '@/lib/content/queries';
import type { Event } from '@/lib/kinds/event/event';
import { event as eventKind } from '@/lib/kinds/event/kind';
import { eventKinds } from '@/lib/kinds/event/schema';
import { eventKindLabel, splitByTime, toEventView } from '@/lib/kinds/event/view';
import { addEntryHref } from '@/lib/kinds/recipe-of-schema';

const { title, lead } = sectionTexts.events;

export async function EventsPage({ kind }: { kind?: Event['kind'] }) {
  const content = await getContent();
  const { events } = content.community;
  const shown = kind ? events.filter((event) => event.kind === kind) : events;
  const { upcoming, past } = splitByTime(shown.map((event) => toEventView(event, content.lookup)));
  const kinds = eventKinds.filter((each) => events.some((event) => event.kind === each));
  return (
    <div className="frame">
      <PageTitle title={kind ? words.labelled(title, eventKindLabel(kind)) : title}>
        <p>{lead}</p>
      </PageTitle>
      <nav aria-label={words.events.kinds} className="filters">
        <a href={toUrl(sectionPath(eventKind.folder))} aria-current={kind ? undefined : 'page'}>
          {words.events.allKinds}
        </a>
        {kinds.map((each) => (
          <a key={each} href={toUrl(eventKindPath(each))} aria-current={each === kind ? 'page' : undefined}>
            {eventKindLabel(each)}
          </a>
        ))}
      </nav>
      <p className="action">
        <a href={toUrl(kind ? kindCalendarPath(kind) : calendarPath())}>{words.events.subscribe}</a>
        {upcoming.length > 0 && <SiteLink href={addEntryHref(eventKind)}>{words.events.add}</SiteLink>}
      </p>
      <EventAgenda upcoming={upcoming} past={past} addHref={addEntryHref(eventKind)} />
    </div>
  );
}

// How to take part: meetings with their next dates, channels, maintainers, ways to join.

import { pageHead } from '@/app/views/cards';
import { withPictures } from '@/app/views/entry-views';
import { EventCard, EventTime } from '@/components/events/events';
import { PersonCard } from '@/components/people/person-card';
import { Sentence, SiteLink } from '@/components/ui/inline';
import { CorrectionNote, PageTitle, Section } from '@/components/ui/page-parts';
import { hasSection, sectionTexts } from '@/lib/base/sections';
import { calendarPath, eventPath, toUrl } from '@/lib/base/urls';
import { words } from '@/lib/base/words';
import type { Content } from '@/lib/content/content';
import { getContent } from '@/lib/content/queries';
import { isMeeting, nextOccurrences } from '@/lib/kinds/event/event';
import { event as eventKind } from '@/lib/kinds/event/kind';
import { splitByTime, toEventView, toTimes } from '@/lib/kinds/event/view';
import { person } from '@/lib/kinds/person/kind';
import { addEntryHref } from '@/lib/kinds/recipe-of-schema';
import { site } from '@/lib/site';

const { title, lead, description, empty } = sectionTexts.community;

export const generateMetadata = () => pageHead({ title, description, path: '/community/' });

/** How many upcoming dates of a repeating meeting are shown, and how many past meetings. */
const shown = { next: 3, past: 4 };

export default async function CommunityPage() {
  const content = await getContent();
  const maintainers = content.community.people.filter(({ roles }) =>
    roles?.some(({ role, until }) => role === 'maintainer' && !until),
  );
  const people = await withPictures(person, maintainers, content);
  return (
    <div className="frame">
      <PageTitle title={title}>
        <p>{lead}</p>
      </PageTitle>
      {hasSection('events') && (
        <Section id="meetings" title={words.community.meetings} flush>
          <Meetings content={content} />
        </Section>
      )}
      {site.waysToJoin.length > 0 && (
        <Section id="join" title={words.community.join} flush={!hasSection('events')}>
          <ul className="catalogue">
            {site.waysToJoin.map(({ title, about, url }) => (
              <li key={title}>
                <h3 className="title">
                  <SiteLink href={url}>{title}</SiteLink>
                </h3>
                <p>{about}</p>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {people.length > 0 && (
        <Section id="maintainers" title={words.community.maintainers}>
          <p className="mb-6 text-muted">{words.community.maintainersLead}</p>
          <ul className="people">
            {people.map((each) => (
              <li key={each.id}>
                <PersonCard view={each} />
              </li>
            ))}
          </ul>
        </Section>
      )}
      <CorrectionNote words={words.corrections.own} />
    </div>
  );
}

/** The next dates of meetings, the calendar, and the most recent meetings. */
function Meetings({ content: { community, lookup } }: { content: Content }) {
  const meetings = community.events.filter(isMeeting);
  const { past } = splitByTime(meetings.map((event) => toEventView(event, lookup)));
  const next = meetings
    .filter(({ status }) => status !== 'cancelled')
    .flatMap((event) => nextOccurrences(event, lookup.now, shown.next).map((time) => ({ event, time })))
    .sort((a, b) => a.time.start.getTime() - b.time.start.getTime());
  return (
    <>
      {next.length > 0 ? (
        <ul className="cards">
          {next.map(({ event, time }) => (
            <li key={`${event.id} ${time.localStart}`}>
              <EventTime event={toTimes(time, event.zone)} /> · <a href={toUrl(eventPath(event.id))}>{event.title}</a>
            </li>
          ))}
        </ul>
      ) : (
        <p className="invite">
          {empty}
          {words.space}
          <Sentence words={words.events.addOrSubscribe}>
            <SiteLink href={addEntryHref(eventKind)}>{words.community.announce}</SiteLink>
          </Sentence>
        </p>
      )}
      <p className="action">
        <a href={toUrl(calendarPath())}>{words.community.subscribe}</a>
        <a href={toUrl('/events/')}>{words.community.allEvents}</a>
      </p>
      {past.length > 0 && (
        <>
          <h3 className="label mt-8 mb-3">{words.events.recent}</h3>
          <div className="cards">
            {past.slice(0, shown.past).map((event) => (
              <EventCard key={event.id} view={event} rank={4} />
            ))}
          </div>
        </>
      )}
    </>
  );
}

// How to take part: meetings with their next dates, channels, maintainers, ways to join.
import type { Metadata } from 'next';
import { withPictures } from '@/app/views/entry-views';
import { pageHead } from '@/app/views/page-head';
import { EventCard } from '@/components/events/event-card';
import { EventTime } from '@/components/events/event-time';
import { PersonCard } from '@/components/people/person-card';
import { CorrectionNote } from '@/components/ui/correction-note';
import { PageTitle } from '@/components/ui/page-title';
import { calendarPath, eventPath, toUrl } from '@/lib/base/urls';
import { getContent } from '@/lib/content/queries';
import { addEntryHref } from '@/lib/content/templates';
import { isMeeting, nextOccurrences } from '@/lib/kinds/event/event';
import { event as eventKind } from '@/lib/kinds/event/kind';
import { splitByTime, toEventView, toTimes } from '@/lib/kinds/event/view';
import { person } from '@/lib/kinds/person/kind';
import { site } from '@/lib/site';

export async function generateMetadata(): Promise<Metadata> {
  return pageHead({
    title: 'Community',
    description: 'Meetings, channels, maintainers, and ways to join in.',
    path: '/community/',
  });
}

/** How many next dates of a repeating meeting are shown, and how many meetings that are over. */
const shown = { next: 3, past: 4 };

export default async function CommunityPage() {
  const content = await getContent();
  const { now } = content.lookup;
  const meetings = content.community.events.filter(isMeeting);
  const { past } = splitByTime(meetings.map((event) => toEventView(event, content.lookup)));
  const next = meetings
    .filter(({ status }) => status !== 'cancelled')
    .flatMap((event) => nextOccurrences(event, now, shown.next).map((time) => ({ event, time })))
    .sort((a, b) => a.time.start.getTime() - b.time.start.getTime());
  const maintainers = content.community.people.filter(({ roles }) =>
    roles?.some(({ role, until }) => role === 'maintainer' && !until),
  );
  const people = await withPictures(person, maintainers, content);
  return (
    <div className="frame">
      <PageTitle title="Community">
        <p>Everybody is welcome: to ask, to listen, to write a line or to maintain a controller.</p>
      </PageTitle>
      <section aria-labelledby="meetings">
        <h2 id="meetings" className="section-title">
          Meetings
        </h2>
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
            No meeting is announced here at the moment.{' '}
            <a href={addEntryHref(eventKind)} rel="external">
              Announce one
            </a>
            , or subscribe to the calendar and hear of the next.
          </p>
        )}
        <p className="action">
          <a href={toUrl(calendarPath())}>Subscribe to the calendar</a>
          <a href={toUrl('/events/')}>All events</a>
        </p>
        {past.length > 0 && (
          <>
            <h3 className="label mt-8 mb-3">Most recent</h3>
            <div className="cards">
              {past.slice(0, shown.past).map((event) => (
                <EventCard key={event.id} event={event} rank={4} />
              ))}
            </div>
          </>
        )}
      </section>
      <section aria-labelledby="join" className="section">
        <h2 id="join" className="section-title">
          Ways to join in
        </h2>
        <ul className="catalogue">
          {site.waysToJoin.map(({ title, about, url }) => (
            <li key={title}>
              <h3 className="title">
                <a href={url} rel="external">
                  {title}
                </a>
              </h3>
              <p>{about}</p>
            </li>
          ))}
        </ul>
      </section>
      {people.length > 0 && (
        <section aria-labelledby="maintainers" className="section">
          <h2 id="maintainers" className="section-title">
            Maintainers
          </h2>
          <p className="mb-6 text-muted">Those whom an edition has introduced.</p>
          <ul className="people">
            {people.map((each) => (
              <li key={each.id}>
                <PersonCard person={each} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <CorrectionNote issuesUrl={site.repository.issuesUrl} what="yourself" />
    </div>
  );
}

// One person: what they wrote, spoke at and maintain.

import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { staticParams } from '@/app/static-params';
import { withPictures } from '@/app/views/entry-views';
import { authorIds } from '@/app/views/feeds';
import { pageHead } from '@/app/views/page-head';
import { toSummaries } from '@/app/views/post-summaries';
import { Mentions } from '@/components/blog/mentions';
import { PostList } from '@/components/blog/post-list';
import { EventCard } from '@/components/events/event-card';
import { PersonFacts, Portrait } from '@/components/people/person-card';
import { CorrectionNote } from '@/components/ui/correction-note';
import { personPath, toUrl } from '@/lib/base/urls';
import { entryOf } from '@/lib/content/community';
import { findPerson, mentionsOf } from '@/lib/content/content';
import { getContent } from '@/lib/content/queries';
import { splitByTime, toEventView } from '@/lib/kinds/event/view';
import { person as personKind } from '@/lib/kinds/person/kind';
import { site } from '@/lib/site';

type Props = PageProps<'/people/[id]'>;

export const dynamicParams = false;

export const generateStaticParams = staticParams(async () => {
  const { community } = await getContent();
  return community.people.map(({ id }) => ({ id }));
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id } = await params;
  const person = entryOf((await getContent()).community, personKind, id);
  if (!person) return {};
  const writes = (await authorIds()).includes(id);
  return pageHead({
    title: person.name,
    path: personPath(id),
    feeds: writes ? { folder: personPath(id), title: person.name } : undefined,
  });
}

export default async function PersonPage({ params }: Props) {
  const { id } = await params;
  const content = await getContent();
  const person = entryOf(content.community, personKind, id);
  const [view] = person ? await withPictures(personKind, [person], content) : [];
  if (!person || !view) notFound();
  const written = content.posts.filter((post) => post.authors.some((author) => findPerson(content, author) === person));
  const spoken = content.community.events.filter((event) =>
    event.speakers?.some(({ name, affiliation }) => affiliation === undefined && findPerson(content, name) === person),
  );
  const { upcoming, past } = splitByTime(spoken.map((event) => toEventView(event, content.lookup)));
  const events = [...upcoming, ...past];
  const mentions = mentionsOf(content, 'people', id).map(({ url, title }) => ({ url: toUrl(url), title }));
  return (
    <div className="frame">
      <header className="person person-large py-12">
        <Portrait person={view} />
        <div>
          <h1 className="headline" dir="auto">
            {view.title}
          </h1>
          <PersonFacts person={view} />
          {person.links && (
            <p className="action">
              {person.links.map(({ title, url }) => (
                <a key={url} href={url} rel="external me">
                  {title}
                </a>
              ))}
            </p>
          )}
        </div>
      </header>
      {written.length > 0 && (
        <section aria-labelledby="site-written" className="section">
          <h2 id="site-written" className="section-title">
            Wrote
          </h2>
          <PostList posts={await toSummaries(written)} rank={3} />
        </section>
      )}
      {events.length > 0 && (
        <section aria-labelledby="site-spoke" className="section">
          <h2 id="site-spoke" className="section-title">
            {upcoming.length > 0 ? 'Speaks at' : 'Spoke at'}
          </h2>
          <div className="cards">
            {events.map((event) => (
              <EventCard key={event.id} event={event} />
            ))}
          </div>
        </section>
      )}
      <Mentions posts={mentions} />
      <CorrectionNote issuesUrl={site.repository.issuesUrl} what="yourself" />
    </div>
  );
}

// One person: what they have written, spoken at, made elsewhere and maintained.
import { pageRoute } from '@/app/param-route';
import { pageHead } from '@/app/views/cards';
import { toMentions, withPictures } from '@/app/views/entry-views';
import { authorIds } from '@/app/views/feeds';
import { toSummaries } from '@/app/views/post-views';
import { Mentions } from '@/components/blog/post-footer';
import { PostList } from '@/components/blog/post-list';
import { EventCard } from '@/components/events/events';
import { LinkList } from '@/components/links/links';
import { PersonFacts, Portrait } from '@/components/people/person-card';
import { CorrectionNote, Section } from '@/components/ui/page-parts';
import { sectionTexts } from '@/lib/base/sections';
import { personPath } from '@/lib/base/urls';
import { words } from '@/lib/base/words';
import { entryOf } from '@/lib/content/community';
import { getContent } from '@/lib/content/queries';
import { splitByTime, toEventView } from '@/lib/kinds/event/view';
import { link as linkKind } from '@/lib/kinds/link/kind';
import { person as personKind } from '@/lib/kinds/person/kind';

const { generateStaticParams, generateMetadata, Page } = pageRoute({
  list: async () => (await getContent()).community.people.map(({ id }) => ({ id })),
  async find({ id }) {
    const content = await getContent();
    const person = entryOf(content.community, personKind, id);
    const [view] = person ? await withPictures(personKind, [person], content) : [];
    return person && view && { content, person, view };
  },
  async head({ person: { id, name } }) {
    const isAuthor = (await authorIds()).includes(id);
    const path = personPath(id);
    return pageHead({ title: name, path, feeds: isAuthor ? { folder: path, title: name } : undefined });
  },
  async render({ content, person, view }) {
    const { posts, community, lookup } = content;
    const isThem = (name: string) => lookup.person(name) === person;
    const written = posts.filter(({ authors }) => authors.some(({ name }) => isThem(name)));
    const spoken = community.events.filter(({ speakers = [] }) =>
      speakers.some(({ name, affiliation }) => affiliation === undefined && isThem(name)),
    );
    const made = community.links.filter(({ by = [] }) => by.some(isThem)).sort(linkKind.compare);
    const { upcoming, past } = splitByTime(spoken.map((event) => toEventView(event, lookup)));
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
          <Section id="site-written" title={words.people.posts}>
            <PostList posts={await toSummaries(written)} rank={3} />
          </Section>
        )}
        {spoken.length > 0 && (
          <Section id="site-spoke" title={upcoming.length > 0 ? words.people.speakingAt : words.people.spokeAt}>
            <div className="cards">
              {[...upcoming, ...past].map((event) => (
                <EventCard key={event.id} view={event} />
              ))}
            </div>
          </Section>
        )}
        {made.length > 0 && (
          <Section id="site-links" title={sectionTexts.links.title}>
            <LinkList views={await withPictures(linkKind, made, content)} />
          </Section>
        )}
        <Mentions posts={toMentions(content, 'people', person.id)} />
        <CorrectionNote words={words.corrections.own} />
      </div>
    );
  },
});

export const dynamicParams = false;
export { generateMetadata, generateStaticParams };
export default Page;

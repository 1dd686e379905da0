// The front page: the current edition with its facts, the latest releases, upcoming events, new adopters, and more posts.

import { pageHead } from '@/app/views/cards';
import { editionOf } from '@/app/views/edition-facts';
import { plainFacts } from '@/app/views/edition-view';
import { withPictures } from '@/app/views/entry-views';
import { toSummaries } from '@/app/views/post-views';
import { PlainFacts } from '@/components/blog/edition-parts';
import { LeadPost, PostList } from '@/components/blog/post-list';
import { NextEvents } from '@/components/events/events';
import { AllEntries } from '@/components/mdx/entry-cards';
import { ReleaseList } from '@/components/releases/releases';
import { EmptyState, JsonLd, PageTitle, Section } from '@/components/ui/page-parts';
import { compare } from '@/lib/base/compare';
import { hasSection } from '@/lib/base/sections';
import { sectionPath, toUrl } from '@/lib/base/urls';
import { plural, words } from '@/lib/base/words';
import { entriesOf } from '@/lib/content/community';
import type { Content } from '@/lib/content/content';
import type { Post } from '@/lib/content/posts';
import { getContent } from '@/lib/content/queries';
import { event } from '@/lib/kinds/event/kind';
import { splitByTime, toEventView } from '@/lib/kinds/event/view';
import { kinds } from '@/lib/kinds/index';
import type { EntryBase } from '@/lib/kinds/kind';
import { addEntryHref } from '@/lib/kinds/recipe-of-schema';
import { toReleaseView } from '@/lib/kinds/release/view';
import { organizationJsonLd } from '@/lib/output/seo/site-json-ld';
import { site } from '@/lib/site';

const shown = { posts: 4, events: 3, releases: 5 };

export const generateMetadata = () => pageHead({ path: '/' });

export default async function HomePage() {
  const content = await getContent();
  const { posts, community, lookup, latestReleases } = content;
  // The current edition leads; a site without editions leads with its newest post.
  const lead = posts.find((post) => post.coverage.period) ?? posts[0];
  const others = await toSummaries(posts.filter((post) => post !== lead).slice(0, shown.posts));
  const { upcoming, past } = splitByTime(community.events.map((event) => toEventView(event, lookup)));
  const releases = latestReleases.slice(0, shown.releases).map((release) => toReleaseView(release, lookup));
  const newest = await newestEntries(content);
  return (
    <div className="frame">
      <JsonLd data={organizationJsonLd()} />
      {lead ? await renderLead(lead, content) : <EmptySite />}
      <div className="front section">
        <div>
          {releases.length > 0 && (
            <Section id="site-shipped" title={words.home.releases} url={toUrl('/releases/')} flush>
              <ReleaseList releases={releases} withProject />
            </Section>
          )}
          {hasSection('events') && (
            <Section id="site-next" title={words.home.events} url={toUrl('/events/')} flush>
              <NextEvents
                upcoming={upcoming.slice(0, shown.events)}
                past={past.slice(0, shown.events)}
                addHref={addEntryHref(event)}
              />
            </Section>
          )}
        </div>
        <div>
          {others.length > 0 && (
            <Section id="site-before" title={words.home.posts} url={toUrl('/blog/')} flush>
              <PostList posts={others} rank={3} />
              {posts.length > others.length + 1 && (
                <p className="action">
                  <a href={toUrl('/blog/')}>{plural(words.home.allPosts, posts.length)}</a>
                </p>
              )}
            </Section>
          )}
          {newest.map(({ kind, front: { id, title }, views }) => (
            <Section key={id} id={`site-${id}`} title={title} url={toUrl(sectionPath(kind.folder))} flush>
              <AllEntries kind={kind} views={views} place="front" />
            </Section>
          ))}
        </div>
      </div>
    </div>
  );
}

async function renderLead(lead: Post, content: Content) {
  const [summary] = await toSummaries([lead]);
  if (!summary) return undefined;
  const facts = plainFacts(editionOf(lead, content));
  return (
    <>
      <h1 className="sr-only">{site.name}</h1>
      <LeadPost post={summary}>
        <PlainFacts facts={facts.map(({ text, url }) => ({ text, url: summary.url + url }))} />
      </LeadPost>
    </>
  );
}

function EmptySite() {
  return (
    <>
      <PageTitle title={site.name}>
        <p>{site.description}</p>
      </PageTitle>
      <EmptyState />
    </>
  );
}

/** The newest entries of each kind that has a section here. */
async function newestEntries(content: Content) {
  const sections = await Promise.all(
    kinds.map(async (kind) => {
      const dateOf = (entry: EntryBase) => kind.date(entry)?.text ?? '';
      const newest = entriesOf(content.community, kind)
        .filter((entry) => dateOf(entry) !== '')
        .sort((a, b) => compare(dateOf(b), dateOf(a)) || compare(a.id, b.id));
      const views = await withPictures(kind, newest.slice(0, kind.front?.shown ?? 0), content);
      return kind.front && views.length > 0 ? [{ kind, front: kind.front, views }] : [];
    }),
  );
  return sections.flat();
}

// The front page: the current edition with its plain facts, what is on next, what shipped, who joined, and what came before.
import type { Metadata } from 'next';
import { editionOf } from '@/app/views/edition-context';
import { plainFacts } from '@/app/views/edition-view';
import { withPictures } from '@/app/views/entry-views';
import { pageHead } from '@/app/views/page-head';
import { toSummaries } from '@/app/views/post-summaries';
import { LeadPost } from '@/components/blog/lead-post';
import { PlainFacts } from '@/components/blog/plain-facts';
import { PostList } from '@/components/blog/post-list';
import { NextEvents } from '@/components/events/next-events';
import { AllEntries } from '@/components/mdx/entry-cards';
import { ReleaseList } from '@/components/releases/release-list';
import { EmptyState } from '@/components/ui/empty-state';
import { JsonLd } from '@/components/ui/json-ld';
import { PageTitle } from '@/components/ui/page-title';
import { compare } from '@/lib/base/compare';
import { sectionPath, toUrl } from '@/lib/base/urls';
import { entriesOf } from '@/lib/content/community';
import type { Content } from '@/lib/content/content';
import { getContent } from '@/lib/content/queries';
import { addEntryHref } from '@/lib/content/templates';
import { event } from '@/lib/kinds/event/kind';
import { splitByTime, toEventView } from '@/lib/kinds/event/view';
import { kinds } from '@/lib/kinds/index';
import type { EntryBase } from '@/lib/kinds/kind';
import { toReleaseView } from '@/lib/kinds/release/view';
import { toJsonLd } from '@/lib/output/seo/json-ld';
import { organizationJsonLd } from '@/lib/output/seo/site-json-ld';
import { site } from '@/lib/site';

const shown = { posts: 4, events: 3, releases: 5 };

export async function generateMetadata(): Promise<Metadata> {
  return pageHead({ path: '/' });
}

export default async function HomePage() {
  const content = await getContent();
  const { posts, community } = content;
  // The current edition leads; a site without editions leads with its newest post.
  const lead = posts.find((post) => post.coverage.period) ?? posts[0];
  const [leadSummary] = lead ? await toSummaries([lead]) : [];
  const others = await toSummaries(posts.filter((post) => post !== lead).slice(0, shown.posts));
  const { upcoming, past } = splitByTime(community.events.map((event) => toEventView(event, content.lookup)));
  const releases = content.latestReleases
    .slice(0, shown.releases)
    .map((release) => toReleaseView(release, content.lookup));
  const newest = await newestEntries(content);
  return (
    <div className="frame">
      <JsonLd json={toJsonLd(organizationJsonLd())} />
      {lead && leadSummary ? (
        <>
          <h1 className="sr-only">{site.name}</h1>
          <LeadPost post={leadSummary}>
            <PlainFacts
              facts={plainFacts(editionOf(lead, content)).map(({ text, url }) => ({
                text,
                url: leadSummary.url + url,
              }))}
            />
          </LeadPost>
        </>
      ) : (
        <>
          <PageTitle title={site.name}>
            <p>{site.description}</p>
          </PageTitle>
          <EmptyState contribute={site.repository.url} />
        </>
      )}
      <div className="front section">
        <div>
          {releases.length > 0 && (
            <section aria-labelledby="site-shipped">
              <h2 id="site-shipped" className="section-title">
                <a href={toUrl('/releases/')}>Shipped</a>
              </h2>
              <ReleaseList releases={releases} withProject />
            </section>
          )}
          <section aria-labelledby="site-next">
            <h2 id="site-next" className="section-title">
              <a href={toUrl('/events/')}>Coming up</a>
            </h2>
            <NextEvents
              upcoming={upcoming.slice(0, shown.events)}
              recent={past.slice(0, shown.events)}
              addHref={addEntryHref(event)}
            />
          </section>
        </div>
        <div>
          {others.length > 0 && (
            <section aria-labelledby="site-before">
              <h2 id="site-before" className="section-title">
                <a href={toUrl('/blog/')}>More to read</a>
              </h2>
              <PostList posts={others} rank={3} />
              {posts.length > others.length + 1 && (
                <p className="action">
                  <a href={toUrl('/blog/')}>All {posts.length} posts</a>
                </p>
              )}
            </section>
          )}
          {newest.map(({ kind, front, views }) => (
            <section key={kind.folder} aria-labelledby={`site-${front.id}`}>
              <h2 id={`site-${front.id}`} className="section-title">
                <a href={toUrl(sectionPath(kind.folder))}>{front.title}</a>
              </h2>
              <AllEntries kind={kind} views={views} place="front" />
            </section>
          ))}
        </div>
      </div>
    </div>
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

// A year of posts, month by month.
import { pageRoute } from '@/app/param-route';
import { pageHead } from '@/app/views/cards';
import { toSummaries } from '@/app/views/post-views';
import { toYearGlance } from '@/app/views/year-glance';
import { PostList } from '@/components/blog/post-list';
import { YearGlance } from '@/components/blog/year-glance';
import { PageTitle, Section } from '@/components/ui/page-parts';
import { monthName } from '@/lib/base/dates';
import { archivePath, toUrl } from '@/lib/base/urls';
import { asTitle, words } from '@/lib/base/words';
import { getContent } from '@/lib/content/queries';

const { generateStaticParams, generateMetadata, Page } = pageRoute({
  list: async () => [...(await getContent()).archive.keys()].map((year) => ({ year })),
  async find({ year }) {
    const content = await getContent();
    const months = content.archive.get(year);
    return months && { year, months, content };
  },
  head: ({ year }) => pageHead({ title: words.archive.ofYear(year), path: archivePath(year) }),
  async render({ year, months, content }) {
    const sections = await Promise.all(
      [...months].map(async ([month, posts]) => ({ month, summaries: await toSummaries(posts) })),
    );
    return (
      <div className="frame">
        <PageTitle title={words.archive.ofYear(year)} />
        <YearGlance groups={toYearGlance(year, content)} />
        {sections.map(({ month, summaries }) => (
          <Section
            key={month}
            id={`site-${month}`}
            title={asTitle(monthName(Number(month)))}
            url={toUrl(archivePath(year, month))}
          >
            <PostList posts={summaries} rank={3} />
          </Section>
        ))}
      </div>
    );
  },
});

export const dynamicParams = false;
export { generateMetadata, generateStaticParams };
export default Page;

// A year of posts, month by month.

import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { staticParams } from '@/app/static-params';
import { pageHead } from '@/app/views/page-head';
import { toSummaries } from '@/app/views/post-summaries';
import { toYearGlance } from '@/app/views/year-glance';
import { PostList } from '@/components/blog/post-list';
import { YearGlance } from '@/components/blog/year-glance';
import { PageTitle } from '@/components/ui/page-title';
import { monthName } from '@/lib/base/dates';
import { archivePath, toUrl } from '@/lib/base/urls';
import { getContent } from '@/lib/content/queries';

export const dynamicParams = false;

export const generateStaticParams = staticParams(async () => {
  const { archive } = await getContent();
  return [...archive.keys()].map((year) => ({ year }));
});

export async function generateMetadata({ params }: PageProps<'/blog/[year]'>): Promise<Metadata> {
  const { year } = await params;
  return pageHead({ title: `Posts of ${year}`, path: archivePath(year) });
}

export default async function YearPage({ params }: PageProps<'/blog/[year]'>) {
  const { year } = await params;
  const content = await getContent();
  const months = content.archive.get(year);
  if (!months) notFound();
  const sections = await Promise.all(
    [...months].map(async ([month, posts]) => ({ month, summaries: await toSummaries(posts) })),
  );
  return (
    <div className="frame">
      <PageTitle title={`Posts of ${year}`} />
      <YearGlance groups={toYearGlance(year, content)} />
      {sections.map(({ month, summaries }) => (
        <section key={month} aria-labelledby={`site-${month}`} className="section">
          <h2 id={`site-${month}`} className="section-title">
            <a href={toUrl(archivePath(year, month))}>{monthName(Number(month))}</a>
          </h2>
          <PostList posts={summaries} rank={3} />
        </section>
      ))}
    </div>
  );
}

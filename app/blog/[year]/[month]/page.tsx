// A month of posts.

import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { staticParams } from '@/app/static-params';
import { pageHead } from '@/app/views/page-head';
import { toSummaries } from '@/app/views/post-summaries';
import { PostList } from '@/components/blog/post-list';
import { PageTitle } from '@/components/ui/page-title';
import { monthName } from '@/lib/base/dates';
import { archivePath, toUrl } from '@/lib/base/urls';
import { getContent } from '@/lib/content/queries';

export const dynamicParams = false;

export const generateStaticParams = staticParams(async () => {
  const { archive } = await getContent();
  return [...archive].flatMap(([year, months]) => [...months.keys()].map((month) => ({ year, month })));
});

export async function generateMetadata({ params }: PageProps<'/blog/[year]/[month]'>): Promise<Metadata> {
  const { year, month } = await params;
  return pageHead({
    title: `Posts of ${monthName(Number(month))} ${year}`,
    path: archivePath(year, month),
  });
}

export default async function MonthPage({ params }: PageProps<'/blog/[year]/[month]'>) {
  const { year, month } = await params;
  const posts = (await getContent()).archive.get(year)?.get(month);
  if (!posts) notFound();
  return (
    <div className="frame">
      <PageTitle title={`Posts of ${monthName(Number(month))} ${year}`}>
        <p className="action">
          <a href={toUrl(archivePath(year))}>All of {year}</a>
        </p>
      </PageTitle>
      <PostList posts={await toSummaries(posts)} />
    </div>
  );
}

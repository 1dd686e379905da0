// The blog list from its second page on.

import type { Metadata } from 'next';
import { BlogList, describeList, pagesOf } from '@/app/blog/blog-list';
import { staticParams } from '@/app/static-params';
import { pageHead } from '@/app/views/page-head';
import { blogPagePath } from '@/lib/base/urls';
import { getPosts } from '@/lib/content/queries';

export const dynamicParams = false;

export const generateStaticParams = staticParams(async () => {
  const pages = pagesOf((await getPosts()).length);
  return Array.from({ length: pages - 1 }, (_, index) => ({ page: String(index + 2) }));
});

export async function generateMetadata({ params }: PageProps<'/blog/page/[page]'>): Promise<Metadata> {
  const { page } = await params;
  const { title } = await describeList();
  return pageHead({ title: `${title}, page ${page}`, path: blogPagePath(Number(page)) });
}

export default async function LaterBlogPage({ params }: PageProps<'/blog/page/[page]'>) {
  const { page } = await params;
  return <BlogList page={Number(page)} />;
}

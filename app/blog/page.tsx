// The blog list, newest first: its first page.
import type { Metadata } from 'next';
import { BlogList, describeList } from '@/app/blog/blog-list';
import { pageHead } from '@/app/views/page-head';
import { blogPagePath } from '@/lib/base/urls';

export async function generateMetadata(): Promise<Metadata> {
  return pageHead({ ...(await describeList()), path: blogPagePath(1) });
}

export default function BlogPage() {
  return <BlogList page={1} />;
}

// The blog list, newest first: its first page.
import type { Metadata } from 'next';
import { BlogList } from '@/app/blog/blog-list';
import { blogPagePath, toHref } from '@/lib/urls';

export const metadata: Metadata = { title: 'Blog', alternates: { canonical: toHref(blogPagePath(1)) } };

export default function BlogPage() {
  return <BlogList page={1} />;
}

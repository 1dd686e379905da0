// The blog list, newest first: its first page.
import { BlogList, describeList } from '@/app/blog/blog-list';
import { pageHead } from '@/app/views/cards';
import { blogPagePath } from '@/lib/base/urls';

export const generateMetadata = async () => pageHead({ ...(await describeList()), path: blogPagePath(1) });

export default function BlogPage() {
  return <BlogList page={1} />;
}

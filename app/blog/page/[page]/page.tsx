// The blog list from its second page on.
import { BlogList, describeList } from '@/app/blog/blog-list';
import { laterPages } from '@/app/paged-posts';
import { pageRoute } from '@/app/param-route';
import { pageHead } from '@/app/views/cards';
import { blogPagePath } from '@/lib/base/urls';
import { formatNumber, words } from '@/lib/base/words';
import { getPosts } from '@/lib/content/queries';

const { generateStaticParams, generateMetadata, Page } = pageRoute({
  list: async () => laterPages((await getPosts()).length).map((page) => ({ page })),
  find: ({ page }) => Number(page),
  head: async (page) =>
    pageHead({ title: words.pages.titled((await describeList()).title, formatNumber(page)), path: blogPagePath(page) }),
  render: (page) => <BlogList page={page} />,
});

export const dynamicParams = false;
export { generateMetadata, generateStaticParams };
export default Page;

// A month of posts.
import { pageRoute } from '@/app/param-route';
import { pageHead } from '@/app/views/cards';
import { toSummaries } from '@/app/views/post-views';
import { PostList } from '@/components/blog/post-list';
import { PageTitle } from '@/components/ui/page-parts';
import { toMonth } from '@/lib/base/dates';
import { archivePath, toUrl } from '@/lib/base/urls';
import { words } from '@/lib/base/words';
import { getContent } from '@/lib/content/queries';

const { generateStaticParams, generateMetadata, Page } = pageRoute({
  list: async () =>
    [...(await getContent()).archive].flatMap(([year, months]) => [...months.keys()].map((month) => ({ year, month }))),
  async find({ year, month }) {
    const posts = (await getContent()).archive.get(year)?.get(month);
    return posts && { year, month, posts, title: words.archive.ofMonth(toMonth(new Date(`${year}-${month}`))) };
  },
  head: ({ year, month, title }) => pageHead({ title, path: archivePath(year, month) }),
  render: async ({ year, posts, title }) => (
    <div className="frame">
      <PageTitle title={title}>
        <p className="action">
          <a href={toUrl(archivePath(year))}>{words.archive.allOfYear(year)}</a>
        </p>
      </PageTitle>
      <PostList posts={await toSummaries(posts)} />
    </div>
  ),
});

export const dynamicParams = false;
export { generateMetadata, generateStaticParams };
export default Page;

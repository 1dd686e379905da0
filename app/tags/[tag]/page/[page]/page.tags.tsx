// The posts with one tag from the second page on.
import { laterPages } from '@/app/paged-posts';
import { pageRoute } from '@/app/param-route';
import { TagList } from '@/app/tags/[tag]/tag-list';
import { pageHead } from '@/app/views/cards';
import { tagPath } from '@/lib/base/urls';
import { formatNumber, words } from '@/lib/base/words';
import { getContent } from '@/lib/content/queries';

const { generateStaticParams, generateMetadata, Page } = pageRoute({
  list: async () =>
    [...(await getContent()).tags.values()].flatMap(({ slug, posts }) =>
      laterPages(posts.length).map((page) => ({ tag: slug, page })),
    ),
  find: async ({ tag: slug, page }) => {
    const tag = (await getContent()).tags.get(slug);
    return tag && { tag, page: Number(page) };
  },
  head: ({ tag: { name, slug }, page }) =>
    pageHead({
      title: words.pages.titled(words.labelled(words.tags.tag, name), formatNumber(page)),
      path: tagPath(slug, page),
    }),
  render: ({ tag, page }) => <TagList tag={tag} page={page} />,
});

export const dynamicParams = false;
export { generateMetadata, generateStaticParams };
export default Page;

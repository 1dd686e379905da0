// The posts with one tag, newest first: the first page.
import { pageRoute } from '@/app/param-route';
import { TagList } from '@/app/tags/[tag]/tag-list';
import { pageHead } from '@/app/views/cards';
import { tagPath } from '@/lib/base/urls';
import { words } from '@/lib/base/words';
import { getContent } from '@/lib/content/queries';
import { site } from '@/lib/site';

const { generateStaticParams, generateMetadata, Page } = pageRoute({
  list: async () => [...(await getContent()).tags.keys()].map((tag) => ({ tag })),
  find: async ({ tag }) => (await getContent()).tags.get(tag),
  head: ({ name, slug }) =>
    pageHead({
      title: words.labelled(words.tags.tag, name),
      description: words.tags.description(site.name, name),
      path: tagPath(slug),
      feeds: { folder: tagPath(slug), title: words.labelled(words.tags.tag, name) },
    }),
  render: (tag) => <TagList tag={tag} page={1} />,
});

export const dynamicParams = false;
export { generateMetadata, generateStaticParams };
export default Page;

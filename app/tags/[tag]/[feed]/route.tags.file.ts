// The latest posts with one tag, in each format.
import { fileRoute } from '@/app/param-route';
import { feedNames, formatOf, serveFeed } from '@/app/serve-feed';
import { tagFeed } from '@/app/views/feeds';
import { getContent } from '@/lib/content/queries';

export const dynamic = 'force-static';
export const dynamicParams = false;

export const { generateStaticParams, GET } = fileRoute({
  list: async () => [...(await getContent()).tags.keys()].flatMap((tag) => feedNames.map((feed) => ({ tag, feed }))),
  find: async ({ tag }) => (await getContent()).tags.get(tag),
  respond: async (tag, { feed }) => serveFeed(await tagFeed(tag), formatOf(feed)),
});

// The latest posts of one author, in each format.
import { fileRoute } from '@/app/param-route';
import { feedNames, formatOf, serveFeed } from '@/app/serve-feed';
import { authorFeed, authorIds } from '@/app/views/feeds';

export const dynamic = 'force-static';
export const dynamicParams = false;

export const { generateStaticParams, GET } = fileRoute({
  list: async () => (await authorIds()).flatMap((id) => feedNames.map((feed) => ({ id, feed }))),
  find: ({ id }) => authorFeed(id),
  respond: (source, { feed }) => serveFeed(source, formatOf(feed)),
});

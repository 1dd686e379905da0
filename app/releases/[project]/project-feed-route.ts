// The feed of one project's releases.
import { fileRoute } from '@/app/param-route';
import { serveFeed } from '@/app/serve-feed';
import { releasesFeed } from '@/app/views/feeds';
import { getContent } from '@/lib/content/queries';
import type { FeedFormat } from '@/lib/output/feeds/feed';

/** What the route of the feed in one format exports. */
export function projectFeedRoute(format: FeedFormat) {
  return fileRoute({
    list: async () => (await getContent()).community.projects.map(({ id }) => ({ project: id })),
    find: ({ project }) => releasesFeed(project),
    respond: (source) => serveFeed(source, format),
  });
}

// The feed of one project's releases, in each format.
import { serveFeed } from '@/app/serve-feed';
import { staticParams } from '@/app/static-params';
import { releasesFeed } from '@/app/views/feeds';
import { getContent } from '@/lib/content/queries';
import type { FeedFormat } from '@/lib/output/feeds/feed';

/** What the route of the feed in one format exports. */
export function projectFeedRoute(format: FeedFormat) {
  return {
    generateStaticParams: staticParams(async () =>
      (await getContent()).community.projects.map(({ id }) => ({ project: id })),
    ),
    async GET(_: Request, { params }: { params: Promise<{ project: string }> }): Promise<Response> {
      return serveFeed(await releasesFeed((await params).project), format);
    },
  };
}

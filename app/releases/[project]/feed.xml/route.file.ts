// The latest releases of one project as RSS.

import { serveFeed } from '@/app/serve-feed';
import { staticParams } from '@/app/static-params';
import { releasesFeed } from '@/app/views/feeds';
import { getContent } from '@/lib/content/queries';

export const dynamic = 'force-static';
export const dynamicParams = false;

export const generateStaticParams = staticParams(async () => {
  const { community } = await getContent();
  return community.projects.map(({ id }) => ({ project: id }));
});

export async function GET(_: Request, { params }: RouteContext<'/releases/[project]/feed.xml'>) {
  return serveFeed(await releasesFeed((await params).project), 'rss');
}

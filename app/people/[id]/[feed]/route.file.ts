// The latest posts of one author, in each format.

import { feedNames, formatOf, serveFeed } from '@/app/serve-feed';
import { staticParams } from '@/app/static-params';
import { authorFeed, authorIds } from '@/app/views/feeds';

export const dynamic = 'force-static';
export const dynamicParams = false;

export const generateStaticParams = staticParams(async () =>
  (await authorIds()).flatMap((id) => feedNames.map((feed) => ({ id, feed }))),
);

export async function GET(_: Request, { params }: RouteContext<'/people/[id]/[feed]'>) {
  const { id, feed } = await params;
  return serveFeed(await authorFeed(id), formatOf(feed));
}

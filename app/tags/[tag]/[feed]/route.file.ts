// The latest posts with one tag, in each format.

import { notFound } from 'next/navigation';
import { decodeParam } from '@/app/decode-param';
import { feedNames, formatOf, serveFeed } from '@/app/serve-feed';
import { staticParams } from '@/app/static-params';
import { tagFeed } from '@/app/views/feeds';
import { getContent } from '@/lib/content/queries';

export const dynamic = 'force-static';
export const dynamicParams = false;

export const generateStaticParams = staticParams(async () => {
  const { tags } = await getContent();
  return [...tags.keys()].flatMap((tag) => feedNames.map((feed) => ({ tag, feed })));
});

export async function GET(_: Request, { params }: RouteContext<'/tags/[tag]/[feed]'>) {
  const { tag: slug, feed } = await params;
  const tag = (await getContent()).tags.get(decodeParam(slug));
  if (!tag) notFound();
  return serveFeed(await tagFeed(tag), formatOf(feed));
}

// Old addresses, permanently redirected to the posts that have taken their place.

import { notFound } from 'next/navigation';
import { decodeParam } from '@/app/decode-param';
import { staticParams } from '@/app/static-params';
import { getContent } from '@/lib/content/content';
import { toUrl } from '@/lib/urls';

export const dynamic = 'force-static';
export const dynamicParams = false;

export const generateStaticParams = staticParams(async () => {
  const { aliases } = await getContent();
  return [...aliases.keys()].map((alias) => ({ alias: alias.split('/').filter(Boolean) }));
});

export async function GET(_: Request, { params }: RouteContext<'/[...alias]'>) {
  const { alias } = await params;
  const post = (await getContent()).aliases.get(`/${alias.map(decodeParam).join('/')}/`);
  if (!post) notFound();
  return new Response(null, { status: 308, headers: { Location: toUrl(post.url) } });
}

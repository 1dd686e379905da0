// Whatever the more specific routes do not know: old addresses, permanently redirected to the pages that have taken their place;
// and, where lib/build/draw makes all files, those, of which the framework makes the first, to be held against.

import { notFound } from 'next/navigation';
import { decodeParam } from '@/app/decode-param';
import { GET as robots } from '@/app/robots.txt/route.file';
import { staticParams } from '@/app/static-params';
import { toUrl } from '@/lib/base/urls';
import { getContent } from '@/lib/content/queries';

export const dynamic = 'force-static';
export const dynamicParams = false;

/** The file that every site has. */
const first = 'robots.txt';

export const generateStaticParams = staticParams(async () => {
  const { aliases } = await getContent();
  return [
    ...(process.env.NEWS_FILES_DRAWN ? [{ alias: [first] }] : []),
    ...[...aliases.keys()].map((alias) => ({ alias: alias.split('/').filter(Boolean) })),
  ];
});

export async function GET(_: Request, { params }: RouteContext<'/[...alias]'>) {
  const { alias } = await params;
  if (alias.length === 1 && alias[0] === first) return robots();
  const post = (await getContent()).aliases.get(`/${alias.map(decodeParam).join('/')}/`);
  if (!post) notFound();
  return new Response(null, { status: 308, headers: { Location: toUrl(post.url) } });
}

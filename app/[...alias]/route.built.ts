// Every address that no other route matches: old addresses, permanently redirected to the pages that have taken their place; and,
// where lib/build/prerender renders all files, those, of which the framework renders the first, to compare. In development
// page.dev.tsx is in its place.
import { notFound } from 'next/navigation';
import { decodeParam, staticParams } from '@/app/param-route';
import { GET as robots } from '@/app/robots.txt/route.file';
import { toUrl } from '@/lib/base/urls';
import { getContent } from '@/lib/content/queries';

export const dynamic = 'force-static';
export const dynamicParams = false;

/** A file that every site has. */
const first = 'robots.txt';

export const generateStaticParams = staticParams(async () => {
  const { aliases } = await getContent();
  return [
    ...(process.env.NEWS_PRERENDER_FILES ? [{ alias: [first] }] : []),
    ...[...aliases.keys()].map((alias) => ({ alias: alias.split('/').filter(Boolean) })),
  ];
});

export async function GET(_: Request, { params }: { params: Promise<{ alias: string[] }> }) {
  const { alias } = await params;
  if (alias.length === 1 && alias[0] === first) return robots();
  const post = (await getContent()).aliases.get(`/${alias.map(decodeParam).join('/')}/`);
  if (!post) notFound();
  return new Response(null, { status: 308, headers: { Location: toUrl(post.url) } });
}

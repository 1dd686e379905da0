// One post as Markdown. Readers ask for `/blog/2022/03/a/index.md`, which next.config.mjs leads here: the framework gives each of two
// processes one half of all routes in the order of their names, and beside the posts' pages these would be half of the work.

import { notFound } from 'next/navigation';
import { decodeParam } from '@/app/decode-param';
import { serveText } from '@/app/serve';
import { staticParams } from '@/app/static-params';
import { toPostMarkdown } from '@/app/views/post-text';
import { getContent, getPostPages } from '@/lib/content/queries';

export const dynamic = 'force-static';
export const dynamicParams = false;

export const generateStaticParams = staticParams(async () => {
  const posts = (await getPostPages()).filter(({ withdrawn }) => withdrawn === undefined);
  return posts.map(({ year, month, slug }) => ({ year, month, slug }));
});

export async function GET(_: Request, { params }: RouteContext<'/as-markdown/[year]/[month]/[slug]'>) {
  const { year, month, slug } = await params;
  const content = await getContent();
  const post = content.postByUrl.get(`/blog/${year}/${month}/${decodeParam(slug)}/`);
  if (!post) notFound();
  return serveText(await toPostMarkdown(post, content), 'text/markdown');
}

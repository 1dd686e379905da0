// One post as Markdown, at its own address.
import { notFound } from 'next/navigation';
import { decodeParam } from '@/app/decode-param';
import { serveText } from '@/app/serve-text';
import { toPostMarkdown } from '@/app/views/post-text';
import { getContent, getPostPages } from '@/lib/content/content';

export const dynamic = 'force-static';
export const dynamicParams = false;

export async function generateStaticParams() {
  const posts = (await getPostPages()).filter(({ withdrawn }) => withdrawn === undefined);
  return posts.map(({ year, month, slug }) => ({ year, month, slug }));
}

export async function GET(_: Request, { params }: RouteContext<'/blog/[year]/[month]/[slug]/index.md'>) {
  const { year, month, slug } = await params;
  const content = await getContent();
  const post = content.postByUrl.get(`/blog/${year}/${month}/${decodeParam(slug)}/`);
  if (!post) notFound();
  return serveText(await toPostMarkdown(post, content), 'text/markdown');
}

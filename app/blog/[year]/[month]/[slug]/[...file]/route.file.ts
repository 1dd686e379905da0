// The files that lie beside a post, and smaller variants of its pictures, at the post's own address.

import { readFile } from 'node:fs/promises';
import { notFound } from 'next/navigation';
import { decodeParam } from '@/app/decode-param';
import { serveFile } from '@/app/serve';
import { staticParams } from '@/app/static-params';
import { getPost, getPostPages } from '@/lib/content/queries';
import { listVariants, renderVariant } from '@/lib/output/pictures/pictures';

export const dynamic = 'force-static';
export const dynamicParams = false;

export const generateStaticParams = staticParams(async () => {
  const posts = (await getPostPages()).filter((post) => post.files.length > 0);
  const params = await Promise.all(
    posts.map(async (post) => {
      const { year, month, slug, files } = post;
      const names = [...files, ...(await listVariants(post))].map(({ name }) => name);
      return names.map((name) => ({ year, month, slug, file: name.split('/') }));
    }),
  );
  return params.flat();
});

export async function GET(_: Request, { params }: RouteContext<'/blog/[year]/[month]/[slug]/[...file]'>) {
  const { year, month, slug, file } = await params;
  const post = await getPost(`/blog/${year}/${month}/${decodeParam(slug)}/`);
  const name = file.map(decodeParam).join('/');
  const beside = post?.files.find((candidate) => candidate.name === name);
  if (beside) return serveFile(await readFile(beside.absolute), beside.type, 'public, max-age=3600');
  const variant = post && (await listVariants(post)).find((candidate) => candidate.name === name);
  if (!variant) notFound();
  return serveFile(
    await renderVariant(variant.file, variant.width),
    'image/webp',
    'public, max-age=31536000, immutable',
  );
}

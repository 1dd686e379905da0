// The posts with one tag, newest first: the first page.

import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { decodeParam } from '@/app/decode-param';
import { staticParams } from '@/app/static-params';
import { TagList } from '@/app/tags/[tag]/tag-list';
import { pageHead } from '@/app/views/page-head';
import { tagPath } from '@/lib/base/urls';
import { getContent } from '@/lib/content/queries';
import { site } from '@/lib/site';

type Props = PageProps<'/tags/[tag]'>;

export const dynamicParams = false;

export const generateStaticParams = staticParams(async () =>
  [...(await getContent()).tags.keys()].map((tag) => ({ tag })),
);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const tag = await findTag(params);
  if (!tag) return {};
  return pageHead({
    title: `Tag: ${tag.name}`,
    description: `Posts of ${site.name} tagged “${tag.name}”.`,
    path: tagPath(tag.slug),
    feeds: { folder: tagPath(tag.slug), title: `Tag: ${tag.name}` },
  });
}

export default async function TagPage({ params }: Props) {
  const tag = await findTag(params);
  if (!tag) notFound();
  return <TagList tag={tag} page={1} />;
}

async function findTag(params: Props['params']) {
  return (await getContent()).tags.get(decodeParam((await params).tag));
}

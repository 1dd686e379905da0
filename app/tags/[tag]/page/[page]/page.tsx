// The posts with one tag from the second page on.

import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { pagesOf } from '@/app/blog/blog-list';
import { decodeParam } from '@/app/decode-param';
import { staticParams } from '@/app/static-params';
import { TagList } from '@/app/tags/[tag]/tag-list';
import { pageHead } from '@/app/views/page-head';
import { tagPath } from '@/lib/base/urls';
import { getContent } from '@/lib/content/queries';

type Props = PageProps<'/tags/[tag]/page/[page]'>;

export const dynamicParams = false;

export const generateStaticParams = staticParams(async () => {
  const { tags } = await getContent();
  return [...tags.values()].flatMap(({ slug, posts }) =>
    Array.from({ length: pagesOf(posts.length) - 1 }, (_, index) => ({ tag: slug, page: String(index + 2) })),
  );
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { tag, page } = await find(params);
  return tag ? pageHead({ title: `Tag: ${tag.name}, page ${page}`, path: tagPath(tag.slug, Number(page)) }) : {};
}

export default async function LaterTagPage({ params }: Props) {
  const { tag, page } = await find(params);
  if (!tag) notFound();
  return <TagList tag={tag} page={Number(page)} />;
}

async function find(params: Props['params']) {
  const { tag, page } = await params;
  return { tag: (await getContent()).tags.get(decodeParam(tag)), page };
}

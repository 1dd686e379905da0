// One post.
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Contents } from '@/components/blog/contents';
import { AgeNotice, HiddenBanner } from '@/components/blog/notices';
import { PostFooter } from '@/components/blog/post-footer';
import { PostHeader } from '@/components/blog/post-header';
import { mdxComponents } from '@/components/mdx/components';
import { now } from '@/lib/clock';
import { getNeighbours, getPost, getPosts } from '@/lib/content/content';
import { hasPublicFile } from '@/lib/content/public-files';
import { hiddenReason } from '@/lib/content/visibility';
import { daysBetween } from '@/lib/dates';
import { compileBody } from '@/lib/mdx/compile';
import { getPictures } from '@/lib/pictures/pictures';
import { site } from '@/lib/site';
import { docsHref, editHref, toHref, toUrl } from '@/lib/urls';

type Props = PageProps<'/blog/[year]/[month]/[slug]'>;

export const dynamicParams = false;

export async function generateStaticParams() {
  return (await getPosts()).map(({ year, month, slug }) => ({ year, month, slug }));
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const post = await findPost(params);
  if (!post) notFound();
  return {
    title: post.title,
    ...(post.description ? { description: post.description } : {}),
    alternates: { canonical: toHref(post.url) },
  };
}

export default async function PostPage({ params }: Props) {
  const post = await findPost(params);
  if (!post) notFound();
  const [pictures, neighbours] = await Promise.all([getPictures(post), getNeighbours(post)]);
  const { content, headings, minutes } = await compileBody(post.body, {
    format: post.format,
    components: mdxComponents,
    pictures,
    hasPublicFile,
  });
  const instant = now();
  const hidden = hiddenReason(post, instant);
  const isOld = !post.evergreen && daysBetween(post.date, instant) > site.agesAfterDays;
  return (
    <>
      {hidden && <HiddenBanner reason={hidden} date={post.date} />}
      <article className="frame" lang={post.lang}>
        <PostHeader {...post} description={post.description} lastmod={post.lastmod} minutes={minutes} />
        {isOld && <AgeNotice date={post.date} docs={docsHref('/flux/')} />}
        <div className="grid gap-x-16 gap-y-6 lg:grid-cols-[minmax(0,38rem)_17rem] lg:justify-between">
          <aside className="lg:col-start-2 lg:row-start-1">
            <Contents headings={headings} />
          </aside>
          <div className="prose lg:col-start-1 lg:row-start-1" dir={directionOf(post.lang)}>
            {content}
          </div>
        </div>
        <PostFooter
          editHref={editHref(post.file)}
          newer={neighbours.newer && { url: toUrl(neighbours.newer.url), title: neighbours.newer.title }}
          older={neighbours.older && { url: toUrl(neighbours.older.url), title: neighbours.older.title }}
        />
      </article>
    </>
  );
}

async function findPost(params: Props['params']) {
  const { year, month, slug } = await params;
  return getPost(`/blog/${year}/${month}/${decodeURIComponent(slug)}/`);
}

function directionOf(lang: string | undefined): 'rtl' | undefined {
  return lang && /^(?:ar|fa|he|ur|ps|sd|yi|dv|ckb)\b/.test(lang) ? 'rtl' : undefined;
}

// One post.

import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { decodeParam } from '@/app/decode-param';
import { staticParams } from '@/app/static-params';
import { toCoverFacts } from '@/app/views/cover-facts';
import { plainFacts, readEdition } from '@/app/views/edition-view';
import { pageHead } from '@/app/views/page-head';
import { toPostFacts } from '@/app/views/post-facts';
import { toReadOn } from '@/app/views/read-on';
import { wordsOf } from '@/app/views/words';
import { Contents } from '@/components/blog/contents';
import { Corrections } from '@/components/blog/corrections';
import { AgeNotice, HiddenBanner } from '@/components/blog/notices';
import { PlainFacts } from '@/components/blog/plain-facts';
import { PostFooter } from '@/components/blog/post-footer';
import { PostHeader } from '@/components/blog/post-header';
import { ReadOn } from '@/components/blog/read-on';
import { Withdrawn } from '@/components/blog/withdrawn';
import { createMdxComponents } from '@/components/mdx/components';
import { AlsoThisMonth } from '@/components/mdx/edition';
import { JsonLd } from '@/components/ui/json-ld';
import { now } from '@/lib/base/clock';
import { daysBetween } from '@/lib/base/dates';
import { editHref, markdownPath, personPath, tagPath, toUrl } from '@/lib/base/urls';
import { findPerson } from '@/lib/content/content';
import { getContent, getNeighbours, getPost, getPostPages } from '@/lib/content/queries';
import { tagSlug } from '@/lib/content/tags';
import { hiddenReason, publicFrom } from '@/lib/content/visibility';
import { renderMarkdown } from '@/lib/mdx/markdown';
import { minutesToRead } from '@/lib/mdx/reading-time';
import { renderBody } from '@/lib/mdx/render';
import { toJsonLd } from '@/lib/output/seo/json-ld';
import { breadcrumbJsonLd, postJsonLd } from '@/lib/output/seo/site-json-ld';
import { site } from '@/lib/site';

type Props = PageProps<'/blog/[year]/[month]/[slug]'>;

export const dynamicParams = false;

export const generateStaticParams = staticParams(async () =>
  (await getPostPages()).map(({ year, month, slug }) => ({ year, month, slug })),
);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const post = await findPost(params);
  if (!post) notFound();
  if (post.withdrawn) return { ...(await pageHead({ title: post.title, path: post.url })), robots: 'noindex' };
  return pageHead(await toPostFacts(post, await getContent()));
}

export default async function PostPage({ params }: Props) {
  const post = await findPost(params);
  if (!post) notFound();
  if (post.withdrawn) {
    return <Withdrawn title={post.title} reason={renderMarkdown(post.withdrawn)} listUrl={toUrl('/blog/')} />;
  }
  const instant = now();
  const content = await getContent();
  const [{ body, edition, view }, neighbours] = await Promise.all([readEdition(post, content), getNeighbours(post)]);
  const authors = post.authors.map((author) => {
    const person = findPerson(content, author);
    return { name: person?.name ?? author, url: person && toUrl(personPath(person.id)) };
  });
  const hidden = hiddenReason(post, instant);
  const isOld = !post.evergreen && daysBetween(post.date, instant) > site.agesAfterDays;
  return (
    <>
      {hidden && <HiddenBanner reason={hidden} date={publicFrom(post)} />}
      <JsonLd json={toJsonLd(postJsonLd(await toPostFacts(post, content)))} />
      <JsonLd
        json={toJsonLd(
          breadcrumbJsonLd([
            { title: 'Blog', path: '/blog/' },
            { title: post.title, path: post.url },
          ]),
        )}
      />
      <link rel="alternate" type="text/markdown" href={toUrl(markdownPath(post.url))} />
      <article className="frame">
        <PostHeader
          title={post.title}
          lang={post.lang}
          description={post.description}
          date={post.date}
          lastmod={post.lastmod}
          authors={authors}
          tags={post.tags.map((name) => ({ name, url: toUrl(tagPath(tagSlug(name))) }))}
          minutes={minutesToRead(body.words + wordsOf(edition))}
          cover={toCoverFacts(edition)}
        />
        <PlainFacts facts={plainFacts(edition)} />
        <Corrections list={(post.corrections ?? []).map(({ date, text }) => ({ date, text: renderMarkdown(text) }))} />
        {isOld && <AgeNotice date={post.date} docs={site.docsUrl} />}
        <div className="post-grid">
          <div className="min-w-0" lang={post.lang}>
            {!post.withoutContents && <Contents headings={body.headings} />}
          </div>
          <div className="min-w-0 lg:col-start-2" dir={directionOf(post.lang)}>
            <div className="prose" lang={post.lang}>
              {renderBody(body, createMdxComponents(view))}
            </div>
            <AlsoThisMonth {...view} />
          </div>
        </div>
        <ReadOn {...toReadOn(post, content)} />
        <PostFooter
          editHref={editHref(post.file)}
          newer={
            neighbours.newer && {
              url: toUrl(neighbours.newer.url),
              title: neighbours.newer.linkTitle ?? neighbours.newer.title,
            }
          }
          older={
            neighbours.older && {
              url: toUrl(neighbours.older.url),
              title: neighbours.older.linkTitle ?? neighbours.older.title,
            }
          }
        />
      </article>
    </>
  );
}

async function findPost(params: Props['params']) {
  const { year, month, slug } = await params;
  return getPost(`/blog/${year}/${month}/${decodeParam(slug)}/`);
}

function directionOf(lang: string | undefined): 'rtl' | undefined {
  return lang && /^(?:ar|fa|he|ur|ps|sd|yi|dv|ckb)\b/.test(lang) ? 'rtl' : undefined;
}

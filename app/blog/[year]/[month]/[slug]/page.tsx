// One post.

import { pageRoute } from '@/app/param-route';
import { pageHead } from '@/app/views/cards';
import { toCoverFacts, wordsOf } from '@/app/views/edition-facts';
import { plainFacts, readEdition } from '@/app/views/edition-view';
import { toAgeNotice, toPostFacts, toReadOn } from '@/app/views/post-views';
import { Contents } from '@/components/blog/contents';
import { PlainFacts } from '@/components/blog/edition-parts';
import { PostFooter, ReadOn } from '@/components/blog/post-footer';
import { AgeNotice, Corrections, HiddenBanner, PostHeader, Withdrawn } from '@/components/blog/post-header';
import { createMdxComponents } from '@/components/mdx/components';
import { AlsoThisMonth } from '@/components/mdx/edition';
import { JsonLd } from '@/components/ui/page-parts';
import { now } from '@/lib/base/clock';
import { directionOf } from '@/lib/base/language';
import { hasSection, sectionTexts } from '@/lib/base/sections';
import { editHref, markdownPath, tagPath, toUrl } from '@/lib/base/urls';
import type { Post } from '@/lib/content/posts';
import { getContent, getNeighbours, getPost, getPostPages } from '@/lib/content/queries';
import { tagSlug } from '@/lib/content/tags';
import { hiddenReason, publicFrom } from '@/lib/content/visibility';
import { renderMarkdown } from '@/lib/mdx/markdown';
import { minutesToRead } from '@/lib/mdx/reading-time';
import { renderBody } from '@/lib/mdx/render';
import { featuredPicture } from '@/lib/output/pictures/pictures';
import { breadcrumbJsonLd, postJsonLd } from '@/lib/output/seo/site-json-ld';

const { generateStaticParams, generateMetadata, Page } = pageRoute({
  list: async () => (await getPostPages()).map(({ year, month, slug }) => ({ year, month, slug })),
  find: ({ year, month, slug }) => getPost(`/blog/${year}/${month}/${slug}/`),
  async head(post) {
    if (post.withdrawn) return { ...(await pageHead({ title: post.title, path: post.url })), robots: 'noindex' };
    const facts = toPostFacts(post, await getContent());
    return pageHead({ ...facts, article: facts });
  },
  render: (post) =>
    post.withdrawn ? (
      <Withdrawn title={post.title} reason={renderMarkdown(post.withdrawn)} />
    ) : (
      <PostPage post={post} />
    ),
});

export const dynamicParams = false;
export { generateMetadata, generateStaticParams };
export default Page;

async function PostPage({ post }: { post: Post }) {
  const instant = now();
  const content = await getContent();
  const [{ body, edition, view }, neighbours, picture] = await Promise.all([
    readEdition(post, content),
    getNeighbours(post),
    featuredPicture(post),
  ]);
  const { title, lang, corrections = [] } = post;
  const hidden = hiddenReason(post, instant);
  const direction = lang && directionOf(lang);
  const notice = toAgeNotice(post, instant);
  const facts = toPostFacts(post, content);
  const trail = [
    { title: sectionTexts.blog.title, path: '/blog/' },
    { title, path: post.url },
  ];
  return (
    <>
      {hidden && <HiddenBanner reason={hidden} date={publicFrom(post)} />}
      <JsonLd data={postJsonLd(facts, picture?.src)} />
      <JsonLd data={breadcrumbJsonLd(trail)} />
      <link rel="alternate" type="text/markdown" href={toUrl(markdownPath(post.url))} />
      <article className="frame">
        <PostHeader
          post={post}
          authors={facts.authors.map(({ path, href, ...author }) => ({ ...author, url: path ? toUrl(path) : href }))}
          tags={post.tags.map((name) => ({
            name,
            url: hasSection('tags') ? toUrl(tagPath(tagSlug(name))) : undefined,
          }))}
          minutes={minutesToRead(body.words + wordsOf(edition))}
          cover={toCoverFacts(edition)}
        />
        <PlainFacts facts={plainFacts(edition)} />
        <Corrections
          list={corrections.map((each) => ({ date: each.date, text: renderMarkdown(each.text) }))}
          lang={lang}
        />
        {notice && <AgeNotice {...notice} />}
        <div className="post-grid">
          <div className="min-w-0" lang={lang} dir={direction}>
            {!post.withoutContents && <Contents headings={body.headings} />}
          </div>
          <div className="min-w-0 lg:col-start-2" dir={direction}>
            <div className="prose" lang={lang}>
              {renderBody(body, createMdxComponents(view))}
            </div>
            <AlsoThisMonth {...view} />
          </div>
        </div>
        <ReadOn {...toReadOn(post, content)} />
        <PostFooter
          editHref={editHref(post.file)}
          newer={toNeighbour(neighbours.newer)}
          older={toNeighbour(neighbours.older)}
        />
      </article>
    </>
  );
}

function toNeighbour(post: Post | undefined) {
  return post && { url: toUrl(post.url), title: post.linkTitle ?? post.title };
}

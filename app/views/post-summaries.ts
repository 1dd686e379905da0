// From posts to what lists show of them.
import { editionOf, toCoverFacts } from '@/app/views/edition-facts';
import type { PostSummary } from '@/components/blog/post-summary';
import { now } from '@/lib/base/clock';
import { toUrl } from '@/lib/base/urls';
import type { Post } from '@/lib/content/posts';
import { getContent } from '@/lib/content/queries';
import { hiddenReason } from '@/lib/content/visibility';
import { featuredPicture } from '@/lib/output/pictures/pictures';

/** What lists show of some posts, in their order. */
export async function toSummaries(posts: readonly Post[]): Promise<PostSummary[]> {
  const instant = now();
  const content = await getContent();
  return Promise.all(
    posts.map(async (post) => {
      return {
        url: toUrl(post.url),
        title: post.linkTitle ?? post.title,
        description: post.description,
        date: post.date,
        authors: post.authors,
        lang: post.lang,
        hidden: hiddenReason(post, instant),
        picture: await featuredPicture(post),
        cover: toCoverFacts(editionOf(post, content)),
      };
    }),
  );
}

// From a post to what its head says of it.
import { toAuthors } from '@/app/views/feed-entries';
import type { Content } from '@/lib/content/content';
import { changedAt, type Post } from '@/lib/content/posts';
import { featuredFile, toPicture } from '@/lib/output/pictures/pictures';
import type { PostFacts } from '@/lib/output/seo/site-json-ld';

export async function toPostFacts(post: Post, content: Content): Promise<PostFacts> {
  const featured = featuredFile(post);
  return {
    title: post.title,
    description: post.description,
    path: post.url,
    lang: post.lang,
    picture: featured && (await toPicture(post, featured)),
    article: {
      published: post.date,
      updated: changedAt(post),
      authors: toAuthors(post, content),
      tags: post.tags,
    },
  };
}

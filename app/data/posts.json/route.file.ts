// All posts as data.
import { serveJson } from '@/app/serve';
import { toAuthors } from '@/app/views/feed-entries';
import { changedAt } from '@/lib/content/posts';
import { getContent } from '@/lib/content/queries';
import { toPostList } from '@/lib/output/data/post-list';

export const dynamic = 'force-static';

export async function GET() {
  const content = await getContent();
  const posts = content.posts.map((post) => ({
    path: post.url,
    title: post.title,
    description: post.description,
    date: post.date,
    updated: changedAt(post),
    lang: post.lang,
    authors: toAuthors(post, content),
    tags: post.tags,
    period: post.coverage.period,
  }));
  return serveJson(toPostList(posts));
}

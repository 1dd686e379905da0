// All posts as data.
import { serveJson } from '@/app/serve';
import { toPostFacts } from '@/app/views/post-views';
import { getContent } from '@/lib/content/queries';
import { toPostList } from '@/lib/output/data/post-list';

export const dynamic = 'force-static';

export async function GET() {
  const content = await getContent();
  const posts = content.posts.map((post) => ({ ...toPostFacts(post, content), period: post.coverage.period }));
  return serveJson(toPostList(posts));
}

// For addresses that lead nowhere: says so, and helps.
import type { Metadata } from 'next';
import { toSummaries } from '@/app/views/post-summaries';
import { PostList } from '@/components/blog/post-list';
import { PageTitle } from '@/components/ui/page-title';
import { getPosts } from '@/lib/content/content';
import { toUrl } from '@/lib/urls';

export const metadata: Metadata = { title: 'Not found' };

export default async function NotFound() {
  const posts = await toSummaries((await getPosts()).slice(0, 3));
  return (
    <div className="frame">
      <PageTitle title="There is no page at this address">
        <p>
          It may have been misspelt or moved. The <a href={toUrl('/blog/')}>list of all posts</a> is a good place to
          look.
        </p>
      </PageTitle>
      {posts.length > 0 && <PostList posts={posts} />}
    </div>
  );
}

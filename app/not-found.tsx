// For addresses that lead nowhere: says so, and helps.
import type { Metadata } from 'next';
import { toSummaries } from '@/app/views/post-summaries';
import { PostList } from '@/components/blog/post-list';
import { PageTitle } from '@/components/ui/page-title';
import { toUrl } from '@/lib/base/urls';
import { getPosts } from '@/lib/content/queries';
import { site } from '@/lib/site';

export const metadata: Metadata = { title: 'Not found' };

export default async function NotFound() {
  const posts = await toSummaries((await getPosts()).slice(0, 3));
  return (
    <div className="frame">
      <PageTitle title="There is no page at this address">
        <p>
          It may be misspelt, or the page may have moved. The <a href={toUrl('/blog/')}>list of all posts</a> is a good
          place to look, and these are the other ones:
        </p>
        <nav aria-label="Where to go from here" className="action">
          <a href={toUrl('/')}>Front page</a>
          {site.navigation
            .filter(({ url }) => url !== '/blog/')
            .map(({ title, url }) => (
              <a key={url} href={toUrl(url)}>
                {title}
              </a>
            ))}
        </nav>
      </PageTitle>
      {posts.length > 0 && (
        <section aria-labelledby="site-latest" className="section">
          <h2 id="site-latest" className="section-title">
            Published last
          </h2>
          <PostList posts={posts} rank={3} />
        </section>
      )}
    </div>
  );
}

// The page for addresses that do not exist.
import type { Metadata } from 'next';
import { toSummaries } from '@/app/views/post-views';
import { PostList } from '@/components/blog/post-list';
import { PageTitle, Section } from '@/components/ui/page-parts';
import { toUrl } from '@/lib/base/urls';
import { getPosts } from '@/lib/content/queries';
import { site } from '@/lib/site';

export const metadata: Metadata = { title: 'Page not found' };

export default async function NotFound() {
  const posts = await toSummaries((await getPosts()).slice(0, 3));
  return (
    // By this attribute lib/build/dev-page.browser.ts knows the page.
    <div className="frame" data-missing="">
      <PageTitle title="Page not found">
        <p>
          The address may be misspelt, or the page may have moved. Try the{' '}
          <a href={toUrl('/blog/')}>list of all posts</a>, or one of these pages:
        </p>
        <nav aria-label="Other pages" className="action">
          <a href={toUrl('/')}>Home</a>
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
        <Section id="site-latest" title="Latest posts">
          <PostList posts={posts} rank={3} />
        </Section>
      )}
    </div>
  );
}

// The page for addresses that do not exist.
import type { Metadata } from 'next';
import { toSummaries } from '@/app/views/post-views';
import { PostList } from '@/components/blog/post-list';
import { Sentence } from '@/components/ui/inline';
import { PageTitle, Section } from '@/components/ui/page-parts';
import { navigation } from '@/lib/base/sections';
import { toUrl } from '@/lib/base/urls';
import { words } from '@/lib/base/words';
import { getPosts } from '@/lib/content/queries';

const said = words.notFound;

export const metadata: Metadata = { title: said.title };

export default async function NotFound() {
  const posts = await toSummaries((await getPosts()).slice(0, 3));
  return (
    // By this attribute lib/build/dev-page.browser.ts knows the page.
    <div className="frame" data-missing="">
      <PageTitle title={said.title}>
        <p>
          <Sentence words={said.about}>
            <a href={toUrl('/blog/')}>{said.posts}</a>
          </Sentence>
        </p>
        <nav aria-label={said.others} className="action">
          <a href={toUrl('/')}>{said.home}</a>
          {navigation
            .filter(({ url }) => url !== '/blog/')
            .map(({ title, url }) => (
              <a key={url} href={toUrl(url)}>
                {title}
              </a>
            ))}
        </nav>
      </PageTitle>
      {posts.length > 0 && (
        <Section id="site-latest" title={said.latest}>
          <PostList posts={posts} rank={3} />
        </Section>
      )}
    </div>
  );
}

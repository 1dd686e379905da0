// The front page: the newest post set large, then the ones before it.
import type { Metadata } from 'next';
import { toSummaries } from '@/app/post-summaries';
import { LeadPost } from '@/components/blog/lead-post';
import { PostList } from '@/components/blog/post-list';
import { EmptyState } from '@/components/ui/empty-state';
import { getPosts } from '@/lib/content/content';
import { site } from '@/lib/site';
import { toHref, toUrl } from '@/lib/urls';

const shown = 7;

export const metadata: Metadata = { alternates: { canonical: toHref('/') } };

export default async function HomePage() {
  const posts = await getPosts();
  const [lead, ...others] = await toSummaries(posts.slice(0, shown));
  return (
    <div className="frame">
      <h1 className="sr-only">{site.name}</h1>
      {lead ? <LeadPost post={lead} /> : <EmptyState contribute={site.repository.url} />}
      {others.length > 0 && (
        <section aria-labelledby="site-before">
          <h2 id="site-before" className="label mb-3">
            Before that
          </h2>
          <PostList posts={others} rank={3} />
        </section>
      )}
      {posts.length > shown && (
        <p className="mt-6 font-sans text-sm">
          <a href={toUrl('/blog/')} className="inline-flex min-h-11 items-center">
            All {posts.length} posts
          </a>
        </p>
      )}
    </div>
  );
}

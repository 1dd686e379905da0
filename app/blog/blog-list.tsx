// One page of the blog list: the same for the first page and the others.
import { toSummaries } from '@/app/views/post-summaries';
import { Pagination } from '@/components/blog/pagination';
import { PostList } from '@/components/blog/post-list';
import { EmptyState } from '@/components/ui/empty-state';
import { PageTitle } from '@/components/ui/page-title';
import { getContent } from '@/lib/content/content';
import { site } from '@/lib/site';
import { archivePath, blogPagePath, toUrl } from '@/lib/urls';

/** How many pages a list of posts fills, at least one. */
export function pagesOf(posts: number): number {
  return Math.max(1, Math.ceil(posts / site.postsPerPage));
}

export async function BlogList({ page }: { page: number }) {
  const { posts, archive } = await getContent();
  const pages = pagesOf(posts.length);
  const summaries = await toSummaries(posts.slice((page - 1) * site.postsPerPage, page * site.postsPerPage));
  return (
    <div className="frame">
      <PageTitle title="Blog">
        <nav aria-label="Years" className="action">
          {[...archive.keys()]
            .sort()
            .reverse()
            .map((year) => (
              <a key={year} href={toUrl(archivePath(year))} className="tabular">
                {year}
              </a>
            ))}
        </nav>
      </PageTitle>
      {summaries.length > 0 ? <PostList posts={summaries} /> : <EmptyState contribute={site.repository.url} />}
      <Pagination
        page={page}
        pages={pages}
        newerUrl={page > 1 ? toUrl(blogPagePath(page - 1)) : undefined}
        olderUrl={page < pages ? toUrl(blogPagePath(page + 1)) : undefined}
      />
    </div>
  );
}

// One page of the blog list: the same for the first page and the others.
import { readEdition } from '@/app/views/edition-view';
import { toSummaries } from '@/app/views/post-summaries';
import { Pagination } from '@/components/blog/pagination';
import { PostList } from '@/components/blog/post-list';
import { createMdxComponents } from '@/components/mdx/components';
import { EmptyState } from '@/components/ui/empty-state';
import { PageTitle } from '@/components/ui/page-title';
import { archivePath, blogPagePath, toUrl } from '@/lib/base/urls';
import type { Content } from '@/lib/content/content';
import type { Post } from '@/lib/content/posts';
import { getContent } from '@/lib/content/queries';
import { renderBody } from '@/lib/mdx/render';
import { site } from '@/lib/site';

/** How many pages a list of posts fills, at least one. */
export function pagesOf(posts: number): number {
  return Math.max(1, Math.ceil(posts / site.postsPerPage));
}

export async function BlogList({ page }: { page: number }) {
  const content = await getContent();
  const { posts, archive, section } = content;
  const pages = pagesOf(posts.length);
  const summaries = await toSummaries(posts.slice((page - 1) * site.postsPerPage, page * site.postsPerPage));
  return (
    <div className="frame">
      <PageTitle title={section?.title ?? 'Blog'}>
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
      {page === 1 && section && section.page.body.trim() !== '' && (
        <div className="prose">{await renderText(section.page, content)}</div>
      )}
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

/** What `blog/_index.md` has to say before the list. */
async function renderText(page: Post, content: Content) {
  const { body, view } = await readEdition(page, content);
  return renderBody(body, createMdxComponents(view));
}

/** What the list is called, and what it holds. */
export async function describeList(): Promise<{ title: string; description?: string | undefined }> {
  const { section } = await getContent();
  return { title: section?.title ?? 'Blog', description: section?.description };
}

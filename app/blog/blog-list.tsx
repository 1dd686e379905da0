// One page of the blog list.

import { PagedPosts, readPage } from '@/app/paged-posts';
import { readEdition } from '@/app/views/edition-view';
import { createMdxComponents } from '@/components/mdx/components';
import { EmptyState, PageTitle } from '@/components/ui/page-parts';
import { sectionTexts } from '@/lib/base/sections';
import { archivePath, blogPagePath, toUrl } from '@/lib/base/urls';
import { words } from '@/lib/base/words';
import type { Content } from '@/lib/content/content';
import type { Post } from '@/lib/content/posts';
import { getContent } from '@/lib/content/queries';
import { renderBody } from '@/lib/mdx/render';

export async function BlogList({ page }: { page: number }) {
  const content = await getContent();
  const { posts, archive, section } = content;
  const list = await readPage(posts, page);
  const years = [...archive.keys()].sort().reverse();
  return (
    <div className="frame">
      <PageTitle title={section?.title ?? sectionTexts.blog.title}>
        <nav aria-label={words.archive.years} className="action">
          {years.map((year) => (
            <a key={year} href={toUrl(archivePath(year))} className="tabular">
              {year}
            </a>
          ))}
        </nav>
      </PageTitle>
      {page === 1 && section && section.page.body.trim() !== '' && (
        <div className="prose">{await renderText(section.page, content)}</div>
      )}
      {posts.length === 0 && <EmptyState />}
      {posts.length > 0 && <PagedPosts {...list} pathOf={blogPagePath} />}
    </div>
  );
}

/** The text of `blog/_index.md`, which comes before the list. */
async function renderText(page: Post, content: Content) {
  const { body, view } = await readEdition(page, content);
  return renderBody(body, createMdxComponents(view));
}

/** Title and description of the list. */
export async function describeList(): Promise<{ title: string; description?: string | undefined }> {
  const { section } = await getContent();
  return { title: section?.title ?? sectionTexts.blog.title, description: section?.description };
}

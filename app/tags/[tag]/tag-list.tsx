// One page of the posts with a tag: the same for the first page and the others.
import { pagesOf } from '@/app/blog/blog-list';
import { toSummaries } from '@/app/views/post-summaries';
import { Pagination } from '@/components/blog/pagination';
import { PostList } from '@/components/blog/post-list';
import { tagWords } from '@/components/blog/tag-words';
import { PageTitle } from '@/components/ui/page-title';
import { tagPath, toUrl } from '@/lib/base/urls';
import type { Tag } from '@/lib/content/tags';
import { feedFormats } from '@/lib/output/feeds/feed';
import { site } from '@/lib/site';

export async function TagList({ tag, page }: { tag: Tag; page: number }) {
  const { slug, name, posts } = tag;
  const pages = pagesOf(posts.length);
  const shown = posts.slice((page - 1) * site.postsPerPage, page * site.postsPerPage);
  return (
    <div className="frame">
      <PageTitle title={tagWords(name)}>
        <p>{posts.length === 1 ? 'One post with this tag.' : `${posts.length} posts with this tag.`}</p>
        <p className="action">
          <a href={toUrl(tagPath(slug) + feedFormats.rss.name)}>Feed of this tag</a>
          <a href={toUrl('/tags/')}>All tags</a>
        </p>
      </PageTitle>
      <PostList posts={await toSummaries(shown)} />
      <Pagination
        page={page}
        pages={pages}
        newerUrl={page > 1 ? toUrl(tagPath(slug, page - 1)) : undefined}
        olderUrl={page < pages ? toUrl(tagPath(slug, page + 1)) : undefined}
      />
    </div>
  );
}

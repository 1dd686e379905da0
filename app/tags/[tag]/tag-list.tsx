// One page of the posts with a tag.
import { PagedPosts, readPage } from '@/app/paged-posts';
import { tagWords } from '@/components/blog/post-header';
import { PageTitle } from '@/components/ui/page-parts';
import { tagPath, toUrl } from '@/lib/base/urls';
import type { Tag } from '@/lib/content/tags';
import { feedFormats } from '@/lib/output/feeds/feed';

export async function TagList({ tag: { slug, name, posts }, page }: { tag: Tag; page: number }) {
  const list = await readPage(posts, page);
  return (
    <div className="frame">
      <PageTitle title={tagWords(name)}>
        <p>{posts.length === 1 ? 'One post with this tag.' : `${posts.length} posts with this tag.`}</p>
        <p className="action">
          <a href={toUrl(tagPath(slug) + feedFormats.rss.name)}>RSS feed for this tag</a>
          <a href={toUrl('/tags/')}>All tags</a>
        </p>
      </PageTitle>
      <PagedPosts {...list} pathOf={(number) => tagPath(slug, number)} />
    </div>
  );
}

// One page of the posts with a tag.
import { PagedPosts, readPage } from '@/app/paged-posts';
import { tagWords } from '@/components/blog/post-header';
import { PageTitle } from '@/components/ui/page-parts';
import { tagPath, toUrl } from '@/lib/base/urls';
import { plural, words } from '@/lib/base/words';
import type { Tag } from '@/lib/content/tags';
import { feedFormats } from '@/lib/output/feeds/feed';

export async function TagList({ tag: { slug, name, posts }, page }: { tag: Tag; page: number }) {
  const list = await readPage(posts, page);
  return (
    <div className="frame">
      <PageTitle title={tagWords(name)}>
        <p>{plural(words.tags.withTag, posts.length)}</p>
        <p className="action">
          <a href={toUrl(tagPath(slug) + feedFormats.rss.name)}>{words.tags.feed}</a>
          <a href={toUrl('/tags/')}>{words.page.allTags}</a>
        </p>
      </PageTitle>
      <PagedPosts {...list} pathOf={(number) => tagPath(slug, number)} />
    </div>
  );
}

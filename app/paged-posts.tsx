// A list of posts that fills several pages.
import { toSummaries } from '@/app/views/post-views';
import { Pagination, PostList } from '@/components/blog/post-list';
import { pageCount, toUrl } from '@/lib/base/urls';
import type { Post } from '@/lib/content/posts';
import { site } from '@/lib/site';

/** The numbers of the pages after the first, as addresses contain them. */
export function laterPages(posts: number): string[] {
  return Array.from({ length: pageCount(posts) - 1 }, (_, index) => String(index + 2));
}

/** The posts of one page of a list. @param posts all of the list, newest first. @param page from 1. */
export async function readPage(posts: readonly Post[], page: number) {
  const { postsPerPage } = site;
  const summaries = await toSummaries(posts.slice((page - 1) * postsPerPage, page * postsPerPage));
  return { summaries, page, pages: pageCount(posts.length) };
}

interface PagedPostsProps extends Awaited<ReturnType<typeof readPage>> {
  /** The path of a page of the list. */
  readonly pathOf: (page: number) => string;
}

export function PagedPosts({ summaries, page, pages, pathOf }: PagedPostsProps) {
  return (
    <>
      <PostList posts={summaries} />
      <Pagination page={page} pages={pages} urlOf={(number) => toUrl(pathOf(number))} />
    </>
  );
}

// Posts in lists, and the latest one on the front page.
import type { ReactNode } from 'react';
import { headlineClass } from '@/components/blog/post-header';
import { Day } from '@/components/ui/inline';
import { Cover, Image } from '@/components/ui/pictures';
import { formatNumber, words } from '@/lib/base/words';
import type { CoverFacts } from '@/lib/output/pictures/cover';

/** A post in a list, with addresses ready for the page. */
export interface PostSummary {
  readonly url: string;
  readonly title: string;
  /** In small type with the date: the month of an edition with a headline. */
  readonly kicker?: string | undefined;
  readonly description: string | undefined;
  readonly date: Date;
  readonly authors: readonly string[];
  readonly lang: string | undefined;
  /** Why it is not public yet. */
  readonly hidden: 'draft' | 'scheduled' | undefined;
  readonly picture:
    | { readonly src: string; readonly srcSet: string; readonly width: number; readonly height: number }
    | undefined;
  /** The cover of an edition, shown if it has no picture. */
  readonly cover: CoverFacts | undefined;
}

/** @param rank the rank of the headings: one below that of the heading above the list. */
export function PostList({ posts, rank = 2 }: { posts: readonly PostSummary[]; rank?: 2 | 3 }) {
  const Heading = rank === 2 ? 'h2' : 'h3';
  return (
    <ol className="post-list">
      {posts.map(({ url, title, kicker, description, date, lang, hidden, picture, cover }) => (
        <li key={url}>
          <p className="label">
            <Day date={date} />
            {kicker && (
              <span dir="auto" lang={lang}>
                {' · '}
                {kicker}
              </span>
            )}
            {hidden && <span className="text-breaking"> · {words.post[hidden]}</span>}
          </p>
          <div>
            <Heading className="title" dir="auto" lang={lang}>
              <a href={url}>{title}</a>
            </Heading>
            {description && (
              <p dir="auto" lang={lang}>
                {description}
              </p>
            )}
          </div>
          {picture ? <Image picture={picture} alt="" sizes="10rem" /> : cover && <Cover facts={cover} />}
        </li>
      ))}
    </ol>
  );
}

interface PaginationProps {
  readonly page: number;
  readonly pages: number;
  /** The address of a page of the list, ready for the page. */
  readonly urlOf: (page: number) => string;
}

/** Links between the pages of a list: to the next ones, and to the first, the last and those around this one. */
export function Pagination({ page, pages, urlOf }: PaginationProps) {
  if (pages < 2) return null;
  const said = words.pages;
  return (
    <nav aria-label={said.label} className="pagination">
      <span>
        {page > 1 && (
          <a href={urlOf(page - 1)} rel="prev">
            {said.newer}
          </a>
        )}
      </span>
      <ol className="tabular">
        {shownPages(page, pages).map((each, index, shown) => (
          <li key={each} data-gap={each - (shown[index - 1] ?? each - 1) > 1 ? '' : undefined}>
            {each === page ? (
              <a
                aria-current="page"
                href={urlOf(each)}
                aria-label={said.pageOf(formatNumber(each), formatNumber(pages))}
              >
                {formatNumber(each)}
              </a>
            ) : (
              <a href={urlOf(each)} aria-label={said.page(formatNumber(each))}>
                {formatNumber(each)}
              </a>
            )}
          </li>
        ))}
      </ol>
      <span>
        {page < pages && (
          <a href={urlOf(page + 1)} rel="next">
            {said.older}
          </a>
        )}
      </span>
    </nav>
  );
}

/** The first and the last page, this one and its neighbours, and a page that alone would be left out between two of them. */
export function shownPages(page: number, pages: number): number[] {
  const isShown = (each: number) => each === 1 || each === pages || Math.abs(each - page) <= 1;
  return Array.from({ length: pages }, (_, index) => index + 1).filter(
    (each) => isShown(each) || (isShown(each - 1) && isShown(each + 1)),
  );
}

/** @param children the facts of the edition. */
export function LeadPost({ post, children }: { post: PostSummary; children?: ReactNode }) {
  const { picture, cover } = post;
  return (
    <article>
      <div className="lead">
        {picture ? (
          <Image picture={picture} alt="" sizes="(min-width: 64rem) 28rem, 92vw" eager />
        ) : (
          cover && <Cover facts={cover} />
        )}
        <div>
          <p className="label kicker">
            {post.kicker ?? (cover ? words.post.latestEdition : words.post.latest)} · <Day date={post.date} />
            {post.hidden && <> · {words.post[post.hidden]}</>}
          </p>
          <h2 className={headlineClass(post.title)} dir="auto" lang={post.lang}>
            <a href={post.url}>{post.title}</a>
          </h2>
          {post.description && (
            <p className="standfirst" dir="auto" lang={post.lang}>
              {post.description}
            </p>
          )}
        </div>
      </div>
      {children}
    </article>
  );
}

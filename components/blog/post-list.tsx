// Posts, one under the other: the one list of the site.
import type { PostSummary } from '@/components/blog/post-summary';
import { Cover } from '@/components/ui/cover';
import { Day } from '@/components/ui/day';

/** @param rank the rank of the headings, one below the heading above the list. */
export function PostList({ posts, rank = 2 }: { posts: readonly PostSummary[]; rank?: 2 | 3 }) {
  const Heading = rank === 2 ? 'h2' : 'h3';
  return (
    <ol className="post-list">
      {posts.map(({ url, title, description, date, lang, hidden, picture, cover }) => (
        <li key={url}>
          <p className="label">
            <Day date={date} />
            {hidden && <span className="text-breaking"> · {hidden === 'draft' ? 'Draft' : 'Scheduled'}</span>}
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
          {picture ? (
            <img
              src={picture.src}
              srcSet={picture.srcSet || undefined}
              sizes="10rem"
              width={picture.width}
              height={picture.height}
              alt=""
              loading="lazy"
              decoding="async"
            />
          ) : (
            cover && <Cover facts={cover} />
          )}
        </li>
      ))}
    </ol>
  );
}

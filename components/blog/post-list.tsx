// A list of posts.
import type { PostSummary } from '@/components/blog/post-summary';
import { Cover } from '@/components/ui/cover';
import { Day } from '@/components/ui/day';
import { Image } from '@/components/ui/image';

/** @param rank the rank of the headings: one below that of the heading above the list. */
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
          {picture ? <Image picture={picture} alt="" sizes="10rem" /> : cover && <Cover facts={cover} />}
        </li>
      ))}
    </ol>
  );
}

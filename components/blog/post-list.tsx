// Posts, one under the other: the one list of the site.
import type { PostSummary } from '@/components/blog/post-summary';
import { Day } from '@/components/ui/day';

/** @param rank the rank of the headings, one below the heading above the list. */
export function PostList({ posts, rank = 2 }: { posts: readonly PostSummary[]; rank?: 2 | 3 }) {
  const Heading = rank === 2 ? 'h2' : 'h3';
  return (
    <ol className="divide-y divide-line border-y border-line">
      {posts.map((post) => (
        <li key={post.url} className="grid gap-x-8 gap-y-1 py-6 md:grid-cols-[9rem_1fr_auto]">
          <p className="label pt-1.5">
            <Day date={post.date} />
            {post.hidden && (
              <span className="block text-breaking">{post.hidden === 'draft' ? 'Draft' : 'Scheduled'}</span>
            )}
          </p>
          <div className="min-w-0 max-w-measure">
            <Heading className="text-xl font-bold" dir="auto" lang={post.lang}>
              <a href={post.url} className="inline-block py-1 text-ink no-underline hover:text-accent hover:underline">
                {post.title}
              </a>
            </Heading>
            {post.description && (
              <p className="mt-1 text-muted" dir="auto" lang={post.lang}>
                {post.description}
              </p>
            )}
          </div>
          {post.picture && (
            <img
              src={post.picture.src}
              srcSet={post.picture.srcSet || undefined}
              sizes="10rem"
              width={post.picture.width}
              height={post.picture.height}
              alt=""
              loading="lazy"
              decoding="async"
              className="hidden h-24 w-40 rounded-card border border-line bg-surface object-contain md:block"
            />
          )}
        </li>
      ))}
    </ol>
  );
}

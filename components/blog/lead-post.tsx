// The newest post, set large on the front page.
import type { ReactNode } from 'react';
import type { PostSummary } from '@/components/blog/post-summary';
import { Day } from '@/components/ui/day';

/** @param children what the post holds, in a line. */
export function LeadPost({ post, children }: { post: PostSummary; children?: ReactNode }) {
  return (
    <article className="grid gap-8 py-10 md:py-16 lg:grid-cols-[3fr_2fr] lg:items-center">
      <div className="min-w-0">
        <p className="label text-accent">
          Latest · <Day date={post.date} />
          {post.hidden && <> · {post.hidden === 'draft' ? 'Draft' : 'Scheduled'}</>}
        </p>
        <h2 className="mt-3 text-4xl font-bold tracking-tight" dir="auto" lang={post.lang}>
          <a href={post.url} className="text-ink no-underline hover:text-accent">
            {post.title}
          </a>
        </h2>
        {post.description && (
          <p className="mt-5 max-w-measure text-xl leading-snug text-muted" dir="auto" lang={post.lang}>
            {post.description}
          </p>
        )}
        {children}
        <p className="mt-6 font-sans">
          <a
            href={post.url}
            className="inline-flex min-h-11 items-center rounded-card bg-accent px-5 font-semibold text-paper no-underline"
            aria-label={`Read it: ${post.title}`}
          >
            Read it
          </a>
        </p>
      </div>
      {post.picture && (
        <img
          src={post.picture.src}
          srcSet={post.picture.srcSet || undefined}
          sizes="(min-width: 64rem) 28rem, 92vw"
          width={post.picture.width}
          height={post.picture.height}
          alt=""
          decoding="async"
          className="h-auto max-h-96 w-full rounded-card border border-line bg-surface object-contain"
        />
      )}
    </article>
  );
}

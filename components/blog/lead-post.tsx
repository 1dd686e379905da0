// The latest edition, in large type on the front page.
import type { ReactNode } from 'react';
import { headlineClass } from '@/components/blog/headline';
import type { PostSummary } from '@/components/blog/post-summary';
import { Cover } from '@/components/ui/cover';
import { Day } from '@/components/ui/day';
import { Image } from '@/components/ui/image';

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
            {cover ? 'Latest edition' : 'Latest'} · <Day date={post.date} />
            {post.hidden && <> · {post.hidden === 'draft' ? 'Draft' : 'Scheduled'}</>}
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

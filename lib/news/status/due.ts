// Posts that have become public or have left the lists since the site was built, just because time has passed.
import type { Post } from '@/lib/content/posts';
import { hiddenReason, isListed, publicFrom } from '@/lib/content/visibility';

/** Posts for which the site has to be built again. */
export interface Due {
  /** Hidden at the first instant and public at the second, oldest first. */
  readonly due: readonly Post[];
  /** Public at both, but no longer in lists at the second (`expiryDate`). */
  readonly ended: readonly Post[];
  /** The next scheduled post. */
  readonly next: Post | undefined;
}

/**
 * Finds what has become due. A post dated exactly `since` was public then, and one dated exactly `now` is public now: so
 * successive runs miss nothing and find nothing twice.
 *
 * @param since when the site was last built.
 */
export function findDue(posts: readonly Post[], since: Date, now: Date): Due {
  const byTime = [...posts].sort((a, b) => publicFrom(a).getTime() - publicFrom(b).getTime());
  const scheduledAt = (instant: Date) => (post: Post) => hiddenReason(post, instant) === 'scheduled';
  return {
    ended: posts.filter(
      (post) => hiddenReason(post, since) === undefined && isListed(post, since) && !isListed(post, now),
    ),
    due: byTime.filter((post) => scheduledAt(since)(post) && hiddenReason(post, now) === undefined),
    next: byTime.find(scheduledAt(now)),
  };
}

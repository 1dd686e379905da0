// What has become public, or left the lists, by the passing of time alone: what a site that was built before does not show yet.
import type { Post } from '@/lib/content/posts';
import { hiddenReason, isListed, publicFrom } from '@/lib/content/visibility';

/** Posts that time makes public. */
export interface Due {
  /** Hidden at the one instant and public at the other, oldest first. */
  readonly due: readonly Post[];
  /** Public at both, and no more in lists at the other (`expiryDate`). */
  readonly ended: readonly Post[];
  /** The one that comes after, if any is scheduled. */
  readonly next: Post | undefined;
}

/**
 * Finds what has become due. A post dated exactly at `since` was public then, one dated exactly `now` is public now: so
 * runs that each begin where the last one ended miss nothing and find nothing twice, and one that is missed is caught up.
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

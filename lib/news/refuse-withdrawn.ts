// A withdrawn post is not to be read any more, and so is neither mailed nor announced.
import { ContentError } from '@/lib/base/diagnostic';
import type { LoadedContent } from '@/lib/content/load';
import type { Post } from '@/lib/content/posts';

/** @throws {ContentError} with the reason where the post is withdrawn. */
export function refuseWithdrawn(post: Post, { places }: Pick<LoadedContent, 'places'>): void {
  if (post.withdrawn === undefined) return;
  const { line, column } = places.get(post)?.placeOf(['withdrawn']) ?? { line: 1, column: 1 };
  const message = `the post is withdrawn and is not sent to anybody: ${post.withdrawn}`;
  const fix = 'send another post, or remove "withdrawn:" if it is to be read again';
  throw new ContentError([
    { file: post.shownFile, line, column, severity: 'error', code: 'post/withdrawn', message, fix },
  ]);
}

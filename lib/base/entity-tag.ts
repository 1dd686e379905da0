// ETags, with which clients ask whether their copy is still current.
import { createHash } from 'node:crypto';

/** A weak entity tag (RFC 9110, section 8.8.3) of a text: weak, because servers compress it as they like. */
export function entityTag(text: string): string {
  return `W/"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`;
}

/** Whether a request's `If-None-Match` names a tag (RFC 9110, section 13.1.2: compared as weak ones). */
export function isCurrent(ifNoneMatch: string | undefined, tag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  const bare = (each: string) => each.trim().replace(/^W\//, '');
  return ifNoneMatch.trim() === '*' || ifNoneMatch.split(',').some((each) => bare(each) === bare(tag));
}

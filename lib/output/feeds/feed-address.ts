// Where the addresses in a feed lead: on a preview to the preview itself, for what is hidden elsewhere is only there.
import { ownOrigin, toUrl } from '@/lib/base/urls';

/** The absolute address of a path of the site, as a feed of this very build names it. */
export function toFeedHref(path: string): string {
  return ownOrigin() + toUrl(path);
}

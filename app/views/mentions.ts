// From an entry to the posts that name it.
import { toUrl } from '@/lib/base/urls';
import { type Content, mentionsOf } from '@/lib/content/content';
import type { Folder } from '@/lib/kinds/index';

/** The posts that name an entry, newest first, ready for the page. */
export function toMentions(content: Content, folder: Folder, id: string) {
  return mentionsOf(content, folder, id).map(({ url, title }) => ({ url: toUrl(url), title }));
}

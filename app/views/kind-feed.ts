// The feed of a community's own kind. lib/build/own-routes.ts writes the routes.
import { entriesFeed } from '@/app/views/feeds';
import { entriesOf } from '@/lib/content/community';
import { getContent } from '@/lib/content/queries';
import { kindIn } from '@/lib/kinds/index';
import type { FeedSource } from '@/lib/output/feeds/feed';

/**
 * The latest entries that the list of a kind shows. One that has no date and that no post names yet has the date of the
 * latest post, so that it is in the feed, too.
 *
 * @param folder the kind's: `jobs`.
 * @returns undefined where the kind does not exist or has no feed.
 */
export async function kindFeed(folder: string): Promise<FeedSource | undefined> {
  const kind = kindIn(folder);
  if (!kind?.feed) return undefined;
  const { feed } = kind;
  const content = await getContent();
  const latest = content.posts[0]?.date ?? new Date(0);
  const published: typeof feed.published = (entry, named) => feed.published(entry, named ?? latest);
  const entries = entriesOf(content.community, kind).filter((entry) => kind.isListed(entry, content.lookup.now));
  return entriesFeed({ ...kind, feed: { ...feed, published } }, entries, content);
}

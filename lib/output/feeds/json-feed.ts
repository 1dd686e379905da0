// A feed as JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/).
import { generateJsonFeed } from 'feedsmith';
import { type Feed, feedHref } from '@/lib/output/feeds/feed';

export function renderJsonFeed(feed: Feed): string {
  const json = generateJsonFeed({
    title: feed.title,
    home_page_url: feed.href,
    feed_url: feedHref(feed, 'json'),
    description: feed.description,
    language: feed.lang,
    items: feed.items.map((item) => ({
      id: item.id,
      url: item.href,
      title: item.title,
      content_html: item.html || item.title,
      ...(item.description ? { summary: item.description } : {}),
      ...(item.picture ? { image: item.picture } : {}),
      date_published: item.published,
      date_modified: item.updated,
      ...(item.authors.length > 0
        ? { authors: item.authors.map(({ name, href }) => ({ name, ...(href ? { url: href } : {}) })) }
        : {}),
      ...(item.tags.length > 0 ? { tags: [...item.tags] } : {}),
      ...(item.lang ? { language: item.lang } : {}),
    })),
  });
  // The list of items is needed, also where it is empty.
  return `${JSON.stringify({ ...(json as object), ...(feed.items.length > 0 ? {} : { items: [] }) }, null, 1)}\n`;
}

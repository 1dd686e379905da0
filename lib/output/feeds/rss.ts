// A feed as RSS 2.0 (https://www.rssboard.org/rss-specification).
import { generateRssFeed } from 'feedsmith';
import { type Feed, feedFormats, feedHref, feedStyle } from '@/lib/output/feeds/feed';
import { withoutMargins } from '@/lib/output/feeds/xml-text';

export function renderRss(feed: Feed): string {
  const { title, href, description, lang, rights, updated, items } = feed;
  const xml = generateRssFeed(
    {
      title,
      link: href,
      description,
      language: lang,
      copyright: rights,
      ...(items.length > 0 ? { lastBuildDate: updated } : {}),
      atom: { links: [{ href: feedHref(feed, 'rss'), rel: 'self', type: feedFormats.rss.type }] },
      items: items.map((item) => ({
        title: item.title,
        link: item.href,
        guid: { value: item.id, isPermaLink: item.id === item.href },
        pubDate: item.published,
        ...(item.description ? { description: item.description } : {}),
        content: { encoded: item.html || item.title },
        categories: item.tags.map((name) => ({ name })),
        ...(item.updated > item.published ? { atom: { updated: item.updated } } : {}),
        dc: { creators: item.authors.map(({ name }) => name) },
      })),
    },
    { stylesheets: [feedStyle()] },
  );
  return withoutMargins(xml);
}

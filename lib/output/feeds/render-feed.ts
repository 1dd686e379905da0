// Writes a feed in each format.
import { generateAtomFeed, generateJsonFeed, generateRssFeed } from 'feedsmith';
import { permanentId, toHref, toUrl } from '@/lib/base/urls';
import { type Feed, feedFormats, feedHref } from '@/lib/output/feeds/feed';
import { site } from '@/lib/site';

/** How a feed looks in a browser. CSS, because browsers are about to drop XSLT. */
const look = { stylesheets: [{ type: 'text/css', href: toUrl('/feed.css') }] };

/** RSS 2.0 (https://www.rssboard.org/rss-specification). */
export function renderRss(feed: Feed): string {
  const { title, href, description, lang, rights, updated, items } = feed;
  const xml = generateRssFeed(
    {
      title,
      link: href,
      description,
      language: lang,
      ...(rights === undefined ? {} : { copyright: rights }),
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
    look,
  );
  return withoutMargins(xml);
}

/** Atom (RFC 4287). */
export function renderAtom(feed: Feed): string {
  const self = feedHref(feed, 'atom');
  const xml = generateAtomFeed(
    {
      id: permanentId(feed.folder + feedFormats.atom.name),
      title: { value: feed.title, type: 'text' },
      subtitle: { value: feed.description, type: 'text' },
      updated: feed.updated,
      ...(feed.rights === undefined ? {} : { rights: { value: feed.rights, type: 'text' } }),
      // Section 4.1.1: where an entry names no author, the feed must.
      authors: [{ name: site.name, uri: toHref('/') }],
      links: [
        { href: self, rel: 'self', type: feedFormats.atom.type },
        { href: feed.href, rel: 'alternate', type: 'text/html' },
      ],
      entries: feed.items.map((item) => ({
        id: item.id,
        title: { value: item.title, type: 'text' },
        updated: item.updated,
        published: item.published,
        links: [{ href: item.href, rel: 'alternate', type: 'text/html' }],
        authors: item.authors.map(({ name, href }) => ({ name, ...(href ? { uri: href } : {}) })),
        categories: item.tags.map((term) => ({ term })),
        ...(item.description ? { summary: { value: item.description, type: 'text' } } : {}),
        content: { value: item.html || item.title, type: 'html', ...(item.lang ? { xml: { lang: item.lang } } : {}) },
      })),
    },
    look,
  );
  return withoutMargins(xml);
}

/** JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/). */
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

/** XML without white space between an element and the CDATA section that is its text: some feed readers would show it. */
function withoutMargins(xml: string): string {
  return xml.replace(/>\s+<!\[CDATA\[/g, '><![CDATA[').replace(/\]\]>\s+<\//g, ']]></');
}

// A feed as Atom (RFC 4287).
import { generateAtomFeed } from 'feedsmith';
import { permanentId, toHref } from '@/lib/base/urls';
import { type Feed, feedFormats, feedHref, feedStyle } from '@/lib/output/feeds/feed';
import { withoutMargins } from '@/lib/output/feeds/xml-text';
import { site } from '@/lib/site';

export function renderAtom(feed: Feed): string {
  const self = feedHref(feed, 'atom');
  const xml = generateAtomFeed(
    {
      id: permanentId(feed.folder + feedFormats.atom.name),
      title: { value: feed.title, type: 'text' },
      subtitle: { value: feed.description, type: 'text' },
      updated: feed.updated,
      rights: { value: feed.rights, type: 'text' },
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
    { stylesheets: [feedStyle()] },
  );
  return withoutMargins(xml);
}

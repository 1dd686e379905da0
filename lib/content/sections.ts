// The sections of the site: what its addresses begin with.
import { sectionPath } from '@/lib/base/urls';
import { kinds } from '@/lib/kinds/index';

/** First path segments that this site serves itself, besides files in `public/`. */
export const sections: readonly string[] = [
  ...kinds.map(({ folder }) => folder),
  ...['blog', 'community', 'authors', 'tags', 'subscribe', 'search'],
  ...['cards', 'icons', 'data', 'schemas', 'sitemaps', '.well-known'],
  ...['feed.xml', 'atom.xml', 'feed.json', 'events.ics'],
  ...['sitemap.xml', 'llms.txt', 'manifest.webmanifest', 'robots.txt', 'speculation-rules.json'],
];

/** The sections other than the blog, each with a page of its own whether or not there is anything in it. */
export const sectionPaths: readonly string[] = [
  ...kinds.map(({ folder }) => sectionPath(folder)),
  '/community/',
  '/tags/',
  '/subscribe/',
];

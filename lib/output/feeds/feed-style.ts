// How a feed looks when somebody opens it in a browser. CSS, because browsers are about to drop XSLT.
import { toUrl } from '@/lib/base/urls';

/** For the `xml-stylesheet` instruction; the file is public/feed.css. */
export function feedStyle(): { type: string; href: string } {
  return { type: 'text/css', href: toUrl('/feed.css') };
}

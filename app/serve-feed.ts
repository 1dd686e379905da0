// A feed as the answer to a request.
import { notFound } from 'next/navigation';
import { entityTag } from '@/lib/base/entity-tag';
import { renderAtom } from '@/lib/output/feeds/atom';
import { type FeedFormat, type FeedSource, feedFormats, toFeed } from '@/lib/output/feeds/feed';
import { renderJsonFeed } from '@/lib/output/feeds/json-feed';
import { renderRss } from '@/lib/output/feeds/rss';

const renderers = { rss: renderRss, atom: renderAtom, json: renderJsonFeed } as const;

/** The names under which a feed can be had. */
export const feedNames = Object.values(feedFormats).map(({ name }) => name);

/** The answer with a feed; 404 where there is none. */
export function serveFeed(source: FeedSource | undefined, format: FeedFormat | undefined): Response {
  if (!source || !format) notFound();
  const text = renderers[format](toFeed(source));
  return new Response(text, {
    headers: {
      ETag: entityTag(text),
      // As XML and not by the name of its format: Chromium shows the source of what has that, with no style sheet applied.
      'Content-Type': `${format === 'json' ? feedFormats.json.type : 'application/xml'}; charset=utf-8`,
      'Cache-Control': 'public, max-age=600',
      'Access-Control-Allow-Origin': '*',
      'X-Content-Type-Options': 'nosniff',
    },
  });
}

/** The format that a file name stands for. */
export function formatOf(name: string): FeedFormat | undefined {
  return (Object.keys(feedFormats) as FeedFormat[]).find((format) => feedFormats[format].name === name);
}

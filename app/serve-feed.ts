// A feed as the response to a request.
import { notFound } from 'next/navigation';
import { fileRoute } from '@/app/param-route';
import { anyOrigin, serveText } from '@/app/serve';
import { releasesFeed } from '@/app/views/feeds';
import { getContent } from '@/lib/content/queries';
import { type FeedFormat, type FeedSource, feedFormats, toFeed } from '@/lib/output/feeds/feed';
import { renderAtom, renderJsonFeed, renderRss } from '@/lib/output/feeds/render-feed';

const renderers = { rss: renderRss, atom: renderAtom, json: renderJsonFeed } as const;

/** The file names of the formats. */
export const feedNames: readonly string[] = Object.values(feedFormats).map(({ name }) => name);

/** The response with a feed; 404 if there is none. */
export function serveFeed(source: FeedSource | undefined, format: FeedFormat | undefined): Response {
  if (!source || !format) notFound();
  // `application/xml` and not the type of the format: with that, Chromium applies no style sheet.
  const type = format === 'json' ? feedFormats.json.type : 'application/xml';
  const headers = { 'Cache-Control': 'public, max-age=600', ...anyOrigin };
  return serveText(renderers[format](toFeed(source)), type, headers);
}

/** The `GET` of a feed's route. */
export function feedRoute(format: FeedFormat, read: () => Promise<FeedSource | undefined>) {
  return async () => serveFeed(await read(), format);
}

/** What the route of the feed of one project's releases exports. */
export function projectFeedRoute(format: FeedFormat) {
  return fileRoute({
    list: async () => (await getContent()).community.projects.map(({ id }) => ({ project: id })),
    find: ({ project }) => releasesFeed(project),
    respond: (source) => serveFeed(source, format),
  });
}

/** The format that has a file name. */
export function formatOf(name: string): FeedFormat | undefined {
  return (Object.keys(feedFormats) as FeedFormat[]).find((format) => feedFormats[format].name === name);
}

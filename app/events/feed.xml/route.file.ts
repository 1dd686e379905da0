// The events that were announced last as RSS.
import { serveFeed } from '@/app/serve-feed';
import { eventsFeed } from '@/app/views/feeds';

export const dynamic = 'force-static';

export async function GET() {
  return serveFeed(await eventsFeed(), 'rss');
}

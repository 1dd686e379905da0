// The events that were announced last as JSON Feed.
import { serveFeed } from '@/app/serve-feed';
import { eventsFeed } from '@/app/views/feeds';

export const dynamic = 'force-static';

export async function GET() {
  return serveFeed(await eventsFeed(), 'json');
}

// The latest posts as JSON Feed.
import { serveFeed } from '@/app/serve-feed';
import { postsFeed } from '@/app/views/feeds';

export const dynamic = 'force-static';

export async function GET() {
  return serveFeed(await postsFeed(), 'json');
}

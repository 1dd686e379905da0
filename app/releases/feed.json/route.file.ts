// The latest releases of all projects as JSON Feed.
import { serveFeed } from '@/app/serve-feed';
import { releasesFeed } from '@/app/views/feeds';

export const dynamic = 'force-static';

export async function GET() {
  return serveFeed(await releasesFeed(), 'json');
}

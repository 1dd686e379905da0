// The latest posts as JSON Feed.
import { feedRoute } from '@/app/serve-feed';
import { postsFeed } from '@/app/views/feeds';

export const dynamic = 'force-static';

export const GET = feedRoute('json', postsFeed);

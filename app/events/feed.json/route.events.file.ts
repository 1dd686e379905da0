// The most recently announced events as JSON Feed.
import { feedRoute } from '@/app/serve-feed';
import { eventsFeed } from '@/app/views/feeds';

export const dynamic = 'force-static';

export const GET = feedRoute('json', eventsFeed);

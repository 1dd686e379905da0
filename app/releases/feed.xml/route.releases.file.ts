// The latest releases of all projects as RSS.
import { feedRoute } from '@/app/serve-feed';
import { releasesFeed } from '@/app/views/feeds';

export const dynamic = 'force-static';

export const GET = feedRoute('rss', releasesFeed);

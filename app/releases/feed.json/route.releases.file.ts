// The latest releases of all projects as JSON Feed.
import { feedRoute } from '@/app/serve-feed';
import { releasesFeed } from '@/app/views/feeds';

export const dynamic = 'force-static';

export const GET = feedRoute('json', releasesFeed);

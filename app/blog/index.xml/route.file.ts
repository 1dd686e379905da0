// The latest posts as RSS, at the address of the former Hugo site: its subscribers keep getting them.
import { feedRoute } from '@/app/serve-feed';
import { postsFeed } from '@/app/views/feeds';

export const dynamic = 'force-static';

export const GET = feedRoute('rss', postsFeed);

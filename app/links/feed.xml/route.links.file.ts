// The newest links as RSS.
import { feedRoute } from '@/app/serve-feed';
import { kindFeed } from '@/app/views/feeds';

export const dynamic = 'force-static';

export const GET = feedRoute('rss', () => kindFeed('links'));

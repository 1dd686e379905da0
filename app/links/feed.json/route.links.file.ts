// The newest links as JSON Feed.
import { feedRoute } from '@/app/serve-feed';
import { kindFeed } from '@/app/views/feeds';

export const dynamic = 'force-static';

export const GET = feedRoute('json', () => kindFeed('links'));

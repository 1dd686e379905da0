// The newest links as Atom.
import { feedRoute } from '@/app/serve-feed';
import { kindFeed } from '@/app/views/feeds';

export const dynamic = 'force-static';

export const GET = feedRoute('atom', () => kindFeed('links'));

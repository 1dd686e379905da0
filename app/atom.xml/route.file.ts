// The latest posts as Atom.
import { feedRoute } from '@/app/serve-feed';
import { postsFeed } from '@/app/views/feeds';

export const dynamic = 'force-static';

export const GET = feedRoute('atom', postsFeed);

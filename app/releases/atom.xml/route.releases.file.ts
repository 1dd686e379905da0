// The latest releases of all projects as Atom.
import { feedRoute } from '@/app/serve-feed';
import { releasesFeed } from '@/app/views/feeds';

export const dynamic = 'force-static';

export const GET = feedRoute('atom', releasesFeed);

// The latest releases of all projects as Atom.
import { serveFeed } from '@/app/serve-feed';
import { releasesFeed } from '@/app/views/feeds';

export const dynamic = 'force-static';

export async function GET() {
  return serveFeed(await releasesFeed(), 'atom');
}

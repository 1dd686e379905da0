// The style sheet with which browsers show feeds.
import { serveText } from '@/app/serve';
import { feedSheet } from '@/lib/output/feeds/feed-sheet';

export const dynamic = 'force-static';

export function GET() {
  return serveText(feedSheet(), 'text/css');
}

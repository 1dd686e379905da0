// What is on every social card: the build keeps it for the route that draws them (lib/build/keep-cards.ts).
import { serveText } from '@/app/serve';
import { listCards } from '@/app/views/cards';

export const dynamic = 'force-static';

export async function GET() {
  return serveText(JSON.stringify(await listCards()), 'application/json');
}

// Social cards, drawn on the first request: the only responses that the build does not prerender.
import { notFound } from 'next/navigation';
import { decodeParam } from '@/app/param-route';
import { serveFile } from '@/app/serve';
import { type CardList, cardKey, cardType } from '@/lib/output/cards/card-facts';
import { BusyError, CardStore } from '@/lib/output/cards/card-store';
import { readCards, readServed } from '@/lib/output/cards/kept-cards';
import { cardRenderer } from '@/lib/output/cards/render-card';

export const dynamic = 'force-dynamic';

const store = new CardStore(cardRenderer(process.env.NEWS_DIST_DIR || '.next'));

export async function GET(request: Request, { params }: RouteContext<'/cards/[...path]'>) {
  const address = `/cards/${(await params).path.map(decodeParam).join('/')}`;
  const { colors, cards } = await listOfCards();
  const facts = Object.hasOwn(cards, address) ? cards[address] : undefined;
  // Pages that the build does not know, and hidden posts, have no card.
  if (!facts) notFound();
  const { figure } = facts;
  const bytes = await store
    .get(facts, colors, async () => (figure.kind === 'picture' ? readPicture(figure.path) : undefined))
    .catch(busyAnswer);
  if (bytes instanceof Response) return bytes;
  const key = cardKey(facts, colors);
  // An address with a version always means the same image; without it, the current one.
  const isVersioned = new URL(request.url).searchParams.get('v') === key.slice(0, 6);
  const caching = isVersioned
    ? 'public, max-age=31536000, s-maxage=31536000, immutable'
    : 'public, max-age=3600, s-maxage=3600';
  return serveFile(bytes, cardType(facts).type, caching, `"${key}"`);
}

/** What is left to say when too many ask at once: to ask again, in a few seconds. */
function busyAnswer(error: unknown): Response {
  if (!(error instanceof BusyError)) throw error;
  return new Response(null, { status: 503, headers: { 'Retry-After': '10', 'Cache-Control': 'no-store' } });
}

async function listOfCards(): Promise<CardList> {
  if (process.env.NODE_ENV !== 'development') return readCards();
  const { listCards } = await import('@/app/views/cards');
  return listCards();
}

async function readPicture(path: string): Promise<Buffer | undefined> {
  if (process.env.NODE_ENV !== 'development') return readServed(path);
  const { readCardPicture } = await import('@/app/views/cards');
  return readCardPicture(path);
}

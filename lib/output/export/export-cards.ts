// The social cards of an export, which no server will render.

import { mapLimited } from '@/lib/base/map-limited';
import { CardStore } from '@/lib/output/cards/card-store';
import { drawCard } from '@/lib/output/cards/draw-card';
import { readCardList, readServed } from '@/lib/output/cards/kept-cards';

/**
 * Renders every card.
 *
 * @param distDir what `npm run build` made.
 * @param write gets each address, decoded, and the card.
 * @returns how many there are.
 */
export async function exportCards(
  distDir: string,
  write: (address: string, bytes: Buffer) => Promise<void>,
): Promise<number> {
  const { colors, cards } = await readCardList(distDir);
  const store = new CardStore(drawCard);
  const all = Object.entries(cards);
  await mapLimited(all, 4, async ([address, facts]) => {
    const { figure } = facts;
    const readPicture = async () => (figure.kind === 'picture' ? readServed(figure.path, distDir) : undefined);
    await write(address, await store.get(facts, colors, readPicture));
  });
  return all.length;
}

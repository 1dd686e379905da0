// The social pictures of an export, where no server will draw them.

import { mapLimited } from '@/lib/base/map-limited';
import { CardStore } from '@/lib/output/cards/card-store';
import { drawCard } from '@/lib/output/cards/draw-card';
import { readCardList, readServed } from '@/lib/output/cards/kept-cards';

/**
 * Draws every picture.
 *
 * @param distDir what `npm run build` made.
 * @param write is given each address, decoded, and the picture.
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

// The worker process that renders social cards: see render-card.ts.
import { doTasks } from '@/lib/base/worker-process';
import type { CardColors, CardFacts } from '@/lib/output/cards/card-facts';
import { drawCard } from '@/lib/output/cards/draw-card';

const worker = {
  draw: (facts: CardFacts, colors: CardColors, picture?: Uint8Array): Promise<Uint8Array> =>
    drawCard(facts, colors, async () => picture && Buffer.from(picture)),
};

export type CardWorker = typeof worker;

doTasks(worker);

// Renders social cards in worker processes, which keep the server responsive and are killed if a card takes too long.
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { LimitedWorker } from '@/lib/base/limited-worker';
import type { CardColors, CardFacts } from '@/lib/output/cards/card-facts';
import type { RenderCard } from '@/lib/output/cards/card-store';
import type { CardWorker } from '@/lib/output/cards/card-worker';

/** The place of the processes' code in the framework's folder: `lib/build/keep-cards.ts` puts it there. */
export const cardWorkerFile = 'card-worker.mjs';

/** Seconds. A card with every script and a picture takes one. */
const limit = { processor: 15, clock: 60 };

/**
 * What renders cards. A picture that cannot be drawn, or not in time, is left out of its card.
 *
 * @param distDir the framework's folder.
 * @param processes how many render at the same time.
 */
export function cardRenderer(distDir: string, processes = 1): RenderCard {
  const render = inProcesses(distDir, processes);
  return async (facts, colors, readPicture) => {
    const { figure, title } = facts;
    const picture = figure.kind === 'picture' ? await readPicture?.() : undefined;
    try {
      return await render(facts, colors, picture);
    } catch (error) {
      if (!picture || figure.kind !== 'picture') throw error;
      console.warn(
        `The social card of "${title}" has no image, because ${figure.path} cannot be read: ${(error as Error).message}`,
      );
      return render(facts, colors);
    }
  };
}

type Render = (facts: CardFacts, colors: CardColors, picture?: Buffer) => Promise<Buffer<ArrayBuffer>>;

function inProcesses(distDir: string, processes: number): Render {
  const script = resolve(/* turbopackIgnore: true */ distDir, cardWorkerFile);
  const workers = Array.from({ length: processes }, () => new LimitedWorker<CardWorker>(async () => script, limit));
  let turn = 0;
  return async (facts, colors, picture) => {
    // In dev the code may be newer. If the file does not exist, the bundler did not produce it.
    if (process.env.NODE_ENV === 'development' || !existsSync(/* turbopackIgnore: true */ script)) {
      const { drawCard } = await import('@/lib/output/cards/draw-card');
      return drawCard(facts, colors, async () => picture);
    }
    const worker = workers[turn++ % workers.length] as LimitedWorker<CardWorker>;
    return Buffer.from(await worker.run('draw', facts, colors, picture));
  };
}

// Renders authors' SVGs to pixels. The time it takes cannot be predicted, so a worker process renders them and can be killed.
import { join } from 'node:path';
import { bundleOf } from '@/lib/base/bundle.mjs';
import { LimitedWorker } from '@/lib/base/limited-worker';
import type { SvgWorker } from '@/lib/output/pictures/svg-worker';

/** An ordinary logo takes a hundredth of it. */
export const svgSeconds = 5;

const worker = new LimitedWorker<SvgWorker>(
  async () => (await bundleOf('lib/output/pictures/svg-worker.ts')) ?? join(import.meta.dirname, 'svg-worker.ts'),
  { processor: svgSeconds, clock: 60 },
);

/**
 * Draws a drawing.
 *
 * @returns a PNG that fits into `width` × `height` pixels.
 * @throws {TaskLimitError} if that takes more than {@link svgSeconds} of processor time.
 * @throws {Error} if it cannot be drawn.
 */
export async function drawSvg(bytes: Uint8Array, width: number, height: number): Promise<Buffer> {
  return Buffer.from(await worker.run('draw', bytes, width, height));
}

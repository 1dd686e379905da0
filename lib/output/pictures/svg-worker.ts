// The worker process that renders SVGs: see draw-svg.ts.
import sharp from 'sharp';
import { doTasks } from '@/lib/base/worker-process';

const worker = {
  draw: (bytes: Uint8Array, width: number, height: number): Promise<Uint8Array> =>
    sharp(bytes, { limitInputPixels: 8_000 * 8_000 })
      .resize({ width, height, fit: 'inside' })
      .png()
      .toBuffer(),
};

export type SvgWorker = typeof worker;

doTasks(worker);

import sharp from 'sharp';
import { expect, it } from 'vitest';
import { TaskLimitError } from '@/lib/base/worker-process';
import { drawSvg } from '@/lib/output/pictures/draw-svg';

const svg = (inner: string) =>
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 40">${inner}</svg>`);

it('aborts an SVG that takes too long, and renders the next', async () => {
  // So many lines through each other that a renderer computes for minutes.
  const at = (index: number, size: number) => ((Math.sin(index) + 1) * 1e6) % size;
  const corners = Array.from(
    { length: 20_000 },
    (_, index) => `${at(index, 80).toFixed(2)} ${at(-index, 40).toFixed(2)}`,
  );
  await expect(drawSvg(svg(`<path d="M${corners.join(' ')}"/>`), 1200, 630)).rejects.toThrow(TaskLimitError);
  const drawn = await drawSvg(svg('<circle r="9"/>'), 40, 40);
  expect(await sharp(drawn).metadata()).toMatchObject({ format: 'png', width: 40, height: 20 });
}, 90_000);

import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { readPicture } from '@/lib/check/read-picture';

const picture = () => sharp({ create: { width: 37, height: 21, channels: 4, background: '#1d4fd880' } });
const size = { width: 37, height: 21 };

describe.each([
  ['image/png', await picture().png().toBuffer()],
  ['image/jpeg', await picture().jpeg().toBuffer()],
  ['image/jpeg', await picture().jpeg({ progressive: true }).toBuffer()],
  ['image/webp', await picture().removeAlpha().webp().toBuffer()],
  ['image/webp', await picture().webp({ lossless: true }).toBuffer()],
  ['image/gif', await picture().gif().toBuffer()],
  ['image/avif', await picture().avif().toBuffer()],
] as const)('a picture of the type %s', (type, bytes) => {
  it('is recognized by its content, with its size', async () => {
    expect(await readPicture(bytes)).toEqual({ type, ...size });
  });

  it('is not one when it is cut short', async () => {
    for (let length = 0; length < 10; length += 1) expect(await readPicture(bytes.subarray(0, length))).toBeUndefined();
  });
});

it.each(['', 'GIF89a', '<svg/', '\u0089PNG', 'RIFF....WAVE', '%PDF-1.7', '\u00ff'.repeat(100_000)])(
  '%j is not a picture',
  async (text) => {
    expect(await readPicture(Buffer.from(text, 'latin1'))).toBeUndefined();
  },
);

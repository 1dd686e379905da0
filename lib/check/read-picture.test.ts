import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { breaksOff, findDamage, type ReadPicture, readPicture } from '@/lib/check/read-picture';

const picture = () => sharp({ create: { width: 37, height: 21, channels: 4, background: '#1d4fd880' } });
const size = { width: 37, height: 21, frames: 1 };

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

  it('is not recognized if it is cut short', async () => {
    for (let length = 0; length < 10; length += 1) expect(await readPicture(bytes.subarray(0, length))).toBeUndefined();
  });
});

it.each(['', 'GIF89a', '<svg/', '\u0089PNG', 'RIFF....WAVE', '%PDF-1.7', '\u00ff'.repeat(100_000)])(
  '%j is not a picture',
  async (text) => {
    expect(await readPicture(Buffer.from(text, 'latin1'))).toBeUndefined();
  },
);

/** Pixels that nothing packs well, the same in every run: Park and Miller's generator. */
function pixels(count: number): Buffer {
  let seed = 1;
  const next = () => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed & 0xff;
  };
  return Buffer.from(Array.from({ length: count }, next));
}
const noise = sharp(pixels(90 * 70 * 3), { raw: { width: 90, height: 70, channels: 3 } });
const frames = await Promise.all(
  [1, 2, 3].map((turn) =>
    noise
      .clone()
      .rotate(turn * 180)
      .png()
      .toBuffer(),
  ),
);
const animation = () => sharp(frames, { join: { animated: true } });
const camera = await noise.clone().withMetadata({ orientation: 6 }).jpeg().toBuffer();

describe.each([
  ['PNG', await noise.clone().png().toBuffer()],
  ['interlaced PNG', await noise.clone().png({ progressive: true }).toBuffer()],
  ['JPEG', await noise.clone().jpeg().toBuffer()],
  ['progressive JPEG', await noise.clone().jpeg({ progressive: true }).toBuffer()],
  ['JPEG with restarts and a note after its end', Buffer.concat([camera, Buffer.from('made by a camera')])],
  ['WebP', await noise.clone().webp().toBuffer()],
  ['lossless WebP', await noise.clone().webp({ lossless: true }).toBuffer()],
  ['animated WebP', await animation().webp().toBuffer()],
  ['GIF', await noise.clone().gif().toBuffer()],
  ['animated GIF', await animation().gif().toBuffer()],
  ['AVIF', await noise.clone().avif().toBuffer()],
] as const)('%s', (_, bytes) => {
  it('has no damage', async () => {
    expect(await findDamage(bytes, (await readPicture(bytes)) as ReadPicture)).toBeUndefined();
  });

  it('is reported as cut short wherever it is cut', async () => {
    for (const share of [0.1, 0.3, 0.5, 0.7, 0.9, 0.98]) {
      const cut = bytes.subarray(0, Math.floor((bytes.length - 20) * share));
      expect(breaksOff(cut), `${share}`).toBe(true);
      const picture = await readPicture(cut);
      if (picture) expect(await findDamage(cut, picture)).toBe('is incomplete: the file ends too early');
    }
  });
});

it('reports an AVIF that is cut short between two boxes', async () => {
  const bytes = await noise.clone().avif().toBuffer();
  expect(breaksOff(bytes.subarray(0, bytes.indexOf('mdat') - 4))).toBe(true);
  expect(breaksOff(bytes)).toBe(false);
});

it.each(['png', 'gif'] as const)('reports a %s whose middle is missing as damaged', async (format) => {
  const bytes = await noise.clone().toFormat(format).toBuffer();
  const middle = Math.floor(bytes.length / 2);
  bytes.fill(0, middle, middle + 2_000);
  const damage = await findDamage(bytes, (await readPicture(bytes)) as ReadPicture);
  expect(damage).toMatch(/is damaged|is incomplete/);
});

it('never renders an SVG', async () => {
  expect(
    await readPicture(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')),
  ).toBeUndefined();
});

import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { rasterSize, rasterType } from '@/lib/check/picture-type';

const picture = () => sharp({ create: { width: 37, height: 21, channels: 4, background: '#1d4fd8' } });
const made = {
  png: await picture().png().toBuffer(),
  jpeg: await picture().jpeg().toBuffer(),
  progressive: await picture().jpeg({ progressive: true }).toBuffer(),
  lossy: await picture().removeAlpha().webp().toBuffer(),
  lossless: await picture().webp({ lossless: true }).toBuffer(),
  extended: await sharp({ create: { width: 37, height: 21, channels: 4, background: '#1d4fd880' } })
    .webp()
    .toBuffer(),
};
const types = {
  png: 'image/png',
  jpeg: 'image/jpeg',
  progressive: 'image/jpeg',
  lossy: 'image/webp',
  lossless: 'image/webp',
  extended: 'image/webp',
} as const;

describe.each(Object.keys(made) as (keyof typeof made)[])('a %s picture', (kind) => {
  it('is told by its first bytes, with its size', () => {
    expect(rasterType(made[kind])).toBe(types[kind]);
    expect(rasterSize(made[kind])).toEqual({ width: 37, height: 21 });
  });

  it('has no size when it is cut short, at whatever byte', () => {
    for (let length = 0; length < 16; length += 1) expect(rasterSize(made[kind].subarray(0, length))).toBeUndefined();
  });
});

it.each(['', 'GIF89a', '<svg/>', '\u0089PNG', 'RIFF....WAVE', '%PDF-1.7'])('%j begins as no picture', (text) => {
  expect(rasterType(Buffer.from(text, 'latin1'))).toBeUndefined();
  expect(rasterSize(Buffer.from(text, 'latin1'))).toBeUndefined();
});

it('does not read for ever where a JPEG is nothing but filling', () => {
  expect(rasterSize(new Uint8Array(100_000).fill(0xff))).toBeUndefined();
});

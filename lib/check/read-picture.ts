// Detects the type of a picture, its size and whether it is complete, from its content and not from its name.
import { type MediaType, mediaType } from '@/lib/base/media';

/** A picture in pixels. */
export interface ReadPicture {
  readonly type: MediaType;
  readonly width: number;
  readonly height: number;
  /** Of an animation. */
  readonly frames: number;
}

/**
 * The kind and the size in pixels, read from the first bytes.
 *
 * @returns undefined for what is not a picture of a kind that is served, and for drawings (lib/check/svg.ts): to measure one,
 *   the library would draw it.
 */
export async function readPicture(bytes: Uint8Array): Promise<ReadPicture | undefined> {
  if (typeOf(bytes) === undefined) return undefined;
  // Imported only here: it is large, and most posts that are checked alone have no picture.
  const { default: sharp } = await import('sharp');
  try {
    const { format, compression, width, height, pages } = await sharp(bytes, { limitInputPixels: false }).metadata();
    const type = mediaType(`.${compression === 'av1' ? 'avif' : format}`);
    return type && width > 0 && height > 0 ? { type, width, height, frames: pages ?? 1 } : undefined;
  } catch {
    return undefined;
  }
}

/** A pair of this and the test tells whether a file begins as a kind of picture does. */
const beginnings: readonly [type: MediaType, pattern: RegExp][] = [
  ['image/png', /^\x89PNG\r\n/],
  ['image/jpeg', /^\xff\xd8\xff/],
  ['image/gif', /^GIF8/],
  ['image/webp', /^RIFF.{4}WEBP/s],
  ['image/avif', /^.{4}ftyp/s],
];

/** The kind of picture that a file begins as. */
function typeOf(bytes: Uint8Array): MediaType | undefined {
  const start = Buffer.from(bytes.subarray(0, 12)).toString('latin1');
  return beginnings.find(([, pattern]) => pattern.test(start))?.[0];
}

/** How long it may take to decode a picture, in seconds: the largest take a tenth of one. */
const decodeSeconds = 30;

/** The most pixels of an animation that are decoded; of one with more, the first frame is. */
const mostPixels = 64_000_000;

/**
 * Decodes a picture as the build does.
 *
 * @returns what is wrong, as the end of a sentence that begins with the picture; undefined where nothing is.
 */
export async function findDamage(bytes: Uint8Array, picture: ReadPicture): Promise<string | undefined> {
  if (breaksOff(bytes)) return 'is incomplete: the file ends too early';
  const { type, width, height, frames } = picture;
  const { default: sharp } = await import('sharp');
  // What damages a frame of a GIF is no more than a warning to its reader.
  const failOn = type === 'image/gif' ? 'warning' : 'error';
  const pages = frames * width * height > mostPixels ? 1 : -1;
  try {
    const small = sharp(bytes, { failOn, pages, limitInputPixels: mostPixels }).resize({
      width: 64,
      height: 64,
      fit: 'inside',
    });
    await small.timeout({ seconds: decodeSeconds }).raw().toBuffer();
    return undefined;
  } catch (error) {
    if (/^timeout/.test((error as Error).message)) return `takes more than ${decodeSeconds} seconds to decode`;
    return 'is damaged';
  }
}

/** Whether a file begins as a picture does, and says that there is more of it than there is. */
export function breaksOff(bytes: Uint8Array): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const type = typeOf(bytes);
  if (type === 'image/png') return buffer.lastIndexOf('IEND') < 0;
  if (type === 'image/webp') return buffer.readUInt32LE(4) + 8 > buffer.length;
  if (type === 'image/gif') return !hasGifEnd(buffer);
  if (type === 'image/avif') return !hasWholeBoxes(buffer);
  return type === 'image/jpeg' && !hasJpegEnd(buffer);
}

/** ITU-T T.81, B.1.1: after the segments, which state their lengths, data up to the next marker that is not part of the data. */
function hasJpegEnd(bytes: Buffer): boolean {
  let at = 2;
  while (at + 1 < bytes.length) {
    const marker = bytes[at] === 0xff ? bytes[at + 1] : undefined;
    if (marker === 0xd9) return true;
    // Data, fill bytes, restarts: none has a length.
    if (marker === undefined || marker === 0 || marker === 0xff || (marker >= 0xd0 && marker <= 0xd7)) at += 1;
    else at += at + 3 < bytes.length ? 2 + bytes.readUInt16BE(at + 2) : 2;
  }
  return false;
}

/** GIF89a, 15 to 27: blocks, each in pieces whose lengths are written down, up to the trailer. */
function hasGifEnd(bytes: Buffer): boolean {
  const tableSize = (flags: number) => (flags & 0x80 ? 3 << ((flags & 7) + 1) : 0);
  let at = 13 + tableSize(bytes[10] ?? 0);
  while (at < bytes.length) {
    const block = bytes[at];
    if (block === 0x3b) return true;
    if (block === 0x2c) at += 11 + tableSize(bytes[at + 9] ?? 0);
    else at += block === 0x21 ? 2 : 1;
    if (block !== 0x2c && block !== 0x21) continue;
    while (at < bytes.length && bytes[at] !== 0) at += 1 + (bytes[at] ?? 0);
    at += 1;
  }
  return false;
}

/** ISO 14496-12, 4.2: boxes that begin with their length; 0 means up to the end. The pixels are in `mdat`, or in `idat` (8.11.11). */
function hasWholeBoxes(bytes: Buffer): boolean {
  if (!bytes.includes('mdat') && !bytes.includes('idat')) return false;
  let at = 0;
  while (at + 8 <= bytes.length) {
    const short = bytes.readUInt32BE(at);
    if (short === 0) return true;
    const isLong = short === 1 && at + 16 <= bytes.length;
    const size = isLong ? Number(bytes.readBigUInt64BE(at + 8)) : short;
    if (size < 8) return true;
    at += size;
  }
  return at === bytes.length;
}

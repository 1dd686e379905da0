// What kind of picture some bytes are, and how large, told from their first bytes and not from their name.

import type { MediaType } from '@/lib/base/media';

export type RasterType = 'image/png' | 'image/jpeg' | 'image/webp';

/** The kind of picture that bytes begin as, or undefined where it is none that is known here. */
export function rasterType(bytes: Uint8Array): RasterType | undefined {
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'image/png';
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return 'image/jpeg';
  if (latin1(bytes, 0, 4) === 'RIFF' && latin1(bytes, 8, 12) === 'WEBP') return 'image/webp';
  return undefined;
}

/** The pixels that a picture says it has, read from its head, or undefined where it does not say so. */
export function rasterSize(bytes: Uint8Array): { width: number; height: number } | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const type = rasterType(bytes);
    if (type === 'image/png') return pngSize(view);
    if (type === 'image/webp') return webpSize(bytes, view);
    return type === 'image/jpeg' ? jpegSize(view) : undefined;
  } catch (error) {
    // A head that was cut short.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

// PNG Specification, section 11.2.1: the first chunk is IHDR.
function pngSize(view: DataView) {
  return { width: view.getUint32(16), height: view.getUint32(20) };
}

// WebP Container Specification (RFC 9649), sections 2.5 to 2.7.
function webpSize(bytes: Uint8Array, view: DataView) {
  const uint24 = (offset: number) => view.getUint16(offset, true) | (view.getUint8(offset + 2) << 16);
  const chunk = latin1(bytes, 12, 16);
  if (chunk === 'VP8X') return { width: uint24(24) + 1, height: uint24(27) + 1 };
  if (chunk === 'VP8 ') return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
  if (chunk !== 'VP8L') return undefined;
  const bits = view.getUint32(21, true);
  return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
}

// ITU-T T.81, annex B: segments up to the frame header, whose marker is C0 to CF but C4, C8 and CC.
function jpegSize(view: DataView) {
  let offset = 2;
  for (;;) {
    if (view.getUint8(offset) !== 0xff) return undefined;
    const marker = view.getUint8(offset + 1);
    if (marker === 0xff) offset += 1;
    else if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc) {
      return { width: view.getUint16(offset + 7), height: view.getUint16(offset + 5) };
    } else offset += 2 + Math.max(view.getUint16(offset + 2), 2);
  }
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}

function latin1(bytes: Uint8Array, start: number, end: number): string {
  return String.fromCharCode(...bytes.subarray(start, end));
}

/** The kind of file that bytes begin as, among those that may lie beside a post; SVG has no first bytes of its own. */
export function fileType(bytes: Uint8Array): Exclude<MediaType, 'image/svg+xml'> | undefined {
  const raster = rasterType(bytes);
  if (raster) return raster;
  if (/^GIF8[79]a$/.test(latin1(bytes, 0, 6))) return 'image/gif';
  if (latin1(bytes, 0, 5) === '%PDF-') return 'application/pdf';
  // AV1 Image File Format, section 6: a file type box with the brand avif or avis.
  if (latin1(bytes, 4, 8) === 'ftyp' && /avi[fs]/.test(latin1(bytes, 8, 32))) return 'image/avif';
  return undefined;
}

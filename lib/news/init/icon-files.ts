// The icons in public/, in another colour.
import sharp from 'sharp';
import { drawIcon, iconSvg } from '@/lib/output/design/icon';

/** Pixels. */
const [icoSize, appleSize] = [48, 180];

/** The files by their paths from the root. @param accent `#rrggbb` */
export async function iconFiles(accent: string): Promise<ReadonlyMap<string, string | Buffer>> {
  const svg = iconSvg(accent, 'any');
  // Apple's icons fill their square, and have no transparent parts.
  const apple = sharp(drawIcon(iconSvg(accent, 'maskable'), appleSize)).flatten({ background: accent });
  return new Map<string, string | Buffer>([
    ['public/favicon.svg', `${svg}\n`],
    ['public/favicon.ico', toIco(drawIcon(svg, icoSize), icoSize)],
    ['public/apple-touch-icon.png', await apple.png({ palette: true }).toBuffer()],
  ]);
}

/**
 * An icon file that holds one PNG: a header of 6 bytes, one entry of 16, and the picture.
 * https://learn.microsoft.com/windows/win32/menurc/newheader and https://learn.microsoft.com/windows/win32/menurc/resdir
 *
 * @param size pixels, at most 255.
 */
function toIco(png: Buffer, size: number): Buffer {
  const head = Buffer.alloc(22);
  head.writeUInt16LE(1, 2); // It is an icon.
  head.writeUInt16LE(1, 4); // One picture.
  head.writeUInt8(size, 6);
  head.writeUInt8(size, 7);
  head.writeUInt16LE(1, 10); // Colour planes.
  head.writeUInt16LE(32, 12); // Bits of a pixel.
  head.writeUInt32LE(png.length, 14);
  head.writeUInt32LE(head.length, 18);
  return Buffer.concat([head, png]);
}

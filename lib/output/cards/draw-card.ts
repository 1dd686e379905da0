// Renders a social card: composes the SVG, renders it to pixels, and encodes them.
import { renderAsync } from '@resvg/resvg-js';
import sharp from 'sharp';
import type { CardColors, CardFacts } from '@/lib/output/cards/card-facts';
import { type CardPicture, cardSvg, pictureRoom } from '@/lib/output/cards/card-svg';

/** More than any sensible picture has: what exceeds it is a decompression bomb. */
const limitInputPixels = 8_000 * 8_000;

/**
 * @param readPicture reads the featured picture, where the facts have one.
 * @returns a PNG of 1200 × 630 pixels, or a JPEG where a photograph may be in it (`cardType`).
 */
export async function drawCard(
  facts: CardFacts,
  colors: CardColors,
  readPicture?: () => Promise<Buffer | undefined>,
): Promise<Buffer<ArrayBuffer>> {
  const bytes = facts.figure.kind === 'picture' ? await readPicture?.() : undefined;
  const picture = bytes && (await toCardPicture(bytes, colors.surface ?? '#ffffff'));
  const { svg, options } = cardSvg(facts, colors, picture);
  const image = await renderAsync(svg, options);
  const raw = { width: image.width, height: image.height, channels: 4 as const };
  const painted = sharp(image.pixels, { raw }).flatten();
  const packed =
    facts.figure.kind === 'picture'
      ? painted.jpeg({ quality: 86, chromaSubsampling: '4:4:4', mozjpeg: true })
      : painted.png({ palette: true, quality: 100, effort: 1, dither: 0, compressionLevel: 9 });
  return Buffer.from(await packed.toBuffer());
}

/** How long a picture may take. The largest take a tenth of a second. */
const pictureSeconds = 30;

/** A picture that fills its side, where that cuts off no more than a third of it; else whole, for a frame. */
async function toCardPicture(bytes: Buffer, ground: string): Promise<CardPicture> {
  const source = sharp(bytes, { limitInputPixels }).autoOrient();
  const { width, height, autoOrient } = await source.metadata();
  const ratio = (autoOrient?.width ?? width) / (autoOrient?.height ?? height);
  const wanted = pictureRoom.width / pictureRoom.height;
  const fills = ratio > wanted / 1.2 && ratio < wanted * 1.5;
  const inner = 2 * pictureRoom.inset;
  const sized = fills
    ? source.resize(pictureRoom.width, pictureRoom.height, { fit: 'cover', position: 'attention' })
    : source.resize(pictureRoom.width - inner, pictureRoom.height - inner, { fit: 'inside' });
  const { data, info } = await sized
    .flatten({ background: ground })
    .png()
    .timeout({ seconds: pictureSeconds })
    .toBuffer({ resolveWithObject: true });
  return { href: `data:image/png;base64,${data.toString('base64')}`, width: info.width, height: info.height };
}

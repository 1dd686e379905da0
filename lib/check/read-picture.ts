// What kind of picture a file is and how large, by its content and not by its name.
import { type MediaType, mediaType } from '@/lib/base/media';

/** The kind and the size in pixels, read from the first bytes; undefined for what is not a picture of a kind that is served. */
export async function readPicture(
  bytes: Uint8Array,
): Promise<{ type: MediaType; width: number; height: number } | undefined> {
  // Imported only here: it is large, and most posts that are checked alone have no picture.
  const { default: sharp } = await import('sharp');
  try {
    const { format, compression, width, height } = await sharp(bytes, { limitInputPixels: false }).metadata();
    const type = mediaType(`.${compression === 'av1' ? 'avif' : format}`);
    return type && width > 0 && height > 0 ? { type, width, height } : undefined;
  } catch {
    return undefined;
  }
}

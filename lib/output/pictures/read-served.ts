// The bytes of a picture as the site serves them.
import { readFile } from 'node:fs/promises';
import type { ServedFile } from '@/lib/base/served-file';
import { toServedSvg } from '@/lib/output/pictures/clean-svg';

/** Reads a file; a drawing in its plain form. */
export async function readServed({ absolute, type }: ServedFile): Promise<Buffer<ArrayBuffer>> {
  const bytes = await readFile(absolute);
  return type === 'image/svg+xml' ? toServedSvg(bytes) : bytes;
}

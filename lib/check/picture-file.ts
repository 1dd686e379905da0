// Checks the file of a picture: it must be what its name says, not too large, and harmless.
import { readFile } from 'node:fs/promises';
import { type Diagnostic, error } from '@/lib/base/diagnostic';
import { mediaNames } from '@/lib/base/media';
import type { ServedFile } from '@/lib/base/served-file';
import { readPicture } from '@/lib/check/read-picture';
import { checkSvg } from '@/lib/check/svg';
import type { PictureField } from '@/lib/kinds/kind';
import { type Format, reportFor } from '@/lib/mdx/body';

/** The most pixels on a side. */
const longestSide = 8_000;

/**
 * Checks one file.
 *
 * @param rules those of the field that names it; its codes begin with `field`.
 * @param format of the post that the file is next to, which may be a PDF too; undefined for a picture of an entry.
 * @returns the first problem, without the name of the file.
 */
export async function checkPictureFile(
  file: ServedFile,
  { field, largest, formats }: Pick<PictureField, 'field' | 'largest' | 'formats'>,
  format?: Format,
): Promise<Diagnostic | undefined> {
  if (file.size > largest) {
    const message = `this file has ${inWords(file.size)}; at most ${inWords(largest)} are allowed`;
    return error(`${field}/size`, message, 'scale it down, or save it in a smaller format such as WebP');
  }
  const bytes = await readFile(file.absolute);
  const isSvg = file.type === 'image/svg+xml';
  if (isSvg && format) return checkSvg(bytes, `${field}/svg`);
  const picture = await readPicture(bytes);
  const isPdf = bytes.toString('latin1', 0, 5) === '%PDF-';
  const found = isPdf ? 'application/pdf' : picture?.type;
  if (isPdf && file.type === found) return undefined;
  const again = `save it again as ${file.type === 'application/pdf' ? 'PDF' : formats}`;
  const isPicture = file.type.startsWith('image/');
  // HTML may look like SVG, too: such a file is not of a known kind.
  if (found && found !== file.type && found !== 'image/svg+xml') {
    const message = `this file is ${mediaNames[found]}, but its name says ${mediaNames[file.type]}`;
    const fix = 'correct the ending of its name, or save it again';
    // It is shown all the same: an error only in what is written for this site.
    if (format && isPicture && !isPdf) return reportFor(format)(`${field}/misnamed`, message, fix);
    return error(`${field}/type`, message, fix);
  }
  if (isSvg) {
    const harmful = await checkSvg(bytes, `${field}/svg`);
    if (harmful) return harmful;
  } else if (found !== file.type) {
    // A WebP that is cut short is not read at all.
    if (bytes.toString('latin1', 8, 12) === 'WEBP')
      return error(`${field}/unreadable`, 'this picture is damaged', again);
    const code = `${field}/${format && isPicture ? 'unreadable' : 'type'}`;
    return error(code, `this file is not ${mediaNames[file.type]}`, again);
  }
  if (!picture) return error(`${field}/unreadable`, 'this picture is damaged', again);
  const { width, height } = picture;
  if (Math.max(width, height) > longestSide) {
    const message = `this picture has ${width} × ${height} pixels`;
    return error(`${field}/dimensions`, message, `scale it down to at most ${longestSide} pixels on each side`);
  }
  if (format || (await isWhole(bytes))) return undefined;
  return error(`${field}/unreadable`, 'this picture is damaged', again);
}

async function isWhole(bytes: Buffer): Promise<boolean> {
  const { default: sharp } = await import('sharp');
  const small = sharp(bytes, { failOn: 'warning' }).resize({ width: 64, height: 64, fit: 'inside' });
  return small
    .raw()
    .toBuffer()
    .then(
      () => true,
      () => false,
    );
}

function inWords(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.ceil(bytes / 1_000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

// Pictures that entries name, such as logos and portraits: small, what their names say, and harmless.
import { readFile } from 'node:fs/promises';
import { basename, dirname, extname } from 'node:path';
import type { Diagnostic } from '@/lib/base/diagnostic';
import { mapLimited } from '@/lib/base/map-limited';
import type { ServedFile } from '@/lib/base/served-file';
import { rasterType } from '@/lib/check/picture-type';
import { svgFileFault } from '@/lib/check/svg';
import type { Community } from '@/lib/content/community';
import { displayPath } from '@/lib/content/files';
import { kindIn } from '@/lib/kinds/index';
import type { PictureField } from '@/lib/kinds/kind';

/** Pixels. */
const longestSide = 8_000;

const formatNames = { 'image/png': 'PNG', 'image/jpeg': 'JPEG', 'image/webp': 'WebP' } as const;

/** A problem for each picture of an entry that is too large, is not what its name says, cannot be read, or could do harm. */
export async function checkEntryPictures(community: Pick<Community, 'pictures'>): Promise<Diagnostic[]> {
  const problems = await mapLimited([...community.pictures], 8, async ([path, file]) => {
    const rules = kindIn(path.slice(0, path.indexOf('/')))?.pictures;
    return rules && checkPicture(file, rules);
  });
  return problems.filter((problem) => problem !== undefined);
}

async function checkPicture(
  file: ServedFile,
  { field, largest, formats }: PictureField,
): Promise<Diagnostic | undefined> {
  const error = (code: string, message: string, fix: string, place = { line: 1, column: 1 }): Diagnostic => ({
    file: displayPath(dirname(file.absolute), basename(file.absolute)),
    ...place,
    severity: 'error',
    code: `${field}/${code}`,
    message,
    fix,
  });
  if (file.size > largest) {
    const message = `this ${field} has ${Math.ceil(file.size / 1_000)} kB, and at most ${largest / 1_000} are allowed`;
    return error('size', message, 'scale it down, or save it with fewer details');
  }
  const bytes = await readFile(file.absolute);
  const found = rasterType(bytes);
  const again = `save it again as ${formats}`;
  if (found && found !== file.type) {
    return error('type', `this is no picture of the kind that its name says: it is ${formatNames[found]}`, again);
  }
  if (file.type === 'image/svg+xml') {
    const fault = svgFileFault(bytes);
    if (fault) return error('svg', fault.message, fault.fix, { line: fault.line, column: fault.column });
  } else if (!found) {
    return error('type', `this is no picture: it does not begin as a file that ends in ${extname(file.name)}`, again);
  }
  const size = await sizeOf(bytes);
  if (!size) return error('unreadable', 'this picture cannot be read to its end', again);
  if (Math.max(size.width, size.height) <= longestSide) return undefined;
  const message = `this picture is ${size.width} × ${size.height} pixels large`;
  return error('dimensions', message, `scale it down to ${longestSide} pixels a side at most`);
}

/** The pixels of a picture that was read to its end, or undefined where it cannot be. */
async function sizeOf(bytes: Buffer): Promise<{ width: number; height: number } | undefined> {
  // Only here: it is much to load.
  const { default: sharp } = await import('sharp');
  try {
    const { width, height } = await sharp(bytes, { limitInputPixels: false }).metadata();
    // What is too large is not unpacked.
    if (Math.max(width, height) > longestSide) return { width, height };
    await sharp(bytes, { failOn: 'warning' }).resize({ width: 64, height: 64, fit: 'inside' }).raw().toBuffer();
    return width > 0 && height > 0 ? { width, height } : undefined;
  } catch {
    return undefined;
  }
}

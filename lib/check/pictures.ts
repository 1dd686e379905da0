// Pictures: files next to a post, the picture of its `image:`, and what entries name, such as logos and portraits.
import { readFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { type Diagnostic, error, inFile } from '@/lib/base/diagnostic';
import { mapLimited } from '@/lib/base/map-limited';
import { mediaNames } from '@/lib/base/media';
import { nearest } from '@/lib/base/nearest';
import type { ServedFile } from '@/lib/base/served-file';
import { readPicture } from '@/lib/check/read-picture';
import { checkSvg } from '@/lib/check/svg';
import type { Community } from '@/lib/content/community';
import { displayPath } from '@/lib/content/files';
import type { Post } from '@/lib/content/posts';
import type { LocatedData } from '@/lib/content/yaml';
import { kindIn } from '@/lib/kinds/index';
import type { PictureField } from '@/lib/kinds/kind';
import { type Format, reportFor } from '@/lib/mdx/body';

const rules = { field: 'picture', largest: 2_000_000, formats: 'PNG, JPEG, WebP or SVG' };

/** Checks every file next to a post, and that there is the picture of `image:`. */
export async function checkPictures(post: Post, located?: LocatedData): Promise<Diagnostic[]> {
  const { image, shownFile } = post;
  const missing = image === undefined ? undefined : checkHasPicture(image, post);
  const found = missing ? [{ ...inFile(missing, shownFile), ...located?.placeOf(['image']) }] : [];
  for (const file of post.files) {
    const diagnostic = await checkPictureFile(file, rules, post.format);
    if (diagnostic) found.push(inFile(diagnostic, pathNextTo(post, file.name)));
  }
  return found;
}

/** Checks that a picture is next to a post. */
export function checkHasPicture(name: string, post: Post): Diagnostic | undefined {
  const names = post.files.filter(({ type }) => type.startsWith('image/')).map((file) => file.name);
  if (names.includes(name)) return undefined;
  const near = nearest(name, names);
  const fix = near ? `did you mean "${near}"?` : `put it at ${pathNextTo(post, name)}, or correct the name`;
  return error('picture/missing', `there is no picture "${name}" next to this post`, fix);
}

/** The path of a file next to a post, as the author knows it. */
function pathNextTo({ shownFile }: Pick<Post, 'shownFile'>, name: string): string {
  return `${shownFile.replace(/(?:\/index)?\.mdx?$/, '')}/${name}`;
}

/** Checks every picture that an entry names. */
export async function checkEntryPictures({ pictures }: Pick<Community, 'pictures'>): Promise<Diagnostic[]> {
  const found = await mapLimited([...pictures], 8, async ([path, file]) => {
    const rules = kindIn(path.slice(0, path.indexOf('/')))?.pictures;
    const diagnostic = rules && (await checkPictureFile(file, rules));
    return diagnostic && inFile(diagnostic, displayPath(dirname(file.absolute), basename(file.absolute)));
  });
  return found.filter((diagnostic) => diagnostic !== undefined);
}

/** The most pixels on a side. */
const longestSide = 8_000;

/**
 * Checks one file.
 *
 * @param rules those of the field that names it; its codes begin with `field`.
 * @param format of the post that the file is next to, which may be a PDF too; undefined for a picture of an entry.
 * @returns the first problem, without the name of the file.
 */
async function checkPictureFile(
  file: ServedFile,
  { field, largest, formats }: Pick<PictureField, 'field' | 'largest' | 'formats'>,
  format?: Format,
): Promise<Diagnostic | undefined> {
  if (file.size > largest) {
    const message = `this file is ${inWords(file.size)}; the limit is ${inWords(largest)}`;
    return error(`${field}/size`, message, 'resize it, or save it in a smaller format such as WebP');
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
    const message = `this picture is ${width} × ${height} pixels`;
    return error(`${field}/dimensions`, message, `scale it down to at most ${longestSide} pixels on each side`);
  }
  if (format || (await isWhole(bytes))) return undefined;
  return error(`${field}/unreadable`, 'this picture is damaged', again);
}

async function isWhole(bytes: Buffer): Promise<boolean> {
  const { default: sharp } = await import('sharp');
  const small = sharp(bytes, { failOn: 'warning' }).resize({ width: 64, height: 64, fit: 'inside' });
  const small64 = await small
    .raw()
    .toBuffer()
    .catch(() => undefined);
  return small64 !== undefined;
}

function inWords(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.ceil(bytes / 1_000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

// Pictures: files next to a post, the picture of its `image:`, and what entries name, such as logos and portraits.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { cacheDir, keepFile, readKept, sourceChecksum } from '@/lib/base/build-cache';
import { type Diagnostic, error, inFile, type Place, placeAt, warning } from '@/lib/base/diagnostic';
import { mapLimited } from '@/lib/base/map-limited';
import { type MediaType, mediaNames } from '@/lib/base/media';
import { nearest } from '@/lib/base/nearest';
import type { ServedFile } from '@/lib/base/served-file';
import { TaskLimitError } from '@/lib/base/worker-process';
import { breaksOff, findDamage, type ReadPicture, readPicture } from '@/lib/check/read-picture';
import { checkSvg } from '@/lib/check/svg';
import type { Community } from '@/lib/content/community';
import { displayPath } from '@/lib/content/files';
import type { Post } from '@/lib/content/posts';
import type { LocatedData } from '@/lib/content/yaml';
import { kindIn } from '@/lib/kinds/index';
import type { PictureField } from '@/lib/kinds/kind';
import { type Format, reportFor } from '@/lib/mdx/body';
import { cardSize } from '@/lib/output/cards/card-facts';
import { toServedSvg } from '@/lib/output/pictures/clean-svg';
import { drawSvg, svgSeconds } from '@/lib/output/pictures/draw-svg';
import { type SvgSize, svgSize } from '@/lib/output/pictures/svg-size';

const rules = { field: 'picture', largest: 2_000_000, formats: 'PNG, JPEG, WebP or SVG' };

/** What was found in the files next to a post. */
export interface CheckedPictures {
  readonly problems: readonly Diagnostic[];
  /** The names of files that are not served: the post is shown without them. */
  readonly unusable: ReadonlySet<string>;
}

/** Files that no page can show, by code; the post can do without them. */
const unusableCodes = /^picture\/(?:size|type|dimensions)$/;

/**
 * Checks every file next to a post, and that there is the picture of `image:`. A file that cannot be shown is not served: one
 * that is too large with a warning, and any other in a Markdown post, which may have moved in with it. An image that is
 * damaged is an error everywhere: it was whole once.
 */
export async function checkPictures(post: Post, located?: LocatedData): Promise<CheckedPictures> {
  const { image, shownFile } = post;
  const missing = image === undefined ? undefined : checkHasPicture(image, post);
  const found = missing ? [{ ...inFile(missing, shownFile), ...located?.placeOf(['image']) }] : [];
  const unusable = new Set<string>();
  for (const file of post.files) {
    const diagnostic = await checkPictureFile(file, rules, post.format);
    if (!diagnostic) continue;
    const isUnusable =
      unusableCodes.test(diagnostic.code) && (diagnostic.code === 'picture/size' || post.format === 'md');
    if (isUnusable) unusable.add(file.name);
    const { code, message, fix } = diagnostic;
    const reported = isUnusable ? warning(code, `${message}, so it is not published`, fix, diagnostic) : diagnostic;
    found.push(inFile(reported, displayPath('', file.absolute)));
  }
  return { problems: found, unusable };
}

/** Checks that a picture is next to a post. */
export function checkHasPicture(name: string, post: Post): Diagnostic | undefined {
  const names = post.files.filter(({ type }) => type.startsWith('image/')).map((file) => file.name);
  if (names.includes(name)) return undefined;
  const near = nearest(name, names);
  const fix = near ? `did you mean "${near}"?` : `put it at ${pathNextTo(post, name)}, or correct the name`;
  return reportFor(post.format)('picture/missing', `there is no image "${name}" next to this post`, fix);
}

/** The path of a file next to a post, as the author knows it. */
function pathNextTo({ shownFile }: Pick<Post, 'shownFile'>, name: string): string {
  return `${shownFile.replace(/(?:\/index)?\.(?:mdx?|markdown)$/, '')}/${name}`;
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

/** What is served of a field's pictures. */
type Rules = Pick<PictureField, 'field' | 'largest' | 'formats'>;

/**
 * Checks one file.
 *
 * @param rules those of the field that names it; its codes begin with `field`.
 * @param format of the post that the file is next to, which may be a PDF too; undefined for a picture of an entry.
 * @returns the first problem, without the name of the file.
 */
async function checkPictureFile(file: ServedFile, rules: Rules, format?: Format): Promise<Diagnostic | undefined> {
  const { field, largest } = rules;
  if (file.size > largest) {
    const message = `this file is ${inWords(file.size)}; the limit is ${inWords(largest)}`;
    return error(`${field}/size`, message, 'resize it, or save it in a smaller format such as WebP');
  }
  const bytes = await readFile(file.absolute);
  const keepAs = join(cacheDir('pictures'), resultKey(bytes, [field, rules.formats, format, file.type]));
  const kept = readKept(keepAs);
  if (kept) return JSON.parse(kept.toString()).problem;
  // Pixels that are named as a drawing are never shown; of a logo, the message can say so.
  const isDrawing = file.type === 'image/svg+xml' && (format || !(await readPicture(bytes)));
  const problem = isDrawing
    ? await checkDrawing(bytes, field, format)
    : await checkPixels(bytes, file.type, rules, format);
  keepFile(keepAs, JSON.stringify({ problem }));
  return problem;
}

let code: string | undefined;

/** The name under which the result of a check is kept: it changes with all that the result depends on. */
function resultKey(bytes: Uint8Array, rules: readonly unknown[]): string {
  code ??= sourceChecksum(['lib', 'package-lock.json']);
  const hash = createHash('sha256')
    .update(JSON.stringify([code, ...rules]))
    .update(bytes);
  return `checked-${hash.digest('hex')}.json`;
}

/** Checks an SVG: its content, its size, and how long it takes to render. */
async function checkDrawing(bytes: Buffer, field: string, format?: Format): Promise<Diagnostic | undefined> {
  const harmful = await checkSvg(bytes, `${field}/svg`);
  if (harmful) return harmful;
  const place = placeAt(bytes.toString(), bytes.indexOf('<svg'));
  const served = toServedSvg(bytes);
  const size = svgSize(served);
  if (!size) {
    const report = format ? warning : error;
    const message = 'this SVG has no size and no viewBox, so part of it may be cut off';
    const fix = 'add a viewBox with its left, top, width and height, such as viewBox="0 0 800 600"';
    return report(`${field}/${format ? 'no-size' : 'unreadable'}`, message, fix, place);
  }
  if (isTooLarge(size)) return tooLarge(field, size, place);
  try {
    await drawSvg(served, cardSize.width, cardSize.height);
  } catch (thrown) {
    // A browser may render what this library cannot.
    if (!(thrown instanceof TaskLimitError)) return undefined;
    const message = `this SVG takes more than ${svgSeconds} seconds to render`;
    return error(`${field}/svg`, message, 'simplify it, or save it as PNG or WebP', place);
  }
  return undefined;
}

/** Checks a raster image, or a PDF. @param named the type that its name says. */
async function checkPixels(
  bytes: Buffer,
  named: MediaType,
  { field, formats }: Rules,
  format?: Format,
): Promise<Diagnostic | undefined> {
  const picture = await readPicture(bytes);
  const isPdf = bytes.toString('latin1', 0, 5) === '%PDF-';
  const found = isPdf ? 'application/pdf' : picture?.type;
  if (isPdf && named === found) return undefined;
  const again = `save it again as ${named === 'application/pdf' ? 'PDF' : formats}`;
  const isPicture = named.startsWith('image/');
  if (found && found !== named) {
    const message = `the content of this file is ${mediaNames[found]}, but its extension is for ${mediaNames[named]}`;
    const fix = `correct the extension, or save it again as ${mediaNames[named]}`;
    // Browsers show it anyway: an error only in `.mdx`, which is written for this site.
    const misnamed = format && isPicture && !isPdf ? reportFor(format)(`${field}/misnamed`, message, fix) : undefined;
    if (misnamed?.severity !== 'warning') return misnamed ?? error(`${field}/type`, message, fix);
    return (picture && (await checkDecoded(bytes, picture, field))) ?? misnamed;
  }
  if (picture) return checkDecoded(bytes, picture, field);
  if (breaksOff(bytes)) return unreadable(field, 'is incomplete: the file ends too early');
  return error(`${field}/type`, `this file is not a valid ${mediaNames[named]}`, again);
}

/** Checks the pixels of an image: that there are not too many, and that none are missing. */
async function checkDecoded(bytes: Buffer, picture: ReadPicture, field: string): Promise<Diagnostic | undefined> {
  if (isTooLarge(picture)) return tooLarge(field, picture);
  const damage = await findDamage(bytes, picture);
  return damage === undefined ? undefined : unreadable(field, damage);
}

function unreadable(field: string, damage: string): Diagnostic {
  return error(`${field}/unreadable`, `this image ${damage}`, 'copy it here again, or export it again');
}

function isTooLarge({ width, height }: SvgSize): boolean {
  return Math.max(width, height) > longestSide;
}

function tooLarge(field: string, { width, height }: SvgSize, place?: Place): Diagnostic {
  const message = `this image is ${Math.round(width)} × ${Math.round(height)} pixels`;
  const fix = place
    ? `set width and height to at most ${longestSide} pixels each`
    : `scale it down to at most ${longestSide} pixels on each side`;
  return error(`${field}/dimensions`, message, fix, place);
}

function inWords(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.ceil(bytes / 1_000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

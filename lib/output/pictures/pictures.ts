// Pictures of posts and entries: their sizes, and smaller variants in WebP, made once per content and kept in the build cache.
import { createHash } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import { cacheDir, keepFile, readKept } from '@/lib/base/build-cache';
import { isScalable } from '@/lib/base/media';
import type { ServedFile } from '@/lib/base/served-file';
import { postFilePath, toUrl } from '@/lib/base/urls';
import { displayPath } from '@/lib/content/files';
import type { Post } from '@/lib/content/posts';
import type { Picture } from '@/lib/mdx/picture';
import { readServed } from '@/lib/output/pictures/read-served';
import { defaultSize, svgSize } from '@/lib/output/pictures/svg-size';

/** Widths of variants in pixels: a thumbnail in a list, a phone, the text column, the text column on a dense screen. */
const widths = [240, 480, 800, 1280];

const quality = 78;

/** The widest of the variants for mail: twice what a mail shows, for dense screens. Pixels. */
const mailWidth = 1104;

/** A smaller picture, or one of another form, that is made from a post's own. */
export interface Variant {
  /** As a file next to the post. */
  readonly name: string;
  /** Pixels. */
  readonly width: number;
  readonly type: 'image/webp' | 'image/jpeg' | 'image/png';
}

/** More than any sensible picture has: what exceeds it is a decompression bomb. */
const limitInputPixels = 8_000 * 8_000;

/** What is known of a picture file. */
interface Measures {
  /** Pixels, as shown: after any rotation in the metadata. */
  readonly width: number;
  readonly height: number;
  /** Of the file's bytes. */
  readonly hash: string;
  readonly animated: boolean;
  readonly hasAlpha?: boolean;
}

const measured = new Map<string, Promise<Measures>>();

/** Reads a picture's measures, once for each version of the file. @throws {Error} if it is not a picture. */
export function measure(file: ServedFile): Promise<Measures> {
  const key = `${file.absolute} ${file.version}`;
  let result = measured.get(key);
  if (!result) {
    result = readMeasures(file);
    measured.set(key, result);
  }
  return result;
}

async function readMeasures(file: ServedFile): Promise<Measures> {
  const bytes = await readServed(file);
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 12);
  if (file.type === 'image/svg+xml') {
    const { width, height } = svgSize(bytes) ?? defaultSize;
    return { width: Math.max(1, Math.round(width)), height: Math.max(1, Math.round(height)), hash, animated: false };
  }
  // Imported here and below, because it is large and code that needs only names and types does not use it.
  const { default: sharp } = await import('sharp');
  const { width, height, autoOrient, pages, hasAlpha } = await sharp(bytes, { limitInputPixels })
    .metadata()
    .catch((error: Error) => fail(file, error));
  const shown = { width: autoOrient?.width ?? width, height: autoOrient?.height ?? height };
  return { ...shown, hash, animated: (pages ?? 1) > 1, hasAlpha };
}

/** A post's pictures by name, ready to be shown. */
export async function getPictures(post: Post): Promise<ReadonlyMap<string, Picture>> {
  const entries = await Promise.all(
    post.files
      .filter((file) => file.type.startsWith('image/'))
      .map(async (file): Promise<[string, Picture]> => [file.name, await toPicture(post, file)]),
  );
  return new Map(entries);
}

/** The same for a mail: pictures in forms that Outlook does not show are named by their variants as JPEG or PNG. */
export async function getMailPictures(post: Post): Promise<ReadonlyMap<string, Picture>> {
  const entries = [...(await getPictures(post))].map(async ([name, picture]): Promise<[string, Picture]> => {
    const file = post.files.find((each) => each.name === name);
    const [variant] = file ? mailVariantsOf(file, await measure(file)) : [];
    if (!variant) return [name, picture];
    const height = Math.round((picture.height * variant.width) / picture.width);
    return [name, { ...picture, src: toUrl(postFilePath(post.url, variant.name)), width: variant.width, height }];
  });
  return new Map(await Promise.all(entries));
}

/** The picture that lists show of a post: its `image:`, else the one with `featured` in its name. */
export function featuredFile(post: Post): ServedFile | undefined {
  const { image } = post;
  if (image) return post.files.find((file) => file.name === image);
  return post.files.find((file) => file.type.startsWith('image/') && /featured/i.test(file.name));
}

/**
 * A picture of an entry, such as a logo or a portrait.
 *
 * @param path where the site serves the pictures of its kind: `/people/pictures/`.
 * @returns its address, as it is written into the page, and its pixels.
 * @throws {Error} if it is not a picture.
 */
export async function toEntryPicture(
  file: ServedFile,
  path: string,
): Promise<Pick<Picture, 'src' | 'width' | 'height'>> {
  const { width, height } = await measure(file);
  return { src: toUrl(path + file.name), width, height };
}

/** The {@link featuredFile} of a post, ready to be shown. */
export async function featuredPicture(post: Post): Promise<Picture | undefined> {
  const file = featuredFile(post);
  return file && toPicture(post, file);
}

/** One picture of a post, ready to be shown. */
async function toPicture(post: Post, file: ServedFile): Promise<Picture> {
  const measures = await measure(file);
  const srcSet = variantsOf(file, measures)
    .map(({ name, width }) => `${toUrl(postFilePath(post.url, name))} ${width}w`)
    .join(', ');
  const { width, height } = measures;
  const { title, resource, byline, calledBy } = file;
  const called = {
    ...(calledBy ? { calledBy } : {}),
    ...(title ? { title } : {}),
    ...(resource ? { resource } : {}),
    ...(byline ? { byline } : {}),
  };
  return { src: toUrl(postFilePath(post.url, file.name)), width, height, srcSet, ...called };
}

/** The names of all variants of a post's files, each with the file it is made from and its width. */
export async function listVariants(post: Post): Promise<(Variant & { readonly file: ServedFile })[]> {
  const scalable = post.files.filter((file) => isScalable(file.type));
  const lists = scalable.map(async (file) => {
    const measures = await measure(file);
    return [...variantsOf(file, measures), ...mailVariantsOf(file, measures)].map((each) => ({ ...each, file }));
  });
  return (await Promise.all(lists)).flat();
}

// The name contains the checksum of the picture, so a changed picture has a new address and may be cached for ever.
function variantsOf(file: ServedFile, { width, hash, animated }: Measures): Variant[] {
  if (!isScalable(file.type) || animated) return [];
  const smaller = widths.filter((candidate) => candidate < width);
  const own = width <= (widths.at(-1) ?? 0) ? [width] : [];
  return [...smaller, ...own].map((each) => ({
    name: `${file.name}.${hash}.${each}w.webp`,
    width: each,
    type: 'image/webp',
  }));
}

/** The variant for mail, where the file is in a form that Outlook does not show. Of an animation it is the first picture. */
function mailVariantsOf(file: ServedFile, { width, hash, hasAlpha }: Measures): Variant[] {
  if (file.type !== 'image/webp' && file.type !== 'image/avif') return [];
  const shown = Math.min(width, mailWidth);
  const name = `${file.name}.${hash}.${shown}w`;
  return [
    hasAlpha
      ? { name: `${name}.png`, width: shown, type: 'image/png' }
      : { name: `${name}.jpg`, width: shown, type: 'image/jpeg' },
  ];
}

/**
 * The bytes of a variant, from the build cache where they are there.
 *
 * @param width pixels.
 */
export async function renderVariant(file: ServedFile, width: number, type: Variant['type'] = 'image/webp') {
  const { hash } = await measure(file);
  const { default: sharp } = await import('sharp');
  const form = type.slice('image/'.length) as 'webp' | 'jpeg' | 'png';
  const cached = join(cacheDir('pictures'), `${hash}-${width}-q${quality}-${sharp.versions.sharp}.${form}`);
  const kept = readKept(cached);
  if (kept) return Buffer.from(kept);
  // What the check (lib/check/read-picture.ts) accepts, this does.
  const made = await sharp(file.absolute, { limitInputPixels, failOn: 'error' })
    .autoOrient()
    .resize({ width })
    .toFormat(form, form === 'png' ? {} : { quality })
    .timeout({ seconds: 60 })
    .toBuffer()
    .catch((error: Error) => fail(file, error));
  keepFile(cached, made);
  return Buffer.from(made);
}

/** Names the file: what the library says does not. */
function fail({ absolute }: ServedFile, { message }: Error): never {
  throw new Error(
    `${displayPath(dirname(absolute), basename(absolute))}: this image cannot be read (${message.trim()})`,
  );
}

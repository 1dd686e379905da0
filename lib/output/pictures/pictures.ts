// Pictures of posts and entries: their sizes, and smaller variants in WebP, made once for each content and kept in the build cache.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { cacheDir, keepFile, readKept } from '@/lib/base/build-cache';
import { isScalable } from '@/lib/base/media';
import type { ServedFile } from '@/lib/base/served-file';
import { postFilePath, toUrl } from '@/lib/base/urls';
import { displayPath } from '@/lib/content/files';
import type { Post } from '@/lib/content/posts';
import type { Picture } from '@/lib/mdx/picture';
import { defaultSize, svgSize } from '@/lib/output/pictures/svg-size';

/** Widths of variants in pixels: a thumbnail in a list, a phone, the text column, the text column on a dense screen. */
const widths = [240, 480, 800, 1280];

const quality = 78;

/** More than any sensible picture has: what exceeds it is a decompression bomb. */
const limitInputPixels = 8_000 * 8_000;

/** What is known of a picture file. */
interface Measures {
  /** Pixels, as shown: after any rotation that the file asks for. */
  readonly width: number;
  readonly height: number;
  /** Of the file's bytes. */
  readonly hash: string;
  readonly animated: boolean;
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
  const bytes = await readFile(file.absolute);
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 12);
  if (file.type === 'image/svg+xml') {
    const { width, height } = svgSize(bytes) ?? defaultSize;
    return { width: Math.max(1, Math.round(width)), height: Math.max(1, Math.round(height)), hash, animated: false };
  }
  // Imported here and below, because it is large and code that needs only names and types does not use it.
  const { default: sharp } = await import('sharp');
  const { width, height, autoOrient, pages } = await sharp(bytes, { limitInputPixels })
    .metadata()
    .catch((error: Error) => fail(file, error));
  return { width: autoOrient?.width ?? width, height: autoOrient?.height ?? height, hash, animated: (pages ?? 1) > 1 };
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
  const { title, resource, byline } = file;
  const called = { ...(title ? { title } : {}), ...(resource ? { resource } : {}), ...(byline ? { byline } : {}) };
  return { src: toUrl(postFilePath(post.url, file.name)), width, height, srcSet, ...called };
}

/** The names of all variants of a post's files, each with the file it is made from and its width. */
export async function listVariants(post: Post): Promise<{ name: string; file: ServedFile; width: number }[]> {
  const scalable = post.files.filter((file) => isScalable(file.type));
  const lists = await Promise.all(
    scalable.map(async (file) => variantsOf(file, await measure(file)).map((variant) => ({ ...variant, file }))),
  );
  return lists.flat();
}

// The name contains the checksum of the picture, so a changed picture has a new address and may be cached for ever.
function variantsOf(file: ServedFile, { width, hash, animated }: Measures): { name: string; width: number }[] {
  if (!isScalable(file.type) || animated) return [];
  const smaller = widths.filter((candidate) => candidate < width);
  const own = width <= (widths.at(-1) ?? 0) ? [width] : [];
  return [...smaller, ...own].map((each) => ({ name: `${file.name}.${hash}.${each}w.webp`, width: each }));
}

/**
 * The bytes of a variant, from the build cache where it is there.
 *
 * @param width pixels.
 * @returns a WebP picture.
 */
export async function renderVariant(file: ServedFile, width: number): Promise<Buffer<ArrayBuffer>> {
  const { hash } = await measure(file);
  const { default: sharp } = await import('sharp');
  const cached = join(cacheDir('pictures'), `${hash}-${width}-q${quality}-${sharp.versions.sharp}.webp`);
  const kept = readKept(cached);
  if (kept) return Buffer.from(kept);
  // What the check (lib/check/read-picture.ts) accepts, this does.
  const made = await sharp(file.absolute, { limitInputPixels, failOn: 'error' })
    .autoOrient()
    .resize({ width })
    .webp({ quality })
    .timeout({ seconds: 60 })
    .toBuffer()
    .catch((error: Error) => fail(file, error));
  keepFile(cached, made);
  return Buffer.from(made);
}

/** Names the file: what the library says does not. */
function fail({ absolute }: ServedFile, { message }: Error): never {
  throw new Error(
    `${displayPath(dirname(absolute), basename(absolute))}: this picture cannot be read (${message.trim()})`,
  );
}

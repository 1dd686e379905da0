// Finds the files that a post uses in the site's checkout, and decides what to copy next to the post.
import { lstat, readdir, readFile, realpath } from 'node:fs/promises';
import { basename, dirname, extname, join, posix, sep } from 'node:path';
import { type MediaType, mediaType } from '@/lib/base/media';
import { breaksOff, findDamage, readPicture } from '@/lib/check/read-picture';
import { checkSvg } from '@/lib/check/svg';
import { explainLeftover } from '@/lib/content/files';
import { decode } from '@/lib/mdx/links';
import type { CopiedFile, SourcePost, SourceSite } from '@/lib/news/import/source';
import { toServedSvg } from '@/lib/output/pictures/clean-svg';
import { drawSvg } from '@/lib/output/pictures/draw-svg';
import { svgSize } from '@/lib/output/pictures/svg-size';

/** What the check accepts next to a post: see `lib/check/pictures.ts`. */
const limits = { bytes: 2_000_000, side: 8_000 };

/** A file as it may be next to a post. */
interface Prepared {
  /** The ending of its true type, with the dot; its own where that is right. */
  readonly ending: string;
  readonly content?: Uint8Array;
  readonly change?: string;
}

/** Files that were looked at, by site: many posts use the same. */
interface Known {
  readonly files: Map<string, Promise<string | undefined>>;
  readonly prepared: Map<string, Promise<Prepared | undefined>>;
  readonly folders: Map<string, Promise<readonly string[]>>;
}

const knownBySite = new WeakMap<SourceSite, Known>();

function knownOf(site: SourceSite): Known {
  const known = knownBySite.get(site) ?? { files: new Map(), prepared: new Map(), folders: new Map() };
  knownBySite.set(site, known);
  return known;
}

function once<Value>(values: Map<string, Promise<Value>>, key: string, make: () => Promise<Value>): Promise<Value> {
  const value = values.get(key) ?? make();
  values.set(key, value);
  return value;
}

/** Collects the files of one post. */
export class PostFiles {
  readonly copied = new Map<string, CopiedFile>();
  readonly changes: Record<string, number> = {};
  readonly #names = new Map<string, string>();

  constructor(
    private readonly site: SourceSite,
    private readonly post: SourcePost,
  ) {}

  /**
   * The name next to the post of a file that the post names, which is copied.
   *
   * @param written an address or a path, as the post has it.
   * @param only what it must be.
   * @returns undefined where there is no such file, or where it cannot be served.
   */
  async take(written: string, only: 'picture' | 'any' = 'picture'): Promise<string | undefined> {
    const from = await findFile(this.site, this.post, written);
    const type = from === undefined ? undefined : mediaType(from);
    if (from === undefined || type === undefined || (only === 'picture' && type === 'application/pdf'))
      return undefined;
    return this.takeFile(from);
  }

  /** The same for a file that is known. Absolute. */
  async takeFile(from: string): Promise<string | undefined> {
    const taken = this.#names.get(from);
    if (taken !== undefined) return taken;
    const type = mediaType(from);
    const prepared = type && (await once(knownOf(this.site).prepared, from, () => prepare(from, type)));
    if (!prepared) return undefined;
    const name = this.#nameFor(from, prepared.ending);
    this.#names.set(from, name);
    this.copied.set(name, { from, name, ...(prepared.content ? { content: prepared.content } : {}) });
    if (prepared.change) this.changes[prepared.change] = (this.changes[prepared.change] ?? 0) + 1;
    return name;
  }

  /** Its path in the post's folder, else its name; each name once, in any case. */
  #nameFor(from: string, ending: string): string {
    const { folder } = this.post;
    const own = folder === undefined ? undefined : join(this.site.folder, folder) + sep;
    const path =
      own !== undefined && from.startsWith(own) ? from.slice(own.length).split(sep).join('/') : basename(from);
    const stem = path
      .slice(0, path.length - extname(path).length)
      .split('/')
      .map(plainName)
      .join('/');
    const taken = new Set([...this.copied.keys()].map((name) => name.toLowerCase()));
    for (let count = 1; ; count += 1) {
      const name = `${stem}${count === 1 ? '' : `-${count}`}${ending}`;
      if (!taken.has(name.toLowerCase())) return name;
    }
  }
}

/** A part of a path without signs that addresses give a meaning to. */
function plainName(part: string): string {
  const plain = part
    .normalize('NFC')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
    .replace(/[\s\u0000-\u001f\u007f-\u009f()<>[\]{}"'`%?#\\:*|&!^~$;,=@]+|\p{Default_Ignorable_Code_Point}/gu, '-')
    .replace(/^[-.]+|-+$/g, '');
  return plain === '' || explainLeftover(plain) ? `file-${plain}` : plain;
}

/** The files in the folder of a post, as paths below it. */
export async function filesOf(site: SourceSite, post: SourcePost): Promise<string[]> {
  if (post.folder === undefined) return [];
  const folder = join(site.folder, post.folder);
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .split(sep)
        .join('/'),
    )
    .sort();
}

/** The absolute path of a file that a post refers to; undefined if it is not in the site's checkout. */
export async function findFile(site: SourceSite, post: SourcePost, written: string): Promise<string | undefined> {
  for (const path of candidates(site, post, written)) {
    const found = await once(knownOf(site).files, path, () => regularFile(site, path));
    if (found !== undefined) return found;
  }
  return undefined;
}

async function regularFile(site: SourceSite, path: string): Promise<string | undefined> {
  if (!path.startsWith(site.folder + sep)) return undefined;
  const found = await lstat(path).catch(() => undefined);
  if (found?.isFile()) return path;
  if (found?.isSymbolicLink()) {
    // A link could lead anywhere.
    const target = await realpath(path).catch(() => undefined);
    const root = await realpath(site.folder);
    return target?.startsWith(root + sep) && (await lstat(target)).isFile() ? path : undefined;
  }
  return found ? undefined : sameStem(site, path);
}

/** The only picture that differs from a name in its ending or in the case of its letters. */
async function sameStem(site: SourceSite, path: string): Promise<string | undefined> {
  const type = mediaType(path);
  if (!type?.startsWith('image/')) return undefined;
  const folder = dirname(path);
  const names = await once(knownOf(site).folders, folder, () => readdir(folder).catch(() => []));
  const stemOf = (name: string) =>
    name
      .slice(0, name.length - extname(name).length)
      .normalize('NFC')
      .toLowerCase();
  const same = names.filter((name) => stemOf(name) === stemOf(basename(path)) && mediaType(name)?.startsWith('image/'));
  const exact = same.filter(
    (name) => name.normalize('NFC').toLowerCase() === basename(path).normalize('NFC').toLowerCase(),
  );
  const [only, more] = exact.length > 0 ? exact : same;
  const found = only === undefined || more !== undefined ? undefined : join(folder, only);
  return found && (await lstat(found)).isFile() ? found : undefined;
}

/** Where a file may be, most likely first. Absolute paths, some of which lead out of the site. */
function candidates(site: SourceSite, post: SourcePost, written: string): string[] {
  const bare = stripOrigin(site, written.trim());
  if (bare === undefined || bare === '') return [];
  const path = decode(bare.replace(/[?#].*$/, ''));
  const paths = path === bare ? [path] : [path, bare];
  const found = paths
    .flatMap((each) => pathsOf(site, post, each))
    .flatMap((each) => [each, each.normalize('NFC'), each.normalize('NFD')]);
  return [...new Set(found)];
}

/** Makes a URL of the site a path from its root, and keeps a path; undefined for a URL of another site. */
export function stripOrigin({ origins }: SourceSite, address: string): string | undefined {
  for (const origin of origins) {
    const bare = origin.replace(/^https?:/, '');
    const rest = address.replace(/^https?:/i, '');
    if (rest.toLowerCase().startsWith(bare.toLowerCase()) && /^(?:[/?#]|$)/.test(rest.slice(bare.length)))
      return rest.slice(bare.length) || '/';
  }
  if (/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(address)) return undefined;
  const subPath = origins
    .map((origin) => (URL.canParse(origin) ? new URL(origin).pathname.replace(/\/$/, '') : ''))
    .find((each) => each !== '');
  return subPath && address.startsWith(`${subPath}/`) ? address.slice(subPath.length) : address;
}

const commonRoots = ['static', 'public', 'assets', 'content', 'docs', 'src', ''];

function pathsOf(site: SourceSite, post: SourcePost, path: string): string[] {
  const { folder } = site;
  const fileFolder = join(folder, dirname(post.file));
  const postFolder = post.folder === undefined ? fileFolder : join(folder, post.folder);
  const atRoot = (rooted: string) => [
    ...site.served.map((served) => join(served, rooted)),
    ...ofPosts(site, rooted),
    ...commonRoots.map((root) => join(folder, root, rooted)),
  ];
  const alias =
    /^(?:@site|~|@)\/(.*)$/.exec(path)?.[1] ?? /^@(assets|images|img|public|static)\/.*$/.exec(path)?.[0].slice(1);
  if (alias !== undefined) return [join(folder, alias), join(folder, 'src', alias), ...atRoot(`/${alias}`)];
  if (path.startsWith('/'))
    return [...atRoot(path), join(postFolder, path), ...sourceRoots(post).map((root) => join(folder, root, path))];
  const slash = post.oldAddress.endsWith('/') ? post.oldAddress : `${post.oldAddress}/`;
  return [
    join(fileFolder, path),
    join(postFolder, path),
    ...atRoot(posix.join(slash, path)),
    ...atRoot(posix.join(slash, '..', path)),
    ...atRoot(`/${path.replace(/^(?:\.\.?\/)+/, '')}`),
    ...sourceRoots(post).map((root) => join(folder, root, path.replace(/^(?:\.\.?\/)+/, ''))),
  ];
}

/** The folders above a post's file, nearest first. */
function sourceRoots({ file }: SourcePost): string[] {
  const parts = dirname(file).split('/');
  return parts.map((_, index) => parts.slice(0, parts.length - index).join('/'));
}

const postsByAddress = new WeakMap<
  SourceSite,
  { byAddress: Map<string, SourcePost>; byName: Map<string, SourcePost> }
>();

/** A path below the address of a post, or below the name of its folder, is that of a file in its folder. */
function ofPosts(site: SourceSite, rooted: string): string[] {
  let index = postsByAddress.get(site);
  if (!index) {
    const withFolder = site.posts.filter((each) => each.folder !== undefined);
    index = {
      byAddress: new Map(withFolder.map((each) => [each.oldAddress.replace(/\/$/, '').toLowerCase(), each])),
      byName: new Map(withFolder.map((each) => [basename(each.folder ?? '').toLowerCase(), each])),
    };
    postsByAddress.set(site, index);
  }
  const parts = rooted.split('/').filter(Boolean);
  const found: string[] = [];
  for (let count = parts.length - 1; count > 0; count -= 1) {
    const rest = parts.slice(count).join('/');
    const owner =
      index.byAddress.get(`/${parts.slice(0, count).join('/')}`.toLowerCase()) ??
      index.byName.get((parts[count - 1] ?? '').toLowerCase());
    if (owner) found.push(join(site.folder, owner.folder ?? '', rest));
  }
  return found;
}

/** @returns undefined for a file that cannot be shown. */
async function prepare(from: string, named: MediaType): Promise<Prepared | undefined> {
  const bytes = await readFile(from);
  const ending = extname(from);
  if (bytes.toString('latin1', 0, 5) === '%PDF-') {
    return bytes.length > limits.bytes
      ? undefined
      : { ending: named === 'application/pdf' ? ending.toLowerCase() : '.pdf' };
  }
  const picture = await readPicture(bytes);
  if (!picture)
    return /<svg[\s>]/i.test(bytes.toString('latin1', 0, 4_000)) ? prepareDrawing(bytes, named, ending) : undefined;
  if (breaksOff(bytes) || (await findDamage(bytes, picture)) !== undefined) return undefined;
  if (bytes.length > limits.bytes || Math.max(picture.width, picture.height) > limits.side) {
    const content = await scale(bytes, picture.frames > 1);
    return content && { ending: '.webp', content, change: 'images scaled' };
  }
  if (picture.type === named) return { ending: ending.toLowerCase() };
  return { ending: endings[picture.type], change: 'images renamed' };
}

const endings: Readonly<Record<MediaType, string>> = {
  ...{ 'image/png': '.png', 'image/jpeg': '.jpg', 'image/gif': '.gif', 'image/webp': '.webp', 'image/avif': '.avif' },
  ...{ 'image/svg+xml': '.svg', 'application/pdf': '.pdf' },
};

/** A picture as WebP that is small enough; undefined where none is. */
async function scale(bytes: Buffer, isAnimated: boolean): Promise<Uint8Array | undefined> {
  const { default: sharp } = await import('sharp');
  for (const side of [2_560, 1_920, 1_280, 800, 480]) {
    const content = await sharp(bytes, { animated: isAnimated, limitInputPixels: false })
      .rotate()
      .resize({ width: side, height: isAnimated ? undefined : side, fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 85 })
      .toBuffer()
      .catch(() => undefined);
    if (content && content.length <= limits.bytes) return content;
  }
  return undefined;
}

/** A drawing in the form that is served; as pixels where it has more than shapes, text and colours. */
async function prepareDrawing(bytes: Buffer, named: MediaType, ending: string): Promise<Prepared | undefined> {
  const isTooLarge =
    bytes.length > limits.bytes ||
    (svgSize(bytes)?.width ?? 0) > limits.side ||
    (svgSize(bytes)?.height ?? 0) > limits.side;
  if (!isTooLarge && (await checkSvg(bytes, 'picture/svg')) === undefined) {
    const served = toServedSvg(bytes);
    const change = served.equals(bytes) ? undefined : { content: new Uint8Array(served), change: 'SVG files cleaned' };
    return { ending: named === 'image/svg+xml' ? ending.toLowerCase() : '.svg', ...change };
  }
  const pixels = await drawSvg(bytes, 1_600, 1_600).catch(() => undefined);
  return pixels && { ending: '.png', content: new Uint8Array(pixels), change: 'SVG files saved as PNG' };
}

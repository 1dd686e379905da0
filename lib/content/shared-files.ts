// Pictures that a post uses from elsewhere below `blog/`: from shared folders, folders of other posts, or by old addresses.
import { dirname, join } from 'node:path/posix';
import { addressKey } from '@/lib/base/address';
import { mediaType } from '@/lib/base/media';
import type { ServedFile } from '@/lib/base/served-file';
import { type ContentFile, toServedFile } from '@/lib/content/files';
import type { Post } from '@/lib/content/posts';

/** A post, with what its front matter calls its picture, the first choice first. */
export interface PostWithImages {
  readonly post: Post;
  readonly images: readonly string[];
}

/**
 * Gives posts the files that they use from elsewhere below `blog/`, as if these were next to them: they are served at the
 * post's own address, whatever becomes of the other post. An address is looked up from the post's folder, from its address
 * in Hugo, and, if it begins with a slash, at the addresses that posts have or had.
 *
 * @param files all files below `blog/`.
 * @returns the posts, in their order, and the paths of the files that are used in this way.
 */
export function shareFiles(
  posts: readonly PostWithImages[],
  files: readonly ContentFile[],
  dir: string,
): { posts: Post[]; used: ReadonlySet<string> } {
  const used = new Set<string>();
  const byPath = new Map(files.flatMap((file) => (mediaType(file.path) ? [[file.path.normalize('NFC'), file]] : [])));
  if (byPath.size === 0) return { posts: posts.map(({ post }) => post), used };
  const folders = foldersByAddress(posts.map(({ post }) => post));
  const shared = posts.map(({ post, images }) => {
    const all = new Map(post.files.map((file) => [file.absolute, file]));
    for (const address of new Set([...images, ...addressesIn(post)])) {
      const [found] = pathsOf(address, post, folders).flatMap((path) => byPath.get(path) ?? []);
      const served = found && toServedFile(dir, found, nameFor(found.path, post));
      const known = served && (all.get(served.absolute) ?? served);
      if (!found || !known) continue;
      if (!all.has(known.absolute)) used.add(found.path);
      else if (isCalled(known, address)) continue;
      all.set(known.absolute, {
        ...known,
        ...(isCalled(known, address) ? {} : { calledBy: [...(known.calledBy ?? []), plain(address)] }),
      });
    }
    const own = [...all.values()];
    const image = images.flatMap((name) => own.find((file) => isCalled(file, name))?.name ?? [])[0];
    const isSame = image === post.image && own.every((file, index) => file === post.files[index]);
    return isSame ? post : { ...post, ...(image === undefined ? {} : { image }), files: own };
  });
  return { posts: shared, used };
}

/** Whether an address of a post means a file of it. */
export function isCalled({ name, calledBy = [] }: Pick<ServedFile, 'name' | 'calledBy'>, address: string): boolean {
  return name === plain(address) || calledBy.includes(plain(address));
}

/** An address decoded, in Unicode's form NFC, without a query and `./` at its beginning. */
function plain(address: string): string {
  const [path = ''] = address.split(/[?#]/);
  const bare = path.replace(/^(?:\.\/)+/, '');
  try {
    return decodeURIComponent(bare).normalize('NFC');
  } catch {
    return bare.normalize('NFC');
  }
}

const found = new WeakMap<Post, readonly string[]>();

/** The end of a file's address. */
const ending = /\.(?:png|jpe?g|webp|avif|gif|svg|pdf)(?![\w.-])/gi;

/** No address is longer. Characters. */
const longest = 400;

/**
 * What may be the address of a file of this site in a post's text: what is before an ending, up to a space or a sign around it,
 * and up to the quote or bracket, within which there may be spaces. A post that has not changed is not read again.
 */
function addressesIn(post: Post): readonly string[] {
  const known = found.get(post);
  if (known) return known;
  const addresses = new Set<string>();
  for (const match of post.body.matchAll(ending)) {
    const end = match.index + match[0].length;
    const line = post.body.slice(Math.max(0, end - longest), end).replace(/^[\s\S]*\n/, '');
    for (const within of [/[^\s"'()<>[\]=|`]*$/, /[^"'<>]*$/]) {
      const [written = ''] = within.exec(line) ?? [];
      if (!/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(written)) addresses.add(written);
    }
  }
  found.set(post, [...addresses]);
  return [...addresses];
}

/** The paths below the content folder that an address of a post may mean, the most likely first. */
function pathsOf(written: string, { file }: Post, folders: ReadonlyMap<string, string>): string[] {
  const path = plain(written);
  if (path.startsWith('//')) return [];
  const below = (...parts: string[]) => join('/', ...parts).slice(1);
  if (!path.startsWith('/')) {
    const page = file.replace(/(?:\/index)?\.[a-z]+$/, '');
    return /\/index\.[a-z]+$/.test(file) ? [below(page, path)] : [below(dirname(file), path), below(page, path)];
  }
  const parts = path.split('/');
  const above = parts.map((_, index) => parts.slice(0, parts.length - index).join('/'));
  const moved = above.flatMap((start) => {
    const folder = folders.get(addressKey(`${start}/`));
    return folder === undefined ? [] : [below(folder, path.slice(start.length))];
  });
  return [below(path), ...moved];
}

/** The folder of each post that has one, by the addresses that it has, had, or has on a site without years in addresses. */
function foldersByAddress(posts: readonly Post[]): Map<string, string> {
  return new Map(
    posts.flatMap(({ file, url, slug, aliases }) => {
      if (!/\/index\.[a-z]+$/.test(file)) return [];
      return [`/blog/${slug}/`, ...aliases, url].map((path) => [addressKey(path), dirname(file)] as const);
    }),
  );
}

/** The name of a file as if it were next to a post: its path from there, else that below `blog/`; never that of another. */
function nameFor(path: string, { file, files }: Post): string {
  const folder = `${dirname(file)}/`;
  const name = path.startsWith(folder) ? path.slice(folder.length) : path.slice('blog/'.length);
  return files.some((own) => addressKey(own.name) === addressKey(name)) ? `shared/${name}` : name;
}

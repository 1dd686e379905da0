// The new addresses of posts, and how links find them: by old address, link of any form, or redirect.
import { basename, dirname } from 'node:path/posix';
import { addressKey, isReservedSlug, parsePostPath, slugify } from '@/lib/base/address';
import { compare } from '@/lib/base/compare';
import { type Diagnostic, warning } from '@/lib/base/diagnostic';
import type { SourceDate } from '@/lib/news/import/dates';
import { dateTokens, fillIn, joinPath, lastPart, resolvePath } from '@/lib/news/import/generators/address-parts';
import type { ReadPost } from '@/lib/news/import/generators/generator';
import { bareOf } from '@/lib/news/import/generators/post-files';
import type { SourcePost } from '@/lib/news/import/source';

/** A post with its old address, before it has a new one. */
export type OldPost = ReadPost & { readonly oldAddress: string };

/** A post with both addresses. */
export type PlacedPost = OldPost & Pick<SourcePost, 'address'>;

/** The address that a person's pattern gives to a post. @param pattern `/blog/:year/:month/:day/:slug/`. */
export function addressByPattern(pattern: string, post: ReadPost, slug: string): string {
  const title = slugify(post.title);
  return joinPath(
    fillIn(pattern, {
      ...dateTokens(post.date.local),
      slug,
      title,
      filename: post.name,
      name: post.name,
      path: post.path,
    }),
  );
}

/**
 * Gives each post the address `/blog/YYYY/MM/slug/`. Posts whose old address has that form keep it. Where two would have the
 * same one, the later by path gets a number.
 *
 * @param taken addresses that others have, as keys.
 */
export function placePosts(posts: readonly OldPost[], taken: ReadonlySet<string>, notes: Diagnostic[]): PlacedPost[] {
  const used = new Set(taken);
  const placed = new Map<OldPost, string>();
  const sorted = posts.toSorted((a, b) => compare(a.file, b.file));
  for (const post of sorted) {
    const own = parsePostPath(withSlash(post.oldAddress));
    if (!own || isReservedSlug(own.slug) || own.slug !== slugOfAddress(own.slug) || used.has(addressKey(own.url)))
      continue;
    used.add(addressKey(own.url));
    placed.set(post, own.url);
  }
  for (const post of sorted) {
    if (placed.has(post)) continue;
    const [year, month] = post.date.instant.toISOString().split('-');
    const slug = slugOf(post);
    let address = `/blog/${year}/${month}/${slug}/`;
    for (let count = 2; used.has(addressKey(address)); count += 1) address = `/blog/${year}/${month}/${slug}-${count}/`;
    if (!address.endsWith(`/${slug}/`)) {
      const message = `another post of this month has the slug "${slug}", so this one is at ${address}`;
      notes.push(warning('import/same-slug', message, 'rename the file to change its address', { file: post.file }));
    }
    used.add(addressKey(address));
    placed.set(post, address);
  }
  return posts.map((post) => ({ ...post, address: placed.get(post) ?? '' }));
}

function slugOfAddress(text: string): string {
  const slug = slugify(text);
  // Names of files may have 255 bytes; a slug gets an ending and a folder.
  return Array.from(slug)
    .slice(0, 80)
    .join('')
    .replace(/[^\p{L}\p{M}\p{N}]+$/u, '');
}

/** The name that readers know from the old address; where that is only a number, the post's own. */
function slugOf(post: OldPost): string {
  const own = lastPart(post.oldAddress);
  const written = typeof post.data.slug === 'string' ? lastPart(post.data.slug) : '';
  const candidates = [/^[\d._-]*$/.test(own) ? '' : own, written, post.name, post.title, own];
  const slug = candidates.map(slugOfAddress).find((each) => each !== '' && !/^[\d._-]*$/.test(each));
  return slug === undefined || isReservedSlug(slug) ? slugOfAddress(own) || 'post' : slug;
}

export function withSlash(address: string): string {
  return address.endsWith('/') ? address : `${address}/`;
}

/** An address without what servers make no difference of: final slash, `index.html`, `.html`. */
function plainKey(address: string): string {
  const path = address
    .replace(/\/index(?:\.html?)?$/i, '/')
    .replace(/(?<=[^/])\/+$/, '')
    .replace(/\.html?$/i, '');
  return path === '' ? '/' : path.normalize('NFC');
}

/** The same without capital letters. */
function looseKey(address: string): string {
  return addressKey(plainKey(address));
}

/** What posts are found by. */
export class PostIndex {
  private readonly exact = new Map<string, PlacedPost>();
  private readonly loose = new Map<string, PlacedPost>();
  private readonly files = new Map<string, PlacedPost>();
  /** By the end of their path, without ending; undefined where several have it. */
  private readonly endings = new Map<string, PlacedPost | undefined>();

  /** @param origins of the site, with sub-paths. */
  constructor(
    readonly posts: readonly PlacedPost[],
    private readonly origins: readonly string[],
  ) {
    for (const post of posts) {
      this.add(post.oldAddress, post);
      this.files.set(post.file, post);
      const parts = bareOf(post.file).split('/');
      for (let start = parts.length - 1; start >= 0; start -= 1) {
        const ending = parts.slice(start).join('/').toLowerCase();
        this.endings.set(ending, this.endings.has(ending) ? undefined : post);
      }
    }
    for (const post of posts) this.add(post.address, post);
  }

  /** Maps an address to a post, unless it is already mapped. */
  add(address: string, post: PlacedPost): void {
    const [plain, loose] = [plainKey(address), looseKey(address)];
    if (!this.exact.has(plain)) this.exact.set(plain, post);
    if (!this.loose.has(loose)) this.loose.set(loose, post);
  }

  /** The post at a path of the old site. */
  at(path: string): PlacedPost | undefined {
    for (const each of [path, this.withoutSubPath(path)]) {
      const post = this.exact.get(plainKey(each)) ?? this.loose.get(looseKey(each));
      if (post) return post;
    }
    return undefined;
  }

  /** A path of the site that a link has, relative to its root; undefined for other sites. */
  pathOf(link: string): string | undefined {
    const whole = link.startsWith('//') ? `https:${link}` : link;
    if (!/^[a-z][a-z\d+.-]*:/i.test(whole)) return link;
    if (!URL.canParse(whole)) return undefined;
    const { hostname, protocol, pathname, search, hash } = new URL(whole);
    const bare = (host: string) => host.replace(/^www\./, '').toLowerCase();
    const isOwn = this.origins.some(
      (origin) => URL.canParse(origin) && bare(new URL(origin).hostname) === bare(hostname),
    );
    return isOwn && /^https?:$/.test(protocol) ? `${pathname}${search}${hash}` : undefined;
  }

  /** The post at a path that is an address or, with an ending such as `.md`, that of a file. */
  atPath(path: string): PlacedPost | undefined {
    return this.at(path) ?? (isSourceName(path) ? this.byEnding(path.slice(1)) : undefined);
  }

  private withoutSubPath(path: string): string {
    for (const origin of this.origins) {
      const sub = URL.canParse(origin) ? new URL(origin).pathname.replace(/\/$/, '') : '';
      if (sub !== '' && path.startsWith(`${sub}/`)) return path.slice(sub.length);
    }
    return path;
  }

  /** {@link import('@/lib/news/import/source').BodySource.resolveLink} of a post. */
  resolve(link: string, from: PlacedPost): string | undefined {
    const path = this.pathOf(
      link.trim().replace(/^(?:\{filename\}|\|filename\||@\/)/, (sign) => (sign === '@/' ? '/' : '')),
    );
    if (path === undefined) return undefined;
    const [, written = '', fragment = ''] = /^([^?#]*)(?:\?[^#]*)?(#.*)?$/.exec(path) ?? [];
    if (written === '') return undefined;
    const target = this.find(decoded(written), from);
    return target && `${target.address}${fragment}`;
  }

  private find(path: string, from: PlacedPost): PlacedPost | undefined {
    const isFile = isSourceName(path);
    if (path.startsWith('/')) return this.atPath(path);
    if (isFile) {
      const beside = resolvePath(`${dirname(from.file)}/${path}`).slice(1);
      return this.files.get(beside) ?? this.byEnding(path.replace(/^(?:\.\.?\/)+/, ''));
    }
    // A browser resolves against the address; with and without its final slash, as readers saw either.
    const { oldAddress } = from;
    const folder = oldAddress.endsWith('/') ? oldAddress : dirname(oldAddress);
    return (
      this.at(resolvePath(`${folder}/${path}`)) ??
      (/^\.\.?\//.test(path) ? this.at(resolvePath(`${dirname(oldAddress)}/${path}`)) : undefined)
    );
  }

  /** A post by the end of its file's path, with or without the ending; the longest end that only one post has. */
  private byEnding(path: string): PlacedPost | undefined {
    const bare = bareOf(path).toLowerCase();
    return this.endings.get(bare) ?? this.endings.get(basename(bare));
  }
}

function isSourceName(path: string): boolean {
  return /\.(?:mdx?|markdown|mkdn?|rst)$/i.test(path);
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path).normalize('NFC');
  } catch {
    return path;
  }
}

/** A date for messages and orders. */
export function dayOf({ text }: SourceDate): string {
  return text.slice(0, 10);
}

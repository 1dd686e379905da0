// A snapshot of the loaded content for other processes of the same build or dev: reading and validating it takes longer.
import { readFile, rm, stat } from 'node:fs/promises';
import { deserialize, serialize } from 'node:v8';
import { sleep } from '@/lib/base/sleep';
import { writeWhole } from '@/lib/base/write-whole';
import type { LoadedContent } from '@/lib/content/load';
import type { Post } from '@/lib/content/posts';

/** The content that pages are made of. Where values are in their files only messages need. */
export type Snapshot = Omit<LoadedContent, 'places' | 'entryPlaces' | 'files' | 'ids'>;

/** A file's content: posts, or their positions in the list of another file, whose path is `base`. */
interface Written extends Omit<Snapshot, 'posts'> {
  readonly base?: string;
  readonly posts: readonly (Post | number)[];
}

/** Writes content that has been read. Only the build that wrote it may read it: the format is that of this Node. */
export function writeSnapshot(path: string, content: Snapshot): Promise<void> {
  return writeWhole(path, serialize(toWritten(content, content.posts)), { replace: true });
}

/** The base that this process read last. */
let lastBase: { readonly path: string; readonly posts: readonly Post[] } | undefined;

/** Reads a snapshot. Posts that have not changed since the last time are the same objects. @throws {Error} if there is none. */
export async function readSnapshot(path: string): Promise<Snapshot> {
  const { base, posts, ...rest } = deserialize(await readFile(path)) as Written;
  const known = base === undefined ? [] : await readBase(base);
  return { ...rest, posts: posts.map((post) => (typeof post === 'number' ? (known[post] as Post) : post)) };
}

async function readBase(path: string): Promise<readonly Post[]> {
  if (lastBase?.path === path) return lastBase.posts;
  const posts = deserialize(await readFile(path)) as readonly Post[];
  lastBase = { path, posts };
  return posts;
}

/** With more changed posts than this, all are written again. */
const mostChanged = 50;

/**
 * Writes snapshots that differ little from one another, as in dev: all posts once, and then with each change only the posts
 * that have changed since.
 */
export class SnapshotWriter {
  readonly #path: string;
  #base = '';
  /** Those of the base, by file. */
  #known = new Map<string, { readonly post: Post; readonly index: number }>();
  /** The base before this one: another process may be about to read it. */
  #before = '';
  /** What was written last, without the base. */
  #last: Buffer = Buffer.alloc(0);
  #count = 0;

  /** @param path where `readSnapshot` finds it; other files next to it begin with the same name. */
  constructor(path: string) {
    this.#path = path;
  }

  /** Writes content, whole or not at all. @returns whether it differs from what was written before. */
  async write(content: Snapshot): Promise<boolean> {
    let posts = content.posts.map((post) => this.#find(post) ?? post);
    const changed = posts.filter((post) => typeof post !== 'number').length;
    if (this.#base === '' || changed > mostChanged) {
      await this.#begin(content.posts);
      posts = content.posts.map((_, index) => index);
    }
    const bytes = serialize({ ...toWritten(content, posts), base: this.#base });
    if (bytes.equals(this.#last)) return false;
    await writeWhole(this.#path, bytes, { replace: true });
    this.#last = bytes;
    return true;
  }

  /** The position of a post in the base, if it is still the same. */
  #find(post: Post): number | undefined {
    const known = this.#known.get(post.file);
    if (known === undefined) return undefined;
    return known.post === post || serialize(known.post).equals(serialize(post)) ? known.index : undefined;
  }

  async #begin(posts: readonly Post[]): Promise<void> {
    this.#count += 1;
    const base = `${this.#path}.${this.#count}`;
    await writeWhole(base, serialize(posts), { replace: true });
    if (this.#before) await rm(this.#before, { force: true });
    this.#before = this.#base;
    this.#base = base;
    this.#known = new Map(posts.map((post, index) => [post.file, { post, index }]));
  }
}

function toWritten({ section, problems, community }: Snapshot, posts: Written['posts']): Written {
  return { posts, section, problems, community };
}

/** How long dev waits for the first snapshot. Milliseconds. */
const longestWait = 60_000;

/**
 * A version that changes whenever a snapshot is written. Waits for the first one.
 *
 * @throws {Error} if none is written within a minute.
 */
export async function snapshotVersion(path: string): Promise<string> {
  for (let waited = 0; ; waited += 20) {
    const found = await stat(path).catch(() => undefined);
    if (found) return `${found.mtimeMs}-${found.ino}`;
    if (waited >= longestWait) throw new Error('reading the content took more than a minute (see the terminal)');
    await sleep(20);
  }
}

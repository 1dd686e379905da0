// All that the site shows, loaded once a process (in dev: again when a file has changed), and the questions asked of it.
import { now } from '@/lib/clock';
import { contentDir, listFiles } from '@/lib/content/files';
import { loadPosts, type Post } from '@/lib/content/posts';
import { ContentError, errorsOf } from '@/lib/content/problems';
import { hiddenReason, isPreview } from '@/lib/content/visibility';

/** What readers may see, and nothing else. */
export interface Content {
  /** Newest first. */
  readonly posts: readonly Post[];
  readonly postByUrl: ReadonlyMap<string, Post>;
  /** Old address to the post that it leads to. */
  readonly aliases: ReadonlyMap<string, Post>;
  /** Where each post stands in `posts`, for its neighbours. */
  readonly positions: ReadonlyMap<Post, number>;
  /** Year (`2022`) to month (`03`) to posts, each newest first. */
  readonly archive: ReadonlyMap<string, ReadonlyMap<string, readonly Post[]>>;
}

let loaded: { readonly key: string; readonly content: Promise<Content> } | undefined;

/**
 * The visible content at the clock's now.
 *
 * @throws {ContentError} with every error of every file, if there is one.
 */
export async function getContent(): Promise<Content> {
  const dir = contentDir();
  const key = process.env.NODE_ENV === 'development' ? await fingerprint(dir) : dir;
  if (loaded?.key !== key) loaded = { key, content: load(dir) };
  return loaded.content;
}

/** Posts that are public, newest first. In a preview: all of them. */
export async function getPosts(): Promise<readonly Post[]> {
  return (await getContent()).posts;
}

/** The post at an address. */
export async function getPost(url: string): Promise<Post | undefined> {
  return (await getContent()).postByUrl.get(url);
}

/** The posts before and after one in time. */
export async function getNeighbours(post: Post): Promise<{ newer: Post | undefined; older: Post | undefined }> {
  const { posts, positions } = await getContent();
  const index = positions.get(post);
  return index === undefined
    ? { newer: undefined, older: undefined }
    : { newer: posts[index - 1], older: posts[index + 1] };
}

async function load(dir: string): Promise<Content> {
  const { posts: all, problems } = await loadPosts(dir);
  const errors = errorsOf(problems);
  if (errors.length > 0) throw new ContentError(errors);
  const instant = now();
  const posts = isPreview() ? all : all.filter((post) => hiddenReason(post, instant) === undefined);
  const archive = new Map<string, Map<string, Post[]>>();
  for (const post of posts) {
    const months = archive.get(post.year) ?? new Map<string, Post[]>();
    archive.set(post.year, months);
    const month = months.get(post.month);
    if (month) month.push(post);
    else months.set(post.month, [post]);
  }
  return {
    posts: Object.freeze(posts),
    postByUrl: new Map(posts.map((post) => [post.url, post])),
    aliases: new Map(posts.flatMap((post) => post.aliases.map((alias) => [alias, post]))),
    positions: new Map(posts.map((post, index) => [post, index])),
    archive,
  };
}

/** Changes whenever a content file is added, changed or removed, or the clock is set otherwise. */
async function fingerprint(dir: string): Promise<string> {
  const { files } = await listFiles(dir, 'blog');
  return [dir, process.env.NEWS_NOW, ...files.map((file) => `${file.path} ${file.version}`)].join('\n');
}

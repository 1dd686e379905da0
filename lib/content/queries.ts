// The queries that pages use. Content is loaded once per process (in dev: again when it has changed).
import { now } from '@/lib/base/clock';
import { ContentError, errorsOf } from '@/lib/base/diagnostic';
import { type Content, toContent } from '@/lib/content/content';
import { contentDir } from '@/lib/content/files';
import { loadContent } from '@/lib/content/load';
import type { Post } from '@/lib/content/posts';
import { readLedger } from '@/lib/content/published';
import { readSnapshot, snapshotVersion } from '@/lib/content/snapshot';
import { isPreview } from '@/lib/content/visibility';

let loaded: { readonly key: string; readonly content: Promise<Content> } | undefined;

/**
 * The visible content at the clock's now.
 *
 * @throws {ContentError} with every error of every file, if there is one.
 */
export async function getContent(): Promise<Content> {
  const dir = contentDir();
  const snapshot = process.env.NODE_ENV === 'development' ? process.env.NEWS_SNAPSHOT : undefined;
  const key = snapshot ? await snapshotVersion(snapshot) : dir;
  if (loaded?.key !== key) loaded = { key, content: readContent(dir) };
  return loaded.content;
}

/** Posts that are public, newest first. In a preview: all of them. */
export async function getPosts(): Promise<readonly Post[]> {
  return (await getContent()).posts;
}

/** Every post that has a page, those that have expired too. */
export async function getPostPages(): Promise<readonly Post[]> {
  return [...(await getContent()).postByUrl.values()];
}

/** The post at an address. */
export async function getPost(url: string): Promise<Post | undefined> {
  return (await getContent()).postByUrl.get(url);
}

/** The posts before and after one in time. */
export async function getNeighbours(post: Post): Promise<{ newer: Post | undefined; older: Post | undefined }> {
  const { posts, positions } = await getContent();
  const index = positions.get(post);
  if (index === undefined) return { newer: undefined, older: undefined };
  return { newer: posts[index - 1], older: posts[index + 1] };
}

async function readContent(dir: string): Promise<Content> {
  const snapshot = process.env.NEWS_SNAPSHOT;
  const loadedContent = snapshot ? await readSnapshot(snapshot) : await loadContent(dir);
  const errors = errorsOf(loadedContent.problems);
  if (errors.length > 0) throw new ContentError(errors);
  const { addresses } = await readLedger(dir);
  return toContent(loadedContent, addresses, { now: now(), isPreview: isPreview() });
}

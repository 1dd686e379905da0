// Which folder and which file somebody means, from where they stand.
import { relative, resolve } from 'node:path';
import { type Terminal, UsageError } from '@/lib/base/cli/command';
import { ContentError, errorsOf } from '@/lib/base/diagnostic';
import { nearest } from '@/lib/base/nearest';
import { displayPath } from '@/lib/content/files';
import type { LoadedContent } from '@/lib/content/load';
import type { Post } from '@/lib/content/posts';

/** The content folder: `CONTENT_DIR` from the root, by default `content`. Absolute. */
export function contentFolder({ root, env }: Pick<Terminal, 'root' | 'env'>): string {
  return resolve(root, env.CONTENT_DIR || 'content');
}

/**
 * The post that somebody names: by its file or its folder from where they stand or from the root, or by its address.
 *
 * @throws {UsageError} where there is none, with the nearest.
 * @throws {ContentError} where it is there and cannot be read.
 */
export function findNamedPost({ posts, problems }: LoadedContent, name: string, terminal: Terminal): Post {
  const dir = contentFolder(terminal);
  const files = [terminal.cwd, terminal.root].map((from) => relative(dir, resolve(from, name)).replaceAll('\\', '/'));
  const address = name.endsWith('/') ? name : `${name}/`;
  const post = posts.find(
    ({ file, url }) =>
      url === address || files.some((each) => file === each || file.replace(/\/index\.mdx?$/, '') === each),
  );
  if (post) return post;
  // A file that is there and cannot be read: say why, not that it is missing.
  const wanted = new Set(files.map((file) => displayPath(dir, file)));
  const faults = errorsOf(problems).filter(
    ({ file }) => wanted.has(file) || wanted.has(file.replace(/\/index\.mdx?$/, '')),
  );
  if (faults.length > 0) throw new ContentError(faults);
  const near =
    nearest(
      name,
      posts.map(({ shownFile }) => shownFile),
    ) ??
    nearest(
      name,
      posts.map(({ url }) => url),
    );
  throw new UsageError(`There is no post “${name}”.${near ? ` Did you mean ${near}?` : ''}`);
}

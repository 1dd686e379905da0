// Loads the posts: all of them, with all that is wrong with them.
import { compare } from '@/lib/base/compare';
import type { Diagnostic } from '@/lib/base/diagnostic';
import { mapLimited } from '@/lib/base/map-limited';
import { type ContentFile, listFiles } from '@/lib/content/files';
import { findDuplicateAddresses } from '@/lib/content/post-addresses';
import { findPosts } from '@/lib/content/post-files';
import { linkReferences } from '@/lib/content/post-references';
import type { Post, Section } from '@/lib/content/posts';
import type { ReadMemory } from '@/lib/content/read-memory';
import { readPost, readSection, versionOf } from '@/lib/content/read-post';
import type { LocatedData } from '@/lib/content/yaml';

/** Posts, and all that is wrong with those that could not be read. */
export interface LoadedPosts {
  readonly posts: readonly Post[];
  /** Where each value of a post's front matter is in its file. */
  readonly places: ReadonlyMap<Post, LocatedData>;
  readonly problems: readonly Diagnostic[];
  /** Every file that was found, posts and others, sorted by path. */
  readonly files: readonly ContentFile[];
  /** What `blog/_index.md` says of the list of posts. */
  readonly section?: Section | undefined;
}

/**
 * Reads every post below `dir/blog`.
 *
 * @param memory what was read before; without, every file is read.
 * @returns the posts, newest first, hidden ones included, with every problem of every file.
 */
export async function loadPosts(dir: string, memory?: ReadMemory): Promise<LoadedPosts> {
  const { files, problems } = await listFiles(dir, 'blog');
  const found = findPosts(files, dir);
  const read = await mapLimited(found.sources, 32, (source) => {
    const readSource = () => readPost(dir, source);
    return memory ? memory.recall(source.file.path, versionOf(source), readSource) : readSource();
  });
  const section = await readSection(dir, files);
  const loaded = read.flatMap((result) => ('post' in result ? [result] : []));
  const linked = linkReferences(loaded.map(({ post }) => post));
  const places = new Map(loaded.map(({ located }, index) => [linked[index] as Post, located]));
  return {
    posts: linked.toSorted((a, b) => b.date.getTime() - a.date.getTime() || compare(a.url, b.url)),
    places,
    section: section && 'page' in section ? section : undefined,
    files,
    problems: [
      ...problems,
      ...(section && 'problems' in section ? section.problems : []),
      ...found.problems,
      ...read.flatMap((result) => ('problems' in result ? result.problems : [])),
      ...findDuplicateAddresses(linked, places),
    ],
  };
}

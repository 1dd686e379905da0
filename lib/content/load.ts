// Everything below the content folder, read together, with all that is wrong with it.
import type { Diagnostic } from '@/lib/base/diagnostic';
import type { Community } from '@/lib/content/community';
import { checkCoverage } from '@/lib/content/coverage';
import { loadCommunity } from '@/lib/content/load-community';
import { type LoadedPosts, loadPosts } from '@/lib/content/load-posts';
import type { ReadMemory } from '@/lib/content/read-memory';
import type { LocatedData } from '@/lib/content/yaml';
import type { EntryBase } from '@/lib/kinds/kind';

/** Everything below the content folder, hidden posts included, with all that is wrong with it. */
export interface LoadedContent extends LoadedPosts {
  readonly community: Community;
  /** Where each value of an entry is in its file. */
  readonly entryPlaces: ReadonlyMap<EntryBase, LocatedData>;
}

/**
 * Reads everything below a content folder. Nothing is hidden and nothing is thrown: the check wants to see it all.
 *
 * @param memory what was read before; without, every file is read.
 */
export async function loadContent(dir: string, memory?: ReadMemory): Promise<LoadedContent> {
  memory?.begin();
  const [posts, { community, entryPlaces, problems, files }] = await Promise.all([
    loadPosts(dir, memory),
    loadCommunity(dir, memory),
  ]);
  const all: Diagnostic[] = [...posts.problems, ...problems, ...checkCoverage(posts, community)];
  return { ...posts, problems: all, files: [...posts.files, ...files], community, entryPlaces };
}

// Loads the whole content folder and reports all of its problems.
import { type Diagnostic, error, warning } from '@/lib/base/diagnostic';
import { nearest } from '@/lib/base/nearest';
import type { ContentFile } from '@/lib/content/files';
import { loadCommunity } from '@/lib/content/load-community';
import { loadPosts } from '@/lib/content/load-posts';
import { ReadMemory } from '@/lib/content/read-memory';
import { byFolder, countedKinds, type Folder } from '@/lib/kinds/index';

/** Everything below the content folder, hidden posts included, with all that is wrong with it. */
export type LoadedContent = Readonly<Awaited<ReturnType<typeof loadContent>>>;

/**
 * Reads everything below a content folder. Nothing is hidden and nothing is thrown: the check wants to see it all.
 *
 * @param memory what was read before; without, every file is read.
 */
export async function loadContent(dir: string, memory = new ReadMemory()) {
  memory.begin();
  const [posts, { community, entryPlaces, problems, files }] = await Promise.all([
    loadPosts(dir, memory),
    loadCommunity(dir, memory),
  ]);
  const ids = byFolder((kind) => idsOf(kind.folder, files));
  const all: readonly Diagnostic[] = [...posts.problems, ...problems, ...checkCoverage(posts, ids)];
  return {
    ...posts,
    problems: all,
    files: [...posts.files, ...files],
    community,
    entryPlaces,
    /** By file, also of those that cannot be read. */ ids,
  };
}

/** The ids of the entries of each folder. */
type EntryIds = Readonly<Record<Folder, ReadonlySet<string>>>;

/** The ids of the files of a folder: what is wrong with one of them is no reason to report those who name it as well. */
function idsOf(folder: Folder, files: readonly ContentFile[]): ReadonlySet<string> {
  const entry = new RegExp(`^${folder}/([^/]+)\\.ya?ml$`);
  return new Set(files.flatMap(({ path }) => entry.exec(path)?.[1] ?? []));
}

/** A problem for each id or address in a post's front matter that does not exist, or that is there twice. */
function checkCoverage({ posts, places }: Pick<LoadedContent, 'posts' | 'places'>, ids: EntryIds): Diagnostic[] {
  const known = [
    ...countedKinds.map(({ folder }) => [folder, ids[folder]] as const),
    ['posts', new Set(posts.map(({ url }) => url))] as const,
  ];
  const problems: Diagnostic[] = [];
  for (const post of posts) {
    for (const [list, names] of known) {
      // The check of its text reports what only that has.
      const fromText = list === 'posts' ? [] : post.coverage.fromText[list];
      const written = post.coverage[list].slice(0, post.coverage[list].length - fromText.length);
      for (const [index, name] of written.entries()) {
        const explained = explain(list, name, names, written.indexOf(name) < index, post.url);
        if (!explained) continue;
        const where = { file: post.shownFile, ...places.get(post)?.placeOf([list, index]) };
        problems.push((post.format === 'md' ? warning : error)(...explained, where));
      }
    }
  }
  return problems;
}

function explain(
  list: string,
  name: string,
  known: ReadonlySet<string>,
  isTwice: boolean,
  url: string,
): [code: string, message: string, fix: string] | undefined {
  if (list === 'posts' && name === url)
    return ['edition/names-itself', 'the post lists itself in "posts:"', 'remove it'];
  if (isTwice) return ['edition/twice', `"${name}" is in "${list}:" twice`, 'keep one of the two'];
  if (known.has(name)) return undefined;
  const near = nearest(name, [...known]);
  return list === 'posts'
    ? ['edition/unknown-post', `there is no post ${name}`, near ? `did you mean ${near}?` : 'correct the address']
    : [
        'edition/unknown-id',
        `there is no entry ${list}/${name}.yaml`,
        near ? `did you mean "${near}"?` : 'add the entry, or correct the id',
      ];
}

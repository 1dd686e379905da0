// All entries of a community, and queries on them.
import type { ServedFile } from '@/lib/base/served-file';
import { type EntriesByFolder, type EntryKind, type Folder, kinds } from '@/lib/kinds/index';
import type { Entry, EntryBase, Lookup } from '@/lib/kinds/kind';
import type { Person } from '@/lib/kinds/person/kind';
import type { ContributorsFields, FactFields, ProjectFields } from '@/lib/kinds/projects';

/** Who contributed in a month, which is the id. */
export type Contributors = Entry<ContributorsFields>;
export type Project = ProjectFields;
export type Fact = FactFields;

/** All structured entries, by folder, each list sorted by id; and what is kept in other forms. */
export interface Community extends EntriesByFolder {
  /** By month. */
  readonly contributors: readonly Contributors[];
  /** In the order of projects.yaml. */
  readonly projects: readonly Project[];
  readonly facts: readonly Fact[];
  /** Images that entries name, such as logos, by their path below the content folder. */
  readonly pictures: ReadonlyMap<string, ServedFile>;
}

/** Folders and files of the content folder that contain entries. */
export const communityFolders: readonly string[] = [...kinds.map(({ folder }) => folder), 'contributors'];
export const communityFiles = ['projects.yaml', 'facts.yaml'] as const;

/** The entries of a kind. */
export function entriesOf(community: EntriesByFolder, { folder }: Pick<EntryKind, 'folder'>): readonly EntryBase[] {
  return community[folder];
}

/** An entry of a kind by its id. */
export function entryOf<F extends Folder>(
  community: EntriesByFolder,
  { folder }: { readonly folder: F },
  id: string,
): EntriesByFolder[F][number] | undefined {
  return indexOf<EntriesByFolder[F][number]>(community[folder]).get(id);
}

/** An entry with a page: where it is, and its old addresses. */
export interface EntryPage {
  readonly url: string;
  readonly aliases: readonly string[] | undefined;
  readonly kind: EntryKind;
  readonly entry: EntryBase;
}

/** Every entry that has a page of its own. */
export function entryPages(community: EntriesByFolder): EntryPage[] {
  return kinds
    .filter(({ hasPages }) => hasPages)
    .flatMap((kind) =>
      entriesOf(community, kind).map((entry) => ({ url: kind.path(entry), aliases: entry.aliases, kind, entry })),
    );
}

/** The pages of sections that show a part of their list, those without content included. */
export function listParts({ projects, ...entries }: EntriesByFolder & Pick<Community, 'projects'>) {
  return kinds.flatMap((kind) =>
    (kind.parts?.(entriesOf(entries, kind), projects) ?? []).map((part) => ({ kind, part })),
  );
}

/** Those of {@link listParts} that have content: the ones that others should know. */
export function shownParts(community: Parameters<typeof listParts>[0]): ReturnType<typeof listParts> {
  return listParts(community).filter(({ part }) => part.entries.length > 0 || part.about !== undefined);
}

/** Makes an index of lists by a key of what is in them, once for each list. */
function indexBy<Base>(keyOf: (entry: Base) => string) {
  const indices = new WeakMap<readonly Base[], ReadonlyMap<string, Base>>();
  return <T extends Base>(entries: readonly T[]): ReadonlyMap<string, T> => {
    const known = indices.get(entries) ?? new Map(entries.map((entry) => [keyOf(entry), entry]));
    indices.set(entries, known);
    // It was made of this very list.
    return known as ReadonlyMap<string, T>;
  };
}

const indexOf = indexBy<{ readonly id: string }>(({ id }) => id);
/** People by the name that they use, in lower case. */
const namesOf = indexBy<Person>(({ name }) => name.toLowerCase());

/** What entries may ask of a community, at an instant. */
export function lookupIn({ projects, people }: Pick<Community, 'projects' | 'people'>, now: Date): Lookup {
  return {
    now,
    project: (id) => indexOf(projects).get(id),
    person: (name) => indexOf(people).get(name) ?? namesOf(people).get(name.toLowerCase()),
  };
}

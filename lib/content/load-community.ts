// Loads all entries together, because they name one another.
import type { z } from 'zod';
import type { Diagnostic } from '@/lib/base/diagnostic';
import type { ServedFile } from '@/lib/base/served-file';
import type { Community } from '@/lib/content/community';
import { type LoadedEntry, loadEntries, loadEntry } from '@/lib/content/entries';
import {
  findContributorProblems,
  findDuplicateEntries,
  findDuplicateProjects,
  findPictures,
  findReserved,
  findUnknownReferences,
  type LoadedKind,
} from '@/lib/content/entry-problems';
import { type ContentFile, findFile, findFileProblem } from '@/lib/content/files';
import type { ReadMemory } from '@/lib/content/read-memory';
import type { LocatedData } from '@/lib/content/yaml';
import { contributorsSchema } from '@/lib/kinds/contributors';
import { type EntriesByFolder, kinds } from '@/lib/kinds/index';
import type { Entry, EntryBase, PlaceOf } from '@/lib/kinds/kind';
import { factsSchema, projectsSchema } from '@/lib/kinds/projects';

/** All entries, with the places of their values, and with all that is wrong with those that could not be read. */
interface LoadedCommunity {
  readonly community: Community;
  /** Where each value of an entry is in its file. */
  readonly entryPlaces: ReadonlyMap<EntryBase, LocatedData>;
  readonly problems: readonly Diagnostic[];
  /** Every file that was found, entries and others. */
  readonly files: readonly ContentFile[];
}

/**
 * Reads every entry.
 *
 * @param memory what was read before; without, every file is read.
 * @returns them, with every problem of every file and between files.
 */
export async function loadCommunity(dir: string, memory?: ReadMemory): Promise<LoadedCommunity> {
  const [lists, contributors, projects, facts] = await Promise.all([
    Promise.all(
      kinds.map(async (kind): Promise<LoadedKind> => {
        const { folder, name, schema, pictures } = kind;
        return { kind, ...(await loadEntries(dir, folder, name, schema, pictures?.endings, memory)) };
      }),
    ),
    loadEntries(dir, 'contributors', 'contributors', contributorsSchema, [], memory),
    loadIfThere(dir, 'projects.yaml', 'projects', projectsSchema, memory),
    loadIfThere(dir, 'facts.yaml', 'facts', factsSchema, memory),
  ]);
  const projectList = projects.loaded?.entry.projects ?? [];
  const pictures = new Map<string, ServedFile>();
  const all: readonly LoadedEntry[] = [
    ...[...lists, contributors].flatMap((list): readonly LoadedEntry[] => list.loaded),
    ...[projects.loaded, facts.loaded].filter((loaded) => loaded !== undefined),
  ];
  const entryPlaces = new Map(all.map(({ entry, located }) => [entry, located]));
  const placeOf: PlaceOf = (entry, path) => ({
    file: entry.shownFile,
    ...(path && entryPlaces.get(entry)?.placeOf(path)),
  });
  const problems = [
    ...[...lists, contributors, projects, facts].flatMap((list) => list.problems),
    ...(projects.loaded ? findDuplicateProjects(projects.loaded.entry, placeOf) : []),
    ...lists.flatMap((list) => findUnknownReferences(list, lists, projectList, placeOf)),
    ...lists.flatMap((list) => findDuplicateEntries(list, placeOf)),
    ...lists.flatMap(({ kind, loaded }) =>
      kind.check(
        loaded.map(({ entry }) => entry),
        placeOf,
      ),
    ),
    ...findContributorProblems(contributors, placeOf),
    ...lists.flatMap((list) => findReserved(list, placeOf)),
    ...lists.flatMap((list) => findPictures(dir, list, pictures)),
  ];
  return {
    community: {
      // Each list was validated by the schema of its kind, from which its type derives.
      ...(Object.fromEntries(
        lists.map(({ kind, loaded }) => [kind.folder, loaded.map(({ entry }) => entry)]),
      ) as unknown as EntriesByFolder),
      contributors: contributors.loaded.map(({ entry }) => entry),
      projects: projectList,
      facts: facts.loaded?.entry.facts ?? [],
      pictures,
    },
    entryPlaces,
    problems,
    files: [
      ...[...lists, contributors].flatMap(({ allFiles }) => allFiles),
      ...[projects, facts].flatMap(({ file }) => file ?? []),
    ],
  };
}

/** Reads a file that need not be there. */
async function loadIfThere<Schema extends z.ZodObject>(
  dir: string,
  path: string,
  kind: string,
  schema: Schema,
  memory?: ReadMemory,
): Promise<{ file?: ContentFile; loaded?: LoadedEntry<Entry<z.output<Schema>>>; problems: readonly Diagnostic[] }> {
  const file = await findFile(dir, path);
  if (!file) {
    const problem = await findFileProblem(dir, path);
    return { problems: problem ? [problem] : [] };
  }
  const result = await loadEntry(dir, file, kind, schema, memory);
  return { file, ...('problems' in result ? result : { loaded: result, problems: [] }) };
}

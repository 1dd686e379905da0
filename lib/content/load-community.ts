// Loads all entries together, because they refer to one another.
import type { z } from 'zod';
import { type Diagnostic, error, warning } from '@/lib/base/diagnostic';
import { nearest } from '@/lib/base/nearest';
import type { ServedFile } from '@/lib/base/served-file';
import { checkAmong, keepOne } from '@/lib/content/check-among';
import type { Community, Contributors, Project } from '@/lib/content/community';
import { type LoadedEntries, type LoadedEntry, loadEntries, loadEntry } from '@/lib/content/entries';
import { type ContentFile, displayPath, findFile, findFileProblem, toServedFile } from '@/lib/content/files';
import { ReadMemory } from '@/lib/content/read-memory';
import type { LocatedData } from '@/lib/content/yaml';
import { duplicatesBy, sameName } from '@/lib/kinds/duplicates';
import { byFolder, type EntriesByFolder, type EntryKind, kinds } from '@/lib/kinds/index';
import type { Entry, EntryBase, PlaceOf } from '@/lib/kinds/kind';
import { contributorsSchema, factsSchema, projectsSchema } from '@/lib/kinds/projects';

/** A kind with the entries that were read of it. */
interface LoadedKind extends LoadedEntries {
  readonly kind: EntryKind;
}

/**
 * Reads every entry.
 *
 * @param memory what was read before; without, every file is read.
 * @returns them, with every problem of every file and between files.
 */
export async function loadCommunity(dir: string, memory = new ReadMemory()) {
  const [lists, contributors, projects, facts] = await Promise.all([
    Promise.all(
      kinds.map(async (kind): Promise<LoadedKind> => {
        const { folder, name, schema, pictures } = kind;
        return { kind, ...(await loadEntries(dir, folder, name, schema, memory, pictures?.endings)) };
      }),
    ),
    loadEntries(dir, 'contributors', 'contributors', contributorsSchema, memory),
    loadIfThere(dir, 'projects.yaml', 'projects', projectsSchema, memory),
    loadIfThere(dir, 'facts.yaml', 'facts', factsSchema, memory),
  ]);
  const projectList = projects.loaded?.entry.projects ?? [];
  const pictures = new Map<string, ServedFile>();
  const all: readonly LoadedEntry[] = [
    ...[...lists, contributors].flatMap((list): readonly LoadedEntry[] => list.loaded),
    ...[projects.loaded, facts.loaded].filter((loaded) => loaded !== undefined),
  ];
  /** Where each value of an entry is in its file. */
  const entryPlaces: ReadonlyMap<EntryBase, LocatedData> = new Map(all.map(({ entry, located }) => [entry, located]));
  const placeOf: PlaceOf = (entry, path) => ({
    file: entry.shownFile,
    ...(path && entryPlaces.get(entry)?.placeOf(path)),
  });
  const people = lists.find(({ kind }) => kind.name === 'person')?.loaded ?? [];
  const ids = { project: projectList.map(({ id }) => id), person: entriesIn(people).map(({ id }) => id) };
  const problems = [
    ...[...lists, contributors, projects, facts].flatMap((list) => list.problems),
    ...(projects.loaded ? findDuplicateProjects(projects.loaded.entry, placeOf) : []),
    ...lists.flatMap(({ kind, loaded }) => checkAmong({ kind, entries: entriesIn(loaded) }, ids, placeOf)),
    ...findContributorProblems(contributors, placeOf),
    ...lists.flatMap((list) => findPictures(dir, list, pictures)),
  ];
  const community: Community = {
    // Each list was validated by the schema of its kind, from which its type derives.
    ...(byFolder(() => []) as EntriesByFolder),
    ...Object.fromEntries(lists.map(({ kind, loaded }) => [kind.folder, entriesIn(loaded)])),
    contributors: entriesIn(contributors.loaded),
    projects: projectList,
    facts: facts.loaded?.entry.facts ?? [],
    pictures,
  };
  return {
    community,
    entryPlaces,
    problems,
    files: [
      ...[...lists, contributors].flatMap(({ allFiles }) => allFiles),
      ...[projects, facts].flatMap(({ file }) => file ?? []),
    ],
  };
}

function entriesIn<E extends EntryBase>(loaded: readonly LoadedEntry<E>[]): E[] {
  return loaded.map(({ entry }) => entry);
}

/** Reads a file that need not be there. */
async function loadIfThere<Schema extends z.ZodObject>(
  dir: string,
  path: string,
  kind: string,
  schema: Schema,
  memory: ReadMemory,
): Promise<{ file?: ContentFile; loaded?: LoadedEntry<Entry<z.output<Schema>>>; problems: readonly Diagnostic[] }> {
  const file = await findFile(dir, path);
  if (!file) return { problems: [(await findFileProblem(dir, path)) ?? []].flat() };
  const result = await loadEntry(dir, file, kind, schema, memory);
  return { file, problems: result.problems, ...('entry' in result ? { loaded: result } : {}) };
}

/** Projects with the same id. */
function findDuplicateProjects(file: Entry<{ projects: Project[] }>, placeOf: PlaceOf): Diagnostic[] {
  return duplicatesBy(file.projects, ({ id }) => id).map(([{ id }]) =>
    error('project/twice', `the project "${id}" is listed twice`, keepOne, placeOf(file)),
  );
}

/** Files of contributors that are not named for a month, and people who are listed in one twice. */
function findContributorProblems({ loaded }: LoadedEntries<Contributors>, placeOf: PlaceOf): Diagnostic[] {
  return loaded.flatMap(({ entry }) => {
    const people = [...entry.people.entries()];
    const isMonth = /^\d{4}-(?:0[1-9]|1[0-2])$/.test(entry.id);
    const fix = 'name it like 2022-02.yaml';
    return [
      ...(isMonth ? [] : [error('contributors/month', `"${entry.id}" is not a month`, fix, placeOf(entry))]),
      ...duplicatesBy(people, ([, { name }]) => sameName(name)).map(([[index, { name }]]) =>
        error('contributors/twice', `"${name}" is listed twice`, keepOne, placeOf(entry, ['people', index, 'name'])),
      ),
    ];
  });
}

/** Adds the images that entries name to `pictures`. @returns a problem for each that is missing, or that no entry names. */
function findPictures(
  dir: string,
  { kind, loaded, files }: LoadedKind,
  pictures: Map<string, ServedFile>,
): Diagnostic[] {
  if (!kind.pictures) return [];
  const { field } = kind.pictures;
  const byName = new Map(files.map((file) => [file.path.slice(file.path.indexOf('/') + 1).normalize('NFC'), file]));
  const named = new Set<string>();
  const missing = loaded.flatMap(({ entry, located }) => {
    const written = located.data[field];
    if (typeof written !== 'string') return [];
    const name = written.normalize('NFC');
    named.add(name);
    const file = byName.get(name);
    if (file) {
      pictures.set(`${kind.folder}/${written}`, toServedFile(dir, file, name));
      return [];
    }
    const near = nearest(name, [...byName.keys()]);
    const fix = near ? `did you mean "${near}"?` : 'put it there, or remove the field';
    const where = { file: entry.shownFile, ...located.placeOf([field]) };
    return error(`${field}/missing`, `there is no file "${name}" next to this one`, fix, where);
  });
  const unused = [...byName].filter(([name]) => !named.has(name));
  return [
    ...missing,
    ...unused.map(([, { path }]) => {
      const fix = `refer to it in "${field}:", or remove it`;
      return warning('file/unused', 'no entry uses this file', fix, { file: displayPath(dir, path) });
    }),
  ];
}

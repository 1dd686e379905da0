// All entries, read together, because they name one another.
import type { z } from 'zod';
import type { Diagnostic } from '@/lib/base/diagnostic';
import { mediaType } from '@/lib/base/media';
import { nearest } from '@/lib/base/nearest';
import type { ServedFile } from '@/lib/base/served-file';
import { type LoadedEntries, type LoadedEntry, loadEntries, loadEntry } from '@/lib/content/entries';
import { absolutePath, type ContentFile, displayPath, findFile, findFileProblem } from '@/lib/content/files';
import type { ReadMemory } from '@/lib/content/read-memory';
import type { LocatedData } from '@/lib/content/yaml';
import { type ContributorsFields, contributorsSchema } from '@/lib/kinds/contributors';
import { duplicatesBy, sameName } from '@/lib/kinds/duplicates';
import { type EntriesByFolder, type EntryKind, type Folder, kinds } from '@/lib/kinds/index';
import type { Entry, EntryBase, EntryProblem, Lookup, PictureField } from '@/lib/kinds/kind';
import type { Person } from '@/lib/kinds/person/kind';
import { type FactFields, factsSchema, type ProjectFields, projectsSchema } from '@/lib/kinds/projects';

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
  /** Pictures that entries name, such as logos, by their path below the content folder. */
  readonly pictures: ReadonlyMap<string, ServedFile>;
}

/** Folders and files of the content folder that hold entries. */
export const communityFolders: readonly string[] = [...kinds.map(({ folder }) => folder), 'contributors'];
export const communityFiles = ['projects.yaml', 'facts.yaml'] as const;

/** All entries, with the places of their values, and with all that is wrong with those that could not be read. */
export interface LoadedCommunity {
  readonly community: Community;
  /** Where each value of an entry is in its file. */
  readonly entryPlaces: ReadonlyMap<EntryBase, LocatedData>;
  readonly problems: readonly Diagnostic[];
  /** Every file that was found, entries and others. */
  readonly files: readonly ContentFile[];
}

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
  const problems: Diagnostic[] = [
    ...[...lists, contributors].flatMap((list) => list.problems),
    ...projects.problems,
    ...facts.problems,
    ...duplicatesBy(projectList, ({ id }) => id).map(([second]) =>
      fileError(
        displayPath(dir, 'projects.yaml'),
        'project/twice',
        `the project "${second.id}" stands twice`,
        'keep one of the two',
      ),
    ),
    ...lists.flatMap((list) => findReferences(list, lists, projectList)),
    ...lists.flatMap(({ kind, loaded }) => place(kind.check(loaded.map(({ entry }) => entry)), loaded)),
    ...findContributorFaults(contributors),
    ...lists.flatMap(findReserved),
    ...lists.flatMap((list) => (list.kind.pictures ? collectPictures(dir, list, list.kind.pictures, pictures) : [])),
  ];
  const single = [projects.loaded, facts.loaded].filter((loaded) => loaded !== undefined);
  const loaded: readonly LoadedEntry[] = [...lists, contributors].flatMap(
    (list): readonly LoadedEntry[] => list.loaded,
  );
  return {
    community: {
      // Each list was validated by the schema of its kind, from which its type derives.
      ...(Object.fromEntries(
        lists.map(({ kind, loaded: entries }) => [kind.folder, entries.map(({ entry }) => entry)]),
      ) as unknown as EntriesByFolder),
      contributors: contributors.loaded.map(({ entry }) => entry),
      projects: projectList,
      facts: facts.loaded?.entry.facts ?? [],
      pictures,
    },
    entryPlaces: new Map([...loaded, ...single].map(({ entry, located }) => [entry, located])),
    problems,
    files: [
      ...[...lists, contributors].flatMap(({ allFiles }) => allFiles),
      ...[projects, facts].flatMap(({ file }) => file ?? []),
    ],
  };
}

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
  // The index of a folder holds what its list holds.
  return indexOf(community[folder]).get(id) as EntriesByFolder[F][number] | undefined;
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

const indices = new WeakMap<readonly EntryBase[], ReadonlyMap<string, EntryBase>>();

function indexOf(entries: readonly EntryBase[]): ReadonlyMap<string, EntryBase> {
  const known = indices.get(entries) ?? new Map(entries.map((entry) => [entry.id, entry]));
  indices.set(entries, known);
  return known;
}

/** What entries may ask of a community, at an instant. */
export function lookupIn({ projects, people }: Pick<Community, 'projects' | 'people'>, now: Date): Lookup {
  const { projectsById, peopleById, peopleByName } = directoryOf(projects, people);
  return {
    now,
    project: (id) => projectsById.get(id),
    person: (name) => peopleById.get(name) ?? peopleByName.get(name.toLowerCase()),
  };
}

interface Directory {
  readonly projectsById: ReadonlyMap<string, Project>;
  readonly peopleById: ReadonlyMap<string, Person>;
  /** By the name that they use, in small letters. */
  readonly peopleByName: ReadonlyMap<string, Person>;
}

const directories = new WeakMap<
  readonly Person[],
  { readonly projects: readonly Project[]; readonly directory: Directory }
>();

function directoryOf(projects: readonly Project[], people: readonly Person[]): Directory {
  const known = directories.get(people);
  if (known?.projects === projects) return known.directory;
  const directory = {
    projectsById: new Map(projects.map((project) => [project.id, project])),
    peopleById: new Map(people.map((person) => [person.id, person])),
    peopleByName: new Map(people.map((person) => [person.name.toLowerCase(), person])),
  };
  directories.set(people, { projects, directory });
  return directory;
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

/** Names of projects and people that are not there. */
function findReferences(
  { kind, loaded }: LoadedKind,
  lists: readonly LoadedKind[],
  projects: readonly Project[],
): Diagnostic[] {
  const people = lists.find((list) => list.kind.name === 'person')?.loaded ?? [];
  const ids = { project: projects.map(({ id }) => id), person: people.map(({ entry }) => entry.id) };
  const problems = loaded.flatMap(({ entry }) =>
    kind
      .references(entry)
      .filter(({ to, id }) => !ids[to].includes(id))
      .map(({ to, id, path }): EntryProblem => {
        const near = nearest(id, ids[to]);
        const home = to === 'project' ? 'add it to projects.yaml' : `add people/${id}.yaml, or write the name out`;
        const fix = near ? `did you mean "${near}"?` : home;
        return { id: entry.id, path, code: `${to}/unknown`, message: `there is no ${to} "${id}"`, fix };
      }),
  );
  return place(problems, loaded);
}

/** Problems of entries at their places in the files. */
function place(problems: readonly EntryProblem[], loaded: readonly LoadedEntry[]): Diagnostic[] {
  if (problems.length === 0) return [];
  const byId = new Map(loaded.map((each) => [each.entry.id, each]));
  return problems.flatMap(({ id, path, severity, ...problem }): Diagnostic[] => {
    const found = byId.get(id);
    return found
      ? [{ file: found.entry.shownFile, ...found.located.placeOf(path), severity: severity ?? 'error', ...problem }]
      : [];
  });
}

/** Files of contributors that are named for no month, and people who stand in one twice. */
function findContributorFaults({ loaded }: LoadedEntries<Contributors>): Diagnostic[] {
  const misnamed = loaded
    .filter(({ entry }) => !/^\d{4}-(?:0[1-9]|1[0-2])$/.test(entry.id))
    .map(({ entry }) =>
      fileError(entry.shownFile, 'contributors/month', `"${entry.id}" is no month`, 'name it like 2022-02.yaml'),
    );
  const doubles = loaded.flatMap(({ entry, located }) =>
    duplicatesBy([...entry.people.entries()], ([, { name }]) => sameName(name)).map(
      ([[index, { name }]]): Diagnostic => ({
        file: entry.shownFile,
        ...located.placeOf(['people', index, 'name']),
        severity: 'error',
        code: 'contributors/twice',
        message: `"${name}" stands twice`,
        fix: 'keep one of the two',
      }),
    ),
  );
  return [...misnamed, ...doubles];
}

function findReserved({ kind, loaded }: LoadedKind): Diagnostic[] {
  return loaded
    .filter(({ entry }) => kind.reserved?.test(entry.id))
    .map(({ entry }) =>
      fileError(
        entry.shownFile,
        `${kind.name}/reserved`,
        `"${entry.id}" is a page of the site itself`,
        'give the file another name',
      ),
    );
}

/** Notes the pictures that entries name; a problem for each that is not there or that no entry names. */
function collectPictures(
  dir: string,
  { loaded, files }: LoadedEntries,
  { field }: PictureField,
  pictures: Map<string, ServedFile>,
): Diagnostic[] {
  const problems: Diagnostic[] = [];
  const byName = new Map(files.map((file) => [file.path.slice(file.path.indexOf('/') + 1), file]));
  const named = new Set<string>();
  for (const { entry, located } of loaded) {
    const name = located.data[field];
    if (typeof name !== 'string') continue;
    named.add(name);
    const file = byName.get(name);
    if (file) {
      pictures.set(file.path, toServedFile(dir, file, name));
    } else {
      const near = nearest(name, [...byName.keys()]);
      const fix = near ? `did you mean "${near}"?` : 'put it there, or leave the field out';
      const message = `there is no file "${name}" beside this one`;
      problems.push({
        file: entry.shownFile,
        ...located.placeOf([field]),
        severity: 'error',
        code: `${field}/missing`,
        message,
        fix,
      });
    }
  }
  for (const [name, file] of byName) {
    if (named.has(name)) continue;
    const message = 'no entry names this file';
    problems.push({
      file: displayPath(dir, file.path),
      line: 1,
      column: 1,
      severity: 'warning',
      code: 'file/unused',
      message,
      fix: `name it in a "${field}:", or remove it`,
    });
  }
  return problems;
}

function toServedFile(dir: string, file: ContentFile, name: string): ServedFile {
  return {
    name,
    type: mediaType(name) ?? 'image/png',
    absolute: absolutePath(dir, file.path),
    version: file.version,
    size: file.size,
  };
}

function fileError(file: string, code: string, message: string, fix: string): Diagnostic {
  return { file, line: 1, column: 1, severity: 'error', code, message, fix };
}

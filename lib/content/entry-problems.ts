// What is wrong between entries: references, duplicates, ids that the site needs itself, images.
import { type Diagnostic, error, warning } from '@/lib/base/diagnostic';
import { nearest } from '@/lib/base/nearest';
import type { ServedFile } from '@/lib/base/served-file';
import type { Contributors, Project } from '@/lib/content/community';
import type { LoadedEntries } from '@/lib/content/entries';
import { displayPath, toServedFile } from '@/lib/content/files';
import { duplicatesBy, sameName } from '@/lib/kinds/duplicates';
import type { EntryKind } from '@/lib/kinds/index';
import type { Entry, PlaceOf } from '@/lib/kinds/kind';

/** A kind with the entries that were read of it. */
export interface LoadedKind extends LoadedEntries {
  readonly kind: EntryKind;
}

const keepOne = 'keep one of the two';

/** Names of projects and people that are not there. */
export function findUnknownReferences(
  { kind, loaded }: LoadedKind,
  lists: readonly LoadedKind[],
  projects: readonly Project[],
  placeOf: PlaceOf,
): Diagnostic[] {
  const people = lists.find((list) => list.kind.name === 'person')?.loaded ?? [];
  const ids = { project: projects.map(({ id }) => id), person: people.map(({ entry }) => entry.id) };
  return loaded.flatMap(({ entry }) =>
    kind
      .references(entry)
      .filter(({ to, id }) => !ids[to].includes(id))
      .map(({ to, id, path }) => {
        const near = nearest(id, ids[to]);
        const add = to === 'project' ? 'add it to projects.yaml' : `add people/${id}.yaml, or write the name out`;
        const fix = near ? `did you mean "${near}"?` : add;
        return error(`${to}/unknown`, `there is no ${to} "${id}"`, fix, placeOf(entry, path));
      }),
  );
}

/** Entries that have in common what only one may have. */
export function findDuplicateEntries({ kind, loaded }: LoadedKind, placeOf: PlaceOf): Diagnostic[] {
  const entries = loaded.map(({ entry }) => entry);
  const fields = new Set(entries.flatMap((entry) => Object.keys(kind.unique(entry))));
  return [...fields].flatMap((field) =>
    duplicatesBy(entries, (entry) => kind.unique(entry)[field]).map(([second, first]) => {
      const message = `the ${field === 'url' ? 'URL' : field} is the same as in ${first.shownFile}`;
      return error(`${kind.name}/twice`, message, keepOne, placeOf(second, [field]));
    }),
  );
}

/** Projects with the same id. */
export function findDuplicateProjects(file: Entry<{ projects: Project[] }>, placeOf: PlaceOf): Diagnostic[] {
  return duplicatesBy(file.projects, ({ id }) => id).map(([{ id }]) =>
    error('project/twice', `the project "${id}" is listed twice`, keepOne, placeOf(file)),
  );
}

/** Files of contributors that are not named for a month, and people who are listed in one twice. */
export function findContributorProblems({ loaded }: LoadedEntries<Contributors>, placeOf: PlaceOf): Diagnostic[] {
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

/** Ids that are parts of the site's own addresses. */
export function findReserved({ kind, loaded }: LoadedKind, placeOf: PlaceOf): Diagnostic[] {
  return loaded
    .filter(({ entry }) => kind.reserved?.test(entry.id))
    .map(({ entry: { id }, entry }) =>
      error(`${kind.name}/reserved`, `"${id}" is a page of the site itself`, 'rename the file', placeOf(entry)),
    );
}

/** Adds the images that entries name to `pictures`. @returns a problem for each that is missing, or that no entry names. */
export function findPictures(
  dir: string,
  { kind, loaded, files }: LoadedKind,
  pictures: Map<string, ServedFile>,
): Diagnostic[] {
  if (!kind.pictures) return [];
  const { field } = kind.pictures;
  const byName = new Map(files.map((file) => [file.path.slice(file.path.indexOf('/') + 1), file]));
  const named = new Set<string>();
  const missing = loaded.flatMap(({ entry, located }) => {
    const name = located.data[field];
    if (typeof name !== 'string') return [];
    named.add(name);
    const file = byName.get(name);
    if (file) {
      pictures.set(file.path, toServedFile(dir, file, name));
      return [];
    }
    const near = nearest(name, [...byName.keys()]);
    const fix = near ? `did you mean "${near}"?` : 'put it there, or leave the field out';
    const where = { file: entry.shownFile, ...located.placeOf([field]) };
    return error(`${field}/missing`, `there is no file "${name}" next to this one`, fix, where);
  });
  const unused = [...byName].filter(([name]) => !named.has(name));
  return [
    ...missing,
    ...unused.map(([, { path }]) => {
      const fix = `name it in a "${field}:", or remove it`;
      return warning('file/unused', 'no entry names this file', fix, { file: displayPath(dir, path) });
    }),
  ];
}

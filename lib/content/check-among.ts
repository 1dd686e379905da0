// What is wrong with entries next to the others: unknown references, duplicates, ids that are taken.
import { compare } from '@/lib/base/compare';
import { type Diagnostic, error } from '@/lib/base/diagnostic';
import { nearest } from '@/lib/base/nearest';
import { duplicatesBy } from '@/lib/kinds/duplicates';
import type { EntryKind } from '@/lib/kinds/index';
import type { EntryBase, PlaceOf, Reference } from '@/lib/kinds/kind';

/** What to do about two of which there may be one. */
export const keepOne = 'keep one of the two';

/** The ids that entries may name. */
export type KnownIds = Readonly<Record<Reference['to'], readonly string[]>>;

/** All entries of a kind, which must be of its folder. */
export interface EntriesOfKind {
  readonly kind: EntryKind;
  readonly entries: readonly EntryBase[];
}

/**
 * Finds what is wrong between the entries of a kind. Of two that are the same, that whose file comes second in alphabetical
 * order is reported.
 */
export function checkAmong({ kind, entries }: EntriesOfKind, ids: KnownIds, placeOf: PlaceOf): Diagnostic[] {
  const sorted = entries.toSorted((a, b) => compare(a.file, b.file));
  return [
    ...findUnknownReferences(kind, entries, ids, placeOf),
    ...findDuplicates(kind, sorted, placeOf),
    ...kind.check(sorted, placeOf),
    ...findReserved(kind, entries, placeOf),
  ];
}

/** Names of projects and people that are not there. */
function findUnknownReferences(
  kind: EntryKind,
  entries: readonly EntryBase[],
  ids: KnownIds,
  placeOf: PlaceOf,
): Diagnostic[] {
  return entries.flatMap((entry) =>
    kind
      .references(entry)
      .filter(({ to, id }) => !ids[to].includes(id))
      .map(({ to, id, path }) => {
        const near = nearest(id, ids[to]);
        const add = to === 'project' ? 'add it to projects.yaml' : `add people/${id}.yaml, or write the full name`;
        const fix = near ? `did you mean "${near}"?` : add;
        return error(`${to}/unknown`, `there is no ${to} "${id}"`, fix, placeOf(entry, path));
      }),
  );
}

/** Entries that have in common what only one may have. */
function findDuplicates(kind: EntryKind, entries: readonly EntryBase[], placeOf: PlaceOf): Diagnostic[] {
  const fields = new Set(entries.flatMap((entry) => Object.keys(kind.unique(entry))));
  return [...fields].flatMap((field) =>
    duplicatesBy(entries, (entry) => kind.unique(entry)[field]).map(([second, first]) => {
      const message = `the ${field === 'url' ? 'URL' : field} is the same as in ${first.shownFile}`;
      return error(`${kind.name}/twice`, message, keepOne, placeOf(second, [field]));
    }),
  );
}

/** Ids that are parts of the site's own addresses. */
function findReserved(kind: EntryKind, entries: readonly EntryBase[], placeOf: PlaceOf): Diagnostic[] {
  return entries
    .filter(({ id }) => kind.reserved?.test(id))
    .map((entry) =>
      error(`${kind.name}/reserved`, `"${entry.id}" is a page of the site itself`, 'rename the file', placeOf(entry)),
    );
}

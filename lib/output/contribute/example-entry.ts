// An entry that shows what those of a kind look like.
import { type Community, entriesOf } from '@/lib/content/community';
import type { EntryKind } from '@/lib/kinds/index';
import type { EntryBase } from '@/lib/kinds/kind';

/**
 * Of the entries of a kind, the one that says most; the latest of several. Without any, one with the values of the schema's
 * examples.
 */
export function exampleEntry(kind: EntryKind, community: Community, now: Date): EntryBase | undefined {
  const listed = entriesOf(community, kind).filter((entry) => kind.isListed(entry, now));
  const [best] = listed.toSorted((a, b) => filled(b) - filled(a) || (latest(kind, b) > latest(kind, a) ? 1 : -1));
  if (best) return best;
  const id = 'example';
  const file = `${kind.folder}/${id}.yaml`;
  const { data } = kind.schema.safeParse(kind.recipe.sample);
  return data && { ...data, id, file, shownFile: `content/${file}` };
}

function filled(entry: EntryBase): number {
  return Object.values(entry).filter((value) => value !== undefined).length;
}

function latest(kind: EntryKind, entry: EntryBase): string {
  return kind.date(entry)?.text ?? entry.id;
}

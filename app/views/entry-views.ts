// From entries to what pages show of them: their views, with the pictures that they name.
import type { ServedFile } from '@/lib/base/served-file';
import type { Content } from '@/lib/content/content';
import type { EntryBase, EntryView, Kind } from '@/lib/kinds/kind';
import type { Picture } from '@/lib/mdx/picture';
import { toEntryPicture } from '@/lib/output/pictures/pictures';

/**
 * What pages show of some entries, in their order, with the pictures that they name.
 *
 * @param now what their times are relative to: by default the instant for which the content was chosen.
 */
export function withPictures<E extends EntryBase, View extends EntryView>(
  kind: Kind<E, View, string, string>,
  entries: readonly E[],
  { community, lookup }: Pick<Content, 'community' | 'lookup'>,
  now = lookup.now,
): Promise<(View & { readonly picture: Pick<Picture, 'src' | 'width' | 'height'> | undefined })[]> {
  return Promise.all(
    entries.map(async (entry) => {
      const file = pictureOf(kind, entry, community.pictures);
      const picture = file && kind.pictures && (await toEntryPicture(file, kind.pictures.path));
      return { ...kind.view(entry, { ...lookup, now }), picture };
    }),
  );
}

function pictureOf<E extends EntryBase>(
  { folder, pictures }: Kind<E, EntryView, string, string>,
  entry: E,
  files: ReadonlyMap<string, ServedFile>,
): ServedFile | undefined {
  const name = pictures && new Map<string, unknown>(Object.entries(entry)).get(pictures.field);
  return typeof name === 'string' ? files.get(`${folder}/${name}`) : undefined;
}

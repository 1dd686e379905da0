// From entries to what pages show of them: their views, with the pictures that they name.
import type { Content } from '@/lib/content/content';
import { valueIn } from '@/lib/kinds/define-kind';
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
      const { folder, pictures } = kind;
      const file = pictures && community.pictures.get(`${folder}/${valueIn(entry, pictures.field)}`);
      const picture = file && (await toEntryPicture(file, pictures.path));
      return { ...kind.view(entry, { ...lookup, now }), picture };
    }),
  );
}

// Which pictures a gallery shows.
import { globPattern } from '@/lib/base/glob';
import type { Picture } from '@/lib/mdx/picture';

/** A picture next to a post, by its name. */
export interface NamedPicture {
  readonly name: string;
  readonly picture: Picture;
}

/**
 * The pictures whose names match a pattern, in the order of their names.
 *
 * @param match a pattern as in Hugo, for the name of the file or its name in `resources:`; by default all.
 * @param order `desc` reverses the order.
 */
export function picturesIn(
  pictures: ReadonlyMap<string, Picture>,
  { match = '*', order }: { match?: string | undefined; order?: string | undefined },
): NamedPicture[] {
  const pattern = globPattern(match);
  const found = [...pictures]
    .filter(([name, { resource = name }]) => pattern.test(name) || pattern.test(resource))
    .map(([name, picture]) => ({ name, picture }));
  return order === 'desc' ? found.reverse() : found;
}

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
 * @param match a pattern as Hugo has them, for the name of the file or the one that `resources:` give it; by default all.
 * @param order `desc` for the last name first.
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

/** The name of a file in words, where nobody wrote better ones: `images/a-red-square.png` becomes `a red square`. */
export function nameInWords(name: string): string {
  return name
    .replace(/^.*\//, '')
    .replace(/\.[a-z]+$/i, '')
    .replace(/[-_]+/g, ' ');
}

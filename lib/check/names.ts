// Names that are written in several ways: of files, which are the same file on many disks, and of tags, which share a page.
import { addressKey } from '@/lib/base/address';
import { compare } from '@/lib/base/compare';
import { type Diagnostic, error, warning } from '@/lib/base/diagnostic';
import { type ContentFile, displayPath } from '@/lib/content/files';
import type { LoadedContent } from '@/lib/content/load';
import { toTags } from '@/lib/content/tags';

/** Checks that no two files of a content folder have the same path, apart from case and Unicode form. */
export function checkSameNames(dir: string, files: readonly ContentFile[]): Diagnostic[] {
  const first = new Map<string, string>();
  return files.flatMap(({ path }) => {
    const other = first.get(addressKey(path));
    if (other === undefined) {
      first.set(addressKey(path), path);
      return [];
    }
    const message = `on many file systems, this is the same file as ${displayPath(dir, other)}`;
    return [error('file/same-name', message, 'rename one of the two', { file: displayPath(dir, path) })];
  });
}

/** Warns once for each tag with several spellings, at the first post that does not use the most frequent one. */
export function checkTags({ posts, places }: Pick<LoadedContent, 'posts' | 'places'>): Diagnostic[] {
  return toTags(posts).flatMap(({ name, slug, spellings, posts: tagged }) => {
    const others = spellings.filter((spelling) => spelling !== name);
    const [first] = tagged
      .filter(({ tags }) => tags.some((tag) => others.includes(tag)))
      .sort((a, b) => compare(a.file, b.file));
    if (!first) return [];
    const list = spellings.map((spelling) => `"${spelling}"`).join(', ');
    const message = `one tag is written in several ways: ${list}; they share the page /tags/${slug}/`;
    const where = { file: first.shownFile, ...places.get(first)?.placeOf(['tags']) };
    return [warning('tag/spelling', message, `write "${name}" in every post`, where)];
  });
}

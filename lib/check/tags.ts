// Checks tags: one tag per list item, one spelling per tag, and a page for each.
import { compare } from '@/lib/base/compare';
import { type Diagnostic, type Where, warning } from '@/lib/base/diagnostic';
import { groupBy } from '@/lib/base/group-by';
import { tagPath } from '@/lib/base/urls';
import type { LoadedContent } from '@/lib/content/load';
import type { Post } from '@/lib/content/posts';
import { toTags } from '@/lib/content/tags';
import type { LocatedData } from '@/lib/content/yaml';
import { sameName } from '@/lib/kinds/duplicates';

/** Problems of tags: several in one text; one tag that is written in several ways, and several that share a page. */
export function checkTags({ posts, places }: Pick<LoadedContent, 'posts' | 'places'>): Diagnostic[] {
  const shared = toTags(posts).flatMap(({ name, slug, spellings, posts: tagged }) =>
    [...groupBy(spellings, sameName).values()].flatMap((group): Diagnostic[] => {
      const others = group.filter((spelling) => spelling !== name);
      const where = firstUse(others, tagged, places);
      if (!where) return [];
      const list = [name, ...others].map(quoted).join(', ');
      const page = `share the page ${tagPath(slug)}`;
      if (!group.includes(name)) {
        return [warning('tag/same-page', `the tags ${list} ${page}`, 'rename one of them', where)];
      }
      const message = `this tag is spelled in several ways, which ${page}: ${list}`;
      return [warning('tag/spelling', message, `write "${name}" in every post`, where)];
    }),
  );
  return [...posts.flatMap((post) => findJoinedTags(post, places.get(post))), ...shared];
}

const quoted = (text: string) => `"${text}"`;

/** The fields that contain tags. */
const tagFields = ['tags', 'categories'] as const;

/** Where one of some tags is used first, by the names of files. */
function firstUse(tags: readonly string[], posts: readonly Post[], places: LoadedContent['places']): Where | undefined {
  for (const post of posts.toSorted((a, b) => compare(a.file, b.file))) {
    const used = post.tags.find((tag) => tags.includes(tag));
    if (used !== undefined) return { file: post.shownFile, ...placeOfTag(used, places.get(post)) };
  }
  return undefined;
}

function placeOfTag(tag: string, located: LocatedData | undefined): Where | undefined {
  const paths = tagFields.flatMap((field): PropertyKey[][] => {
    const value = located?.data[field];
    return Array.isArray(value) ? value.map((_, index) => [field, index]) : [[field]];
  });
  const isTag = ([field, index]: PropertyKey[]) => {
    const value = located?.data[String(field)];
    const written: unknown = Array.isArray(value) ? value[Number(index)] : value;
    return typeof written === 'string' && written.replace(/\s+/g, ' ').trim() === tag;
  };
  return located?.placeOf(paths.find(isTag) ?? ['tags']);
}

/** `tags: one, two` is one tag whose name has a comma. Where that is meant, a list of one item says so. */
function findJoinedTags({ shownFile }: Post, located: LocatedData | undefined): Diagnostic[] {
  return tagFields.flatMap((field) => {
    const value = located?.data[field];
    if (!located || typeof value !== 'string' || !separator.test(value)) return [];
    const parts = value.split(separator).flatMap((part) => part.trim() || []);
    const list = parts.map((part) => (/^[\p{L}\p{N} ._-]+$/u.test(part) ? part : quoted(part))).join(', ');
    const message = `"${value}" is one tag, with a comma or a semicolon in its name`;
    const fix = `write ${field}: [${list}], or ["${value}"] if it is one tag`;
    return [warning('tag/comma', message, fix, { file: shownFile, ...located.placeOf([field]) })];
  });
}

/** Commas and semicolons of all scripts. */
const separator = /[,;，、；،؛]/;

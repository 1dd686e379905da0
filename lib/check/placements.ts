// What a post places: entries that exist and that it names, pictures next to it, videos that can be played.
import { type Diagnostic, error } from '@/lib/base/diagnostic';
import { nearest } from '@/lib/base/nearest';
import { checkHasPicture } from '@/lib/check/pictures';
import type { Post } from '@/lib/content/posts';
import { type Folder, kindIn } from '@/lib/kinds/index';
import type { Placement } from '@/lib/mdx/placements';
import { parseVideo } from '@/lib/mdx/videos';
import { specOf } from '@/lib/mdx/vocabulary';

/** The ids of all entries, by folder. */
export type KnownIds = Readonly<Record<Folder, ReadonlySet<string>>>;

/** Checks what a body places. Places are in the body. Attributes that the rules refuse are not checked. */
export function checkPlacements(placements: readonly Placement[], post: Post, known: KnownIds): Diagnostic[] {
  const placed = new Set<string>();
  return placements.flatMap(({ component, values, line, column }) => {
    const found: (Diagnostic | undefined)[] = [];
    if (component === 'Prompt' && !post.draft) {
      const fix = 'write what it asks for and remove it, or keep "draft: true"';
      found.push(error('edition/prompt-left', 'a <Prompt> is left in a post that is not a draft', fix));
    }
    if (specOf(component)?.places) found.push(checkOnce(component, `<${component} />`, placed));
    for (const value of values) found.push(checkValue(value, post, known, placed));
    return found.flatMap((diagnostic) => (diagnostic ? [{ ...diagnostic, line, column }] : []));
  });
}

function checkOnce(key: string, shown: string, placed: Set<string>): Diagnostic | undefined {
  const isTwice = placed.has(key);
  placed.add(key);
  return isTwice ? error('edition/placed-twice', `${shown} is in this post twice`, 'remove one of them') : undefined;
}

function checkValue(
  { kind, attribute, value }: Placement['values'][number],
  post: Post,
  known: KnownIds,
  placed: Set<string>,
): Diagnostic | undefined {
  if (kind === 'picture') return checkHasPicture(value, post);
  if (kind === 'video') {
    const fix = 'use its https: address on YouTube or Vimeo';
    return parseVideo(value) ? undefined : error('video/unknown', `"${value}" is not a video that can be shown`, fix);
  }
  const folder = kindIn(kind)?.folder;
  if (!folder) return undefined;
  if (!known[folder].has(value)) {
    const near = nearest(value, [...known[folder]]);
    const fix = near ? `did you mean ${attribute}="${near}"?` : 'add the entry, or correct the id';
    return error('edition/unknown-id', `there is no entry ${folder}/${value}.yaml`, fix);
  }
  if (!post.coverage[folder].includes(value)) {
    const message = `the post places "${value}" but does not name it`;
    return error('edition/not-named', message, `add "${value}" to "${folder}:" in the front matter`);
  }
  return checkOnce(`${folder}/${value}`, `"${value}"`, placed);
}

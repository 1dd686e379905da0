// What a post places: entries that exist and that it names, pictures that lie beside it, videos that can be played.

import { type Diagnostic, error } from '@/lib/base/diagnostic';
import { nearest } from '@/lib/base/nearest';
import { pathBeside } from '@/lib/check/pictures';
import type { Post } from '@/lib/content/posts';
import { type Folder, kindIn } from '@/lib/kinds/index';
import type { Placement } from '@/lib/mdx/inspect';
import { parseVideo } from '@/lib/mdx/videos';
import { specOf } from '@/lib/mdx/vocabulary';

/** The ids that there are, by folder. */
export type KnownIds = Readonly<Record<Folder, ReadonlySet<string>>>;

/** Every breach in what a body places, at its place in the body. Attributes that the rules refuse are passed over. */
export function findPlacementBreaches(placements: readonly Placement[], post: Post, known: KnownIds): Diagnostic[] {
  const breaches: Diagnostic[] = [];
  const placed = new Set<string>();
  for (const { component, holds, line, column } of placements) {
    const report = (code: string, message: string, fix: string) =>
      breaches.push(error(code, message, fix, { line, column }));
    if (component === 'Prompt' && !post.draft) {
      report(
        'edition/prompt-left',
        'a <Prompt> is left in a post that is no draft',
        'write what it asks for and remove it, or keep "draft: true"',
      );
    }
    if (specOf(component)?.places) {
      if (placed.has(component))
        report('edition/placed-twice', `<${component} /> stands twice in this post`, 'keep one of the two');
      placed.add(component);
    }
    for (const held of holds) {
      const verdict = judge(held, post, known, placed);
      if (verdict) report(...verdict);
    }
  }
  return breaches;
}

type Verdict = [code: string, message: string, fix: string];

function judge(
  { kind: holds, attribute: name, value }: Placement['holds'][number],
  post: Post,
  known: KnownIds,
  placed: Set<string>,
): Verdict | undefined {
  if (holds === 'picture') {
    if (post.files.some((file) => file.name === value && file.type.startsWith('image/'))) return undefined;
    const near = nearest(
      value,
      post.files.map((file) => file.name),
    );
    return [
      'picture/missing',
      `there is no picture "${value}" beside this post`,
      near ? `did you mean "${near}"?` : `put it at ${pathBeside(post, value)}, or correct the name`,
    ];
  }
  if (holds === 'video') {
    if (parseVideo(value)) return undefined;
    return [
      'video/unknown',
      `"${value}" is no video that can be shown here`,
      'use its https: address on YouTube or Vimeo',
    ];
  }
  const folder = kindIn(holds)?.folder;
  if (!folder) return undefined;
  if (!known[folder].has(value)) {
    const near = nearest(value, [...known[folder]]);
    return [
      'edition/unknown-id',
      `there is no entry ${folder}/${value}.yaml`,
      near ? `did you mean ${name}="${near}"?` : 'add the entry, or correct the id',
    ];
  }
  if (!post.coverage[folder].includes(value)) {
    return [
      'edition/not-named',
      `the post places "${value}" and does not name it`,
      `add "${value}" to "${folder}:" in the front matter`,
    ];
  }
  if (placed.has(`${folder}/${value}`))
    return ['edition/placed-twice', `"${value}" is placed twice in this post`, 'keep one of the two'];
  placed.add(`${folder}/${value}`);
  return undefined;
}

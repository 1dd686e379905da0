// Checks what editions cover against the entries and posts that there are.
import { type Diagnostic, error } from '@/lib/base/diagnostic';
import { nearest } from '@/lib/base/nearest';
import { type Community, entriesOf } from '@/lib/content/community';
import type { LoadedPosts } from '@/lib/content/load-posts';
import { countedKinds } from '@/lib/kinds/index';

/** A problem for each id or address in a post's front matter that does not exist, or that is there twice. */
export function checkCoverage(
  { posts, places }: Pick<LoadedPosts, 'posts' | 'places'>,
  community: Community,
): Diagnostic[] {
  const known = [
    ...countedKinds.map((kind) => [kind.folder, new Set(entriesOf(community, kind).map(({ id }) => id))] as const),
    ['posts', new Set(posts.map(({ url }) => url))] as const,
  ];
  const problems: Diagnostic[] = [];
  for (const post of posts) {
    for (const [list, names] of known) {
      for (const [index, name] of post.coverage[list].entries()) {
        const explained = explain(list, name, names, post.coverage[list].indexOf(name) < index, post.url);
        if (!explained) continue;
        const where = { file: post.shownFile, ...places.get(post)?.placeOf([list, index]) };
        problems.push(error(...explained, where));
      }
    }
  }
  return problems;
}

function explain(
  list: string,
  name: string,
  known: ReadonlySet<string>,
  isTwice: boolean,
  url: string,
): [code: string, message: string, fix: string] | undefined {
  if (list === 'posts' && name === url)
    return ['edition/names-itself', 'the post lists itself in "posts:"', 'remove it'];
  if (isTwice) return ['edition/twice', `"${name}" is in "${list}:" twice`, 'keep one of the two'];
  if (known.has(name)) return undefined;
  const near = nearest(name, [...known]);
  return list === 'posts'
    ? ['edition/unknown-post', `there is no post ${name}`, near ? `did you mean ${near}?` : 'correct the address']
    : [
        'edition/unknown-id',
        `there is no entry ${list}/${name}.yaml`,
        near ? `did you mean "${near}"?` : 'add the entry, or correct the id',
      ];
}

// What editions cover, held against the entries that there are.

import type { Diagnostic } from '@/lib/base/diagnostic';
import { nearest } from '@/lib/base/nearest';
import { type Community, entriesOf } from '@/lib/content/community';
import type { LoadedPosts } from '@/lib/content/posts';
import { byFolder, countedKinds } from '@/lib/kinds/index';

/** A problem for each id in a post's front matter that is no entry, or that stands there twice. */
export function checkCoverage(
  { posts, places }: Pick<LoadedPosts, 'posts' | 'places'>,
  community: Community,
): Diagnostic[] {
  const ids = byFolder((kind) => entriesOf(community, kind).map(({ id }) => id));
  const known = byFolder(({ folder }) => new Set(ids[folder]));
  const problems: Diagnostic[] = [];
  const addresses = new Set(posts.map(({ url }) => url));
  for (const post of posts) {
    const located = places.get(post);
    post.coverage.posts.forEach((url, index) => {
      const own = url === post.url;
      const twice = post.coverage.posts.indexOf(url) < index;
      if (addresses.has(url) && !own && !twice) return;
      const place = located?.placeOf(['posts', index]) ?? { line: 1, column: 1 };
      const near = nearest(url, [...addresses]);
      const [code, message, fix] = own
        ? ['edition/names-itself', 'the post names itself in "posts:"', 'remove it']
        : twice
          ? ['edition/twice', `"${url}" stands twice in "posts:"`, 'keep one of the two']
          : ['edition/unknown-post', `there is no post ${url}`, near ? `did you mean ${near}?` : 'correct the address'];
      problems.push({ file: post.shownFile, ...place, severity: 'error', code, message, fix });
    });
    for (const { folder } of countedKinds) {
      const seen = new Set<string>();
      post.coverage[folder].forEach((id, index) => {
        const report = (code: string, message: string, fix: string) => {
          const place = located?.placeOf([folder, index]) ?? { line: 1, column: 1 };
          problems.push({ file: post.shownFile, ...place, severity: 'error', code, message, fix });
        };
        if (seen.has(id)) report('edition/twice', `"${id}" stands twice in "${folder}:"`, 'keep one of the two');
        else if (!known[folder].has(id)) {
          const near = nearest(id, ids[folder]);
          report(
            'edition/unknown-id',
            `there is no entry ${folder}/${id}.yaml`,
            near ? `did you mean "${near}"?` : 'add the entry, or correct the id',
          );
        }
        seen.add(id);
      });
    }
  }
  return problems;
}

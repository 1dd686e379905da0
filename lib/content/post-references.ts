// Hugo's `ref` and `relref`: posts that name other posts by their files.
import type { Post } from '@/lib/content/posts';

const reference = /\{\{[<%]\s*(?:rel)?ref\s+(?:path\s*=\s*)?["`]?([^\s"`>%]+)/g;

/** The same posts; those whose shortcodes refer to others know the addresses of all that they name. */
export function linkReferences(posts: readonly Post[]): Post[] {
  let urls: Map<string, string> | undefined;
  return posts.map((post) => {
    if (post.format !== 'md' || !/\{\{[<%]\s*(?:rel)?ref\b/.test(post.body)) return post;
    urls ??= urlsByName(posts);
    const refs: Record<string, string> = {};
    for (const [, written = ''] of post.body.matchAll(reference)) {
      const [path = '', fragment] = written.split('#');
      const name = path.replace(/^(?:\.{0,2}\/)+/, '').replace(/\/?(?:index)?(?:\.mdx?)?\/?$/, '');
      const url = path === '' ? '' : (urls.get(name.toLowerCase()) ?? urls.get(`blog/${name}`.toLowerCase()));
      if (url !== undefined) refs[written] = fragment === undefined ? url : `${url}#${fragment}`;
    }
    return { ...post, context: { ...post.context, refs } };
  });
}

/** Addresses by what `ref` may call a post: its path, with and without the folders before it. */
function urlsByName(posts: readonly Post[]): Map<string, string> {
  return new Map(
    posts.flatMap(({ file, url }) => {
      const path = file.replace(/(?:\/index)?\.mdx?$/, '').toLowerCase();
      return [path, path.slice(path.lastIndexOf('/') + 1)].map((name) => [name, url] as const);
    }),
  );
}

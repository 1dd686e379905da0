// From a post to what every output says of it.
import { personPath } from '@/lib/base/urls';
import type { Content } from '@/lib/content/content';
import { changedAt, type Post } from '@/lib/content/posts';
import type { PostFacts } from '@/lib/output/post-facts';

export function toPostFacts(post: Post, content: Content): PostFacts {
  const { url: path, title, description, date: published, tags, lang } = post;
  const authors = post.authors.map((author) => {
    const person = content.lookup.person(author);
    return { name: person?.name ?? author, path: person && personPath(person.id) };
  });
  return { path, title, description, published, updated: changedAt(post), authors, tags, lang };
}
